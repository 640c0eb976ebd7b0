namespace Drydock.Maas.Design;

/// <summary>An action of nodes after their first boot (drydock/BootAction/v1).</summary>
public sealed record BootAction
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether the node reports the result.</summary>
    public bool Signaling { get; init; }

    /// <summary>Files, units and package lists.</summary>
    public IReadOnlyList<BootActionAsset> Assets { get; init => field = TextList<BootActionAsset>.From(value); } = TextList<BootActionAsset>.Empty;

    /// <summary>Names of the nodes it applies to, in design order.</summary>
    public IReadOnlyList<string> TargetNodes { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Where the document stands.</summary>
    public DocumentLocation? Location { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
