namespace Drydock.Maas.Design;

/// <summary>Criteria a node has to meet, all of them; one that is left out is no criterion.</summary>
public sealed record DeploymentSelector
{
    /// <summary>The node is one of these.</summary>
    public IReadOnlyList<string> NodeNames { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>The node has all of these labels (owner data).</summary>
    public IReadOnlyList<KeyValuePair<string, string>> NodeLabels { get; init => field = TextList<KeyValuePair<string, string>>.From(value); } = TextList<KeyValuePair<string, string>>.Empty;

    /// <summary>The node has one of these tags.</summary>
    public IReadOnlyList<string> NodeTags { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>The node stands in one of these racks.</summary>
    public IReadOnlyList<string> RackNames { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Whether the node meets the criteria.</summary>
    public bool Selects(DrydockNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return (NodeNames.Count == 0 || NodeNames.Contains(node.Name))
            && (NodeTags.Count == 0 || node.Tags.Any(NodeTags.Contains))
            && (RackNames.Count == 0 || (node.Rack is { } rack && RackNames.Contains(rack)))
            && NodeLabels.All(l => node.OwnerData.TryGetValue(l.Key, out var value) && value == l.Value);
    }
}
