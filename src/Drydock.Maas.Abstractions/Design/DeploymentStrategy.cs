namespace Drydock.Maas.Design;

/// <summary>In which order nodes are rolled out and what counts as success: Shipyard's document shipyard/DeploymentStrategy/v1.</summary>
public sealed record DeploymentStrategy
{
    /// <summary>The document's name.</summary>
    public required string Name { get; init; }

    /// <summary>Groups, in the document's order; none depends on itself.</summary>
    public required IReadOnlyList<DeploymentGroup> Groups { get; init => field = TextList<DeploymentGroup>.From(value); } = TextList<DeploymentGroup>.Empty;

    /// <summary>Where the document stands; null when it was given as an object.</summary>
    public DocumentLocation? Location { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
