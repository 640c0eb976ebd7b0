namespace Drydock.Maas.Module.Tests.Conventions;

/// <summary>The folders of a project, and which of them depend on which because their types use each other.</summary>
internal sealed class FolderGraph
{
    private const int UsesShown = 5;

    private readonly Dictionary<string, SortedDictionary<string, List<TypeUse>>> _dependencies;

    public FolderGraph(IEnumerable<TypeUse> uses) =>
        _dependencies = uses.Where(u => u.User.Folder != u.Used.Folder)
            .GroupBy(u => u.User.Folder, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, DependenciesOf, StringComparer.Ordinal);

    /// <summary>One text for each group of folders that depend on each other: its shortest cycle, with the uses that make it.</summary>
    public IReadOnlyList<string> DescribeCycles()
    {
        var described = new HashSet<string>(StringComparer.Ordinal);
        var cycles = new List<string>();
        foreach (var folder in _dependencies.Keys.Order(StringComparer.Ordinal).Where(f => FindPath(f, f) is not null))
        {
            if (described.Contains(folder))
                continue;
            var members = _dependencies.Keys.Where(f => FindPath(folder, f) is not null && FindPath(f, folder) is not null)
                .Order(StringComparer.Ordinal).ToList();
            described.UnionWith(members);
            cycles.Add(Describe(members.Select(f => FindPath(f, f)!).MinBy(c => c.Count)!, members));
        }

        return cycles;
    }

    private static SortedDictionary<string, List<TypeUse>> DependenciesOf(IEnumerable<TypeUse> uses) =>
        new(uses.GroupBy(u => u.Used.Folder, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Distinct().ToList()), StringComparer.Ordinal);

    /// <summary>The shortest way over at least one dependency, with both its ends.</summary>
    private List<string>? FindPath(string start, string end)
    {
        var previous = new Dictionary<string, string>(StringComparer.Ordinal);
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var folder))
        {
            foreach (var next in _dependencies.TryGetValue(folder, out var found) ? found.Keys : Enumerable.Empty<string>())
            {
                if (!previous.TryAdd(next, folder))
                    continue;
                if (next == end)
                    return TraceBack(previous, start, end);
                queue.Enqueue(next);
            }
        }

        return null;
    }

    private static List<string> TraceBack(Dictionary<string, string> previous, string start, string end)
    {
        var path = new List<string> { end };
        do
            path.Insert(0, previous[path[0]]);
        while (path[0] != start);
        return path;
    }

    private string Describe(List<string> cycle, List<string> members)
    {
        var lines = new List<string> { string.Join(" → ", cycle) };
        lines.AddRange(cycle.Zip(cycle.Skip(1), DescribeDependency));
        if (members.Count > cycle.Count - 1)
            lines.Add($"    {members.Count} folders depend on each other: {string.Join(", ", members)}");
        return string.Join(Environment.NewLine, lines);
    }

    private string DescribeDependency(string from, string to)
    {
        var uses = _dependencies[from][to];
        var rest = uses.Count > UsesShown ? $" and {uses.Count - UsesShown} more" : "";
        return $"    {from} → {to} because {string.Join(", ", uses.Take(UsesShown).Select(u => $"{u.User.Name} uses {u.Used.Name}"))}{rest}";
    }
}
