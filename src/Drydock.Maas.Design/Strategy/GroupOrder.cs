namespace Drydock.Maas.Design.Strategy;

/// <summary>Refuses groups of one name, groups nobody defined, and groups that wait for each other.</summary>
internal static class GroupOrder
{
    public static void Check(DeploymentStrategy strategy, StrategyProblems problems)
    {
        var groups = new Dictionary<string, DeploymentGroup>(StringComparer.Ordinal);
        for (var i = 0; i < strategy.Groups.Count; i++)
        {
            if (!groups.TryAdd(strategy.Groups[i].Name, strategy.Groups[i]))
                problems.Add(ErrorIds.DuplicateGroup, $"$.groups[{i}].name", $"There is a group {strategy.Groups[i].Name} already.");
        }

        for (var i = 0; i < strategy.Groups.Count; i++)
        {
            foreach (var unknown in strategy.Groups[i].DependsOn.Where(d => !groups.ContainsKey(d)))
                problems.Add(
                    ErrorIds.UnknownGroup, $"$.groups[{i}].depends_on",
                    $"There is no group {unknown}; there are {string.Join(", ", groups.Keys)}.");
        }

        if (FindCycle(strategy.Groups, groups) is { } cycle)
            problems.Add(ErrorIds.GroupCycle, "$.groups", $"These groups wait for each other: {string.Join(" -> ", cycle)}.");
    }

    /// <summary>Takes away groups that wait for none of the rest; what cannot be taken away goes in circles.</summary>
    private static List<string>? FindCycle(IReadOnlyList<DeploymentGroup> all, Dictionary<string, DeploymentGroup> groups)
    {
        var open = all.Select(g => g.Name).ToHashSet(StringComparer.Ordinal);
        while (open.RemoveWhere(name => !groups[name].DependsOn.Any(open.Contains)) > 0)
        {
        }

        if (open.Count == 0)
            return null;
        var path = new List<string> { all.First(g => open.Contains(g.Name)).Name };
        while (true)
        {
            var next = groups[path[^1]].DependsOn.First(open.Contains);
            var start = path.IndexOf(next);
            path.Add(next);
            if (start >= 0)
                return path[start..];
        }
    }
}
