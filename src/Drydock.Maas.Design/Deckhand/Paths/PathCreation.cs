using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Design.Deckhand.Values;

namespace Drydock.Maas.Design.Deckhand.Paths;

/// <summary>
/// Makes room for a path that leads nowhere yet: the text is cut at its dots, a mapping per key, lists padded with mappings.
/// </summary>
internal static partial class PathCreation
{
    private const int MaxIndex = 65_536;

    /// <summary>
    /// Creates what is missing; false where that is not possible. What was made below the first level then stays, as in the engine.
    /// </summary>
    public static bool TryCreate(DataNode root, JsonPath path)
    {
        var undo = new Stack<Action>();
        DataNode? at = root;
        foreach (var name in path.Text.Split('.').Skip(1))
        {
            var kept = at == root ? undo : null;
            at = Indexed().Match(name) is { Success: true } match ? Item(at, match, kept) : Member(at, name, kept);
            if (at is null)
                break;
        }

        if (at is not null && path.Find(root).Count > 0)
            return true;
        while (undo.TryPop(out var step))
            step();
        return false;
    }

    private static DataNode? Member(DataNode at, string name, Stack<Action>? undo)
    {
        if (at is not DataMap map)
            return null;
        if (map[name] is { } present)
            return present;
        var key = name.Trim('\'').Trim('"');
        if (map[key] is null)
            Add(map, key, new DataMap(map.Location), undo);
        return map[key];
    }

    private static DataNode? Item(DataNode at, Match match, Stack<Action>? undo)
    {
        var number = match.Groups[2].Value;
        if (at is not DataMap map
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index > MaxIndex)
            return null;
        var key = match.Groups[1].Value;
        if (map[key] is null)
            Add(map, key, new DataList([], map.Location), undo);
        if (map[key] is not DataList list)
            return null;
        for (var count = list.Items.Count; count <= index; count++)
            list.Items.Add(new DataMap(list.Location));

        return list.Items[index];
    }

    private static void Add(DataMap map, string key, DataNode value, Stack<Action>? undo)
    {
        map[key] = value;
        undo?.Push(() => map.Remove(key));
    }

    // What comes after the first index is left out, and the path then found to lead nowhere, as in the engine.
    [GeneratedRegex(@"^([^\[]*)\[(\d+)\]")]
    private static partial Regex Indexed();
}
