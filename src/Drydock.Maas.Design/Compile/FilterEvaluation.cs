using Drydock.Maas.Design.Documents.BootActions;

namespace Drydock.Maas.Design.Compile;

/// <summary>Evaluates filter sets for nodes. Within a criterion members are alternatives; design order is kept.</summary>
internal static class FilterEvaluation
{
    private const string Intersection = "intersection";

    /// <summary>No set selects every node; an empty one, or one without criteria, selects none.</summary>
    public static bool Selects(NodeFilterSet? set, DrydockNode node)
    {
        if (set is null)
            return true;
        var answers = set.Filters.Select(f => Selects(f, node)).OfType<bool>().ToList();
        return set.Type == Intersection ? answers.Count > 0 && answers.TrueForAll(a => a) : answers.Exists(a => a);
    }

    /// <summary>Null when an intersection has no criteria: other filters then decide.</summary>
    private static bool? Selects(NodeFilterTerm filter, DrydockNode node)
    {
        var given = Criteria(filter, node).OfType<bool>().ToList();
        if (filter.Type == Intersection)
            return given.Count == 0 ? null : given.TrueForAll(c => c);
        return given.Exists(c => c);
    }

    private static IEnumerable<bool?> Criteria(NodeFilterTerm filter, DrydockNode node)
    {
        yield return Any(filter.Names, n => n == node.Name);
        yield return Any(filter.Tags, node.Tags.Contains);
        yield return Any(filter.Racks, r => r == node.Rack);
        if (filter.Labels is not { Count: > 0 } labels)
            yield break;

        // Drydock takes any label for enough; its documentation, which sites are written by, means all of them under an intersection (Q41).
        bool HasLabel(KeyValuePair<string, string> label) => node.OwnerData.TryGetValue(label.Key, out var value) && value == label.Value;
        yield return filter.Type == Intersection ? labels.All(HasLabel) : labels.Any(HasLabel);
    }

    private static bool? Any(IReadOnlyList<string>? members, Func<string, bool> fits) =>
        members is { Count: > 0 } ? members.Any(fits) : null;
}
