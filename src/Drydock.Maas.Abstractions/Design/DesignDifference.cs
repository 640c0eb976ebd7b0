namespace Drydock.Maas.Design;

/// <summary>A difference between two designs.</summary>
public sealed record DesignDifference
{
    /// <summary>The kind of document: Network, BaremetalNode and so on.</summary>
    public required string Kind { get; init; }

    /// <summary>The document's name.</summary>
    public required string Name { get; init; }

    /// <summary>Added, Removed or Changed.</summary>
    public required DesignChange Change { get; init; }

    /// <summary>
    /// The property within the document's effective data, for example interfaces.bond0.networks; null for the document as a whole.
    /// </summary>
    public string? Property { get; init; }

    /// <summary>The value before, as text; secrets are masked.</summary>
    public string? Before { get; init; }

    /// <summary>The value after, as text; secrets are masked.</summary>
    public string? After { get; init; }

    /// <summary>The difference in a line.</summary>
    public override string ToString() =>
        Property is null ? $"{Change} {Kind} {Name}" : $"{Kind} {Name} {Property}: {Before ?? "(none)"} -> {After ?? "(none)"}";
}
