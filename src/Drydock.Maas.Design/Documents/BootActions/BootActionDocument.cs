namespace Drydock.Maas.Design.Documents.BootActions;

/// <summary>A BootAction as written.</summary>
/// <param name="Action">The action, without its nodes.</param>
/// <param name="Filter">Which nodes it is for; null for all.</param>
internal sealed record BootActionDocument(BootAction Action, NodeFilterSet? Filter);

/// <summary>A set of node filters (node_filter).</summary>
/// <param name="Type">union or intersection.</param>
/// <param name="Filters">The filters.</param>
internal sealed record NodeFilterSet(string Type, IReadOnlyList<NodeFilterTerm> Filters);

/// <summary>One node filter; absent criteria are null.</summary>
internal sealed record NodeFilterTerm(
    string Type,
    IReadOnlyList<string>? Names,
    IReadOnlyList<string>? Tags,
    IReadOnlyList<KeyValuePair<string, string>>? Labels,
    IReadOnlyList<string>? Racks);
