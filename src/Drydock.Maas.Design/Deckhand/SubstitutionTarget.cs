using System.Globalization;
using Drydock.Maas.Design.Deckhand.Paths;
using Drydock.Maas.Design.Deckhand.Values;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>The place that a substitution writes to, with the pattern that it replaces there.</summary>
/// <param name="Path">The place in the document's data.</param>
/// <param name="Pattern">Only what matches in the text there is written over; null writes over the whole.</param>
/// <param name="Depth">How many levels below the place texts are patched; null for the place itself, -1 for all.</param>
internal sealed record SubstitutionTarget(JsonPath Path, string? Pattern, int? Depth)
{
    /// <summary>Whether the pattern was found where it was looked for.</summary>
    public bool HasMatched { get; private set; }

    public static SubstitutionTarget Read(YamlMap place)
    {
        var path = (place.Find("path") as YamlScalar)?.Text ?? "";
        if (path is not ("." or "$") && !path.StartsWith('.') && !path.StartsWith("$.", StringComparison.Ordinal))
            throw new SubstitutionFault($"The path {PathLexer.Shorten(path)} must begin with a dot.");
        var pattern = (place.Find("pattern") as YamlScalar)?.Text is { Length: > 0 } text ? text : null;
        return new(JsonPath.Parse(path), pattern, pattern is null ? null : GetDepth(place));
    }

    private static int? GetDepth(YamlMap place)
    {
        var number = (place.Find("recurse") as YamlMap)?.Find("depth") as YamlScalar;
        return int.TryParse(number?.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var levels) ? levels : null;
    }

    /// <summary>The data with the value written in.</summary>
    public DataNode Write(DataNode data, DataNode value)
    {
        if (Pattern is null)
            return Path.IsReadOnly ? NotEmpty(data) : Path.IsRoot ? PutRoot(data, value) : Put(data, value);
        var first = Path.First(data) ?? (Depth is null ? throw Nowhere() : Create(data));
        var patched = Depth is { } depth && first is not DataScalar ? PatchBelow(first, value, depth) : Patch(first, value);
        if (Path.IsRoot)
            return Path.IsReadOnly ? data : patched;
        Path.Write(data, patched);
        return data;
    }

    // A mapping at the root is laid over what is there; nothing is taken for nothing substituted.
    private static DataNode PutRoot(DataNode data, DataNode value)
    {
        if (value is not DataMap from || data is not DataMap into)
            return NotEmpty(value);
        foreach (var key in from.Keys)
            into[key] = from[key];
        return into;
    }

    private static DataNode NotEmpty(DataNode value) =>
        IsEmpty(value) ? throw new SubstitutionFault("An empty value cannot stand for the whole data.") : value;

    private DataNode Create(DataNode data) => PathCreation.TryCreate(data, Path)
        ? Path.First(data)!
        : throw Nowhere();

    private SubstitutionFault Nowhere() => new($"There is nothing at {Path.Text}.");

    private DataNode Put(DataNode data, DataNode value)
    {
        if (Path.Find(data).Count == 0)
            Create(data);
        Path.Write(data, value);
        return data;
    }

    private DataScalar Patch(DataNode place, DataNode value)
    {
        if (place is not DataScalar { Typed: string text })
            throw new SubstitutionFault($"What stands at {Path.Text} is no text to look for the pattern {Pattern} in.");
        HasMatched |= PythonPattern.Search(Pattern!, text, 0) is not null;
        return DataNodes.Text(PythonPattern.Replace(Pattern!, text, SubstitutedText.Write(value)), place.Location);
    }

    // Below, a text is only tried when it contains the pattern as it is written: the engine does so, and patterns are plain words.
    private DataNode PatchBelow(DataNode node, DataNode value, int levels)
    {
        if (levels == 0)
            return node;
        if (node is DataMap map)
        {
            foreach (var key in map.Keys.ToList())
                map[key] = PatchMember(map[key]!, value, levels);
        }
        else if (node is DataList list)
        {
            for (var i = 0; i < list.Items.Count; i++)
                list.Items[i] = PatchMember(list.Items[i], value, levels);
        }

        return node;
    }

    private DataNode PatchMember(DataNode member, DataNode value, int levels) => member switch
    {
        DataScalar { Typed: string text } when text.Contains(Pattern!, StringComparison.Ordinal) => Patch(member, value),
        DataScalar => member,
        _ => PatchBelow(member, value, levels - 1),
    };

    private static bool IsEmpty(DataNode value) => value switch
    {
        DataList list => list.Items.Count == 0,
        DataMap map => map.Count == 0,
        DataScalar { Typed: null or false or "" } => true,
        DataScalar { Typed: System.Numerics.BigInteger { IsZero: true } or 0.0 } => true,
        _ => false,
    };
}
