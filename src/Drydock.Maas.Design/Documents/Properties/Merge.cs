namespace Drydock.Maas.Design.Documents.Properties;

/// <summary>Merges a child's values over its parent's; a name with ! in front removes.</summary>
internal static class Merge
{
    private const string Unset = "!";

    /// <summary>The child's value, unless it is absent; ! and -1 unset what was inherited.</summary>
    public static string? Scalar(string? child, string? parent) => child switch
    {
        null => parent,
        Unset or "-1" => null,
        _ => child,
    };

    /// <summary>The child's members, then the parent's that are neither there nor negated.</summary>
    public static IReadOnlyList<string> List(IReadOnlyList<string> child, IReadOnlyList<string> parent)
    {
        if (child.Count == 0)
            return parent;
        var own = child.Where(m => !IsRemoval(m)).ToList();
        return [.. own, .. parent.Where(m => !own.Contains(m) && !child.Contains(Unset + m))];
    }

    /// <summary>The parent's pairs that are not negated, then the child's over them.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Pairs(
        IReadOnlyList<KeyValuePair<string, string>> child, IReadOnlyList<KeyValuePair<string, string>> parent)
    {
        if (child.Count == 0)
            return parent;
        var own = child.Where(p => !IsRemoval(p.Key)).ToDictionary(StringComparer.Ordinal);
        var removed = child.Where(p => IsRemoval(p.Key)).Select(p => p.Key[1..]).ToHashSet(StringComparer.Ordinal);
        var inherited = parent.Where(p => !removed.Contains(p.Key))
            .Select(p => own.Remove(p.Key, out var value) ? KeyValuePair.Create(p.Key, value) : p).ToList();
        return [.. inherited, .. child.Where(p => own.ContainsKey(p.Key))];
    }

    /// <summary>Things by name: the parent's in order, merged with the child's of the same name, then the child's own.</summary>
    public static IReadOnlyList<T> Named<T>(IReadOnlyList<T> child, IReadOnlyList<T> parent, Func<T, string> name, Func<T, T, T> merge)
    {
        if (child.Count == 0)
            return parent;
        var merged = new List<T>();
        foreach (var inherited in parent.Where(p => !child.Any(c => name(c) == Unset + name(p))))
        {
            var own = child.FirstOrDefault(c => name(c) == name(inherited));
            merged.Add(own is null ? inherited : merge(own, inherited));
        }

        merged.AddRange(child.Where(c => !IsRemoval(name(c)) && !parent.Any(p => name(p) == name(c))));
        return merged;
    }

    private static bool IsRemoval(string name) => name.StartsWith('!');
}
