namespace Drydock.Maas.Design;

/// <summary>A document a finding is about.</summary>
public sealed record ValidationDocument
{
    /// <summary>Its kind, for example BaremetalNode.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The file it stands in; null for text that came from elsewhere.</summary>
    public string? File { get; init; }

    /// <summary>The line it begins at, from 1; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>Kind and name.</summary>
    public override string ToString() => $"{Kind} {Name}";
}
