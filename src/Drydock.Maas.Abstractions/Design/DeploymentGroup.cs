namespace Drydock.Maas.Design;

/// <summary>Nodes that are rolled out together.</summary>
public sealed record DeploymentGroup
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the roll-out goes no further when this group fails.</summary>
    public bool IsCritical { get; init; }

    /// <summary>Groups that must have succeeded before this one begins.</summary>
    public IReadOnlyList<string> DependsOn { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Which nodes: those that any selector selects; without selectors, all.</summary>
    public IReadOnlyList<DeploymentSelector> Selectors { get; init => field = TextList<DeploymentSelector>.From(value); } = TextList<DeploymentSelector>.Empty;

    /// <summary>What counts as success; empty when anything does.</summary>
    public SuccessCriteria Criteria { get; init; } = new();

    /// <summary>Whether the node belongs to the group.</summary>
    public bool Selects(DrydockNode node) => Selectors.Count == 0 || Selectors.Any(s => s.Selects(node));

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
