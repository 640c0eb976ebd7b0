using Drydock.Maas.Design.Deckhand.Values;

namespace Drydock.Maas.Design.Deckhand.Paths;

/// <summary>A path into a value, in the dialect of the library the engine uses.</summary>
/// <param name="Text">As normalised, from $.</param>
/// <param name="Segments">Steps between the places where it descends to any depth (..).</param>
/// <param name="IsReadOnly">Whether it names the root a second time ($.$), which leads there but writes nothing.</param>
internal sealed record JsonPath(string Text, IReadOnlyList<IReadOnlyList<PathStep>> Segments, bool IsReadOnly)
{
    private const int MaxDepth = 500;

    public bool IsRoot => Segments is [{ Count: 0 }];

    /// <summary>Reads a path; a leading dot stands for $., and . alone for $.</summary>
    /// <exception cref="JsonPathException">The path cannot be read.</exception>
    public static JsonPath Parse(string path)
    {
        var text = path is "." ? "$" : path.StartsWith('.') ? "$" + path : path;
        return new JsonPathParser(new PathLexer(text)).Parse();
    }

    public IReadOnlyList<DataNode> Find(DataNode root)
    {
        IEnumerable<DataNode> found = Walk([root], Segments[0]);
        foreach (var segment in Segments.Skip(1))
            found = found.SelectMany(from => Descend(from, segment, 0)).ToList();
        return [.. found];
    }

    /// <summary>The first value the path leads to, or null.</summary>
    public DataNode? First(DataNode root) => Find(root) is [var first, ..] ? first : null;

    /// <summary>Writes to every place the path leads to. Not for the root, which has no container.</summary>
    public void Write(DataNode root, DataNode value)
    {
        IEnumerable<DataNode> from = [root];
        for (var i = 0; i < Segments.Count; i++)
        {
            var isLast = i == Segments.Count - 1;
            if (!isLast)
                from = i == 0 ? Walk(from, Segments[0]).ToList() : from.SelectMany(f => Descend(f, Segments[i], 0)).ToList();
            else if (i == 0)
                Write(from, Segments[0], value);
            else
                foreach (var start in from.ToList())
                    WriteBelow(start, Segments[i], value, 0);
        }
    }

    private static IEnumerable<DataNode> Walk(IEnumerable<DataNode> from, IEnumerable<PathStep> steps) =>
        steps.Aggregate(from, (found, step) => found.SelectMany(step.Find).ToList());

    private static void Write(IEnumerable<DataNode> from, IReadOnlyList<PathStep> steps, DataNode value)
    {
        foreach (var into in Walk(from, steps.Take(steps.Count - 1)).ToList())
            steps[^1].Write(into, value);
    }

    private static IEnumerable<DataNode> Descend(DataNode from, IReadOnlyList<PathStep> steps, int depth) =>
        Walk([from], steps).Concat(Children(from, depth).SelectMany(child => Descend(child, steps, depth + 1)));

    private static void WriteBelow(DataNode into, IReadOnlyList<PathStep> steps, DataNode value, int depth)
    {
        if (into is DataScalar)
            return;
        if (depth > MaxDepth)
            throw new JsonPathException(ErrorIds.RecursionError, "The path leads into the very value it writes.");
        Write([into], steps, value);
        foreach (var child in Children(into, depth))
            WriteBelow(child, steps, value, depth + 1);
    }

    private static IReadOnlyList<DataNode> Children(DataNode node, int depth) => depth > MaxDepth
        ? []
        : node switch
        {
            DataMap map => [.. map.Keys.Select(key => map[key]!)],
            DataList list => [.. list.Items],
            _ => [],
        };
}
