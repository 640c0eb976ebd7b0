using Drydock.Maas.Design.Documents;

namespace Drydock.Maas.Design.Compile;

/// <summary>Which nodes a filter set selects. Within a criterion members are alternatives; design order is kept.</summary>
internal static class NodeFilters
{
    public static bool Selects(NodeFilterSet? set, DrydockNode node)
    {
        if (set is null || set.Filters.Count == 0)
            return true;
        return set.Type == "intersection" ? set.Filters.All(f => Selects(f, node)) : set.Filters.Any(f => Selects(f, node));
    }

    private static bool Selects(NodeFilterTerm filter, DrydockNode node)
    {
        bool?[] criteria =
        [
            filter.Names?.Contains(node.Name),
            filter.Tags?.Any(node.Tags.Contains),
            filter.Labels?.Any(l => node.OwnerData.TryGetValue(l.Key, out var value) && value == l.Value),
            filter.Racks?.Contains(node.Rack ?? ""),
        ];
        var given = criteria.OfType<bool>().ToList();
        return filter.Type == "intersection" ? given.TrueForAll(c => c) : given.Exists(c => c);
    }
}
