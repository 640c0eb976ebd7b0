using System.Collections.Specialized;
using System.Numerics;
using Drydock.Maas.Design.Deckhand.Errors;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Deckhand.Values;

/// <summary>Makes, copies and compares values.</summary>
internal static class DataNodes
{
    /// <summary>How deep values may be nested; substitution can put one into itself.</summary>
    public const int MaxDepth = 500;

    public static DataNode Null(DocumentLocation location) => new DataScalar(new("", true, location));

    public static DataScalar Text(string text, DocumentLocation location) => new(new(text, false, location));

    public static bool IsNull(DataNode? node) => node is null or DataScalar { Yaml.IsNull: true };

    /// <summary>The value of a YAML node; what an alias shares stays shared.</summary>
    public static DataNode From(YamlNode node) => From(node, new(ReferenceEqualityComparer.Instance));

    /// <summary>The value as YAML again.</summary>
    public static YamlNode ToYaml(DataNode node, int depth = 0) => Bounded(node, depth) switch
    {
        DataMap map => new YamlMap(
            [.. map.Keys.Select(key => new YamlEntry(key, map[key]!.Location, ToYaml(map[key]!, depth + 1)))], map.Location),
        DataList list => new YamlList([.. list.Items.Select(item => ToYaml(item, depth + 1))], list.Location),
        _ => ((DataScalar)node).Yaml,
    };

    /// <summary>
    /// The value as plain objects: OrderedDictionary, object[], string, bool, long or BigInteger, double, DateTime or null.
    /// </summary>
    public static object? ToObject(DataNode node, int depth = 0)
    {
        switch (Bounded(node, depth))
        {
            case DataMap map:
                var members = new OrderedDictionary(StringComparer.Ordinal);
                foreach (var key in map.Keys)
                    members.Add(key, ToObject(map[key]!, depth + 1));
                return members;
            case DataList list:
                return list.Items.Select(item => ToObject(item, depth + 1)).ToArray();
            default:
                var value = ((DataScalar)node).Typed;
                return value is BigInteger number && number >= long.MinValue && number <= long.MaxValue ? (long)number : value;
        }
    }

    public static DataNode DeepCopy(DataNode node) => DeepCopy(node, new(ReferenceEqualityComparer.Instance));

    /// <summary>A new container with the same members.</summary>
    public static DataNode ShallowCopy(DataNode node)
    {
        switch (node)
        {
            case DataMap map:
                var copy = new DataMap(map.Location);
                foreach (var key in map.Keys)
                    copy[key] = map[key];
                return copy;
            case DataList list:
                return new DataList([.. list.Items], list.Location);
            default:
                return node;
        }
    }

    /// <summary>Equal as Python finds values equal: numbers and booleans by value, texts exactly.</summary>
    public static bool AreEqual(DataNode left, DataNode right) => (left, right) switch
    {
        (DataMap one, DataMap other) =>
            one.Count == other.Count && one.Keys.All(key => other[key] is { } value && AreEqual(one[key]!, value)),
        (DataList one, DataList other) => one.Items.Count == other.Items.Count
            && one.Items.Zip(other.Items).All(pair => AreEqual(pair.First, pair.Second)),
        (DataScalar one, DataScalar other) => PythonScalar.AreEqual(one.Typed, other.Typed),
        _ => false,
    };

    private static DataNode From(YamlNode node, Dictionary<YamlNode, DataNode> known)
    {
        if (known.TryGetValue(node, out var same))
            return same;
        switch (node)
        {
            case YamlMap yaml:
                var map = new DataMap(yaml.Location);
                known[node] = map;
                foreach (var entry in yaml.Entries)
                    map[entry.Key] = From(entry.Value, known);
                return map;
            case YamlList yaml:
                var list = new DataList(new(yaml.Items.Count), yaml.Location);
                known[node] = list;
                list.Items.AddRange(yaml.Items.Select(item => From(item, known)));
                return list;
            default:
                return new DataScalar((YamlScalar)node);
        }
    }

    private static DataNode DeepCopy(DataNode node, Dictionary<DataNode, DataNode> known)
    {
        if (node is DataScalar)
            return node;
        if (known.TryGetValue(node, out var same))
            return same;
        if (node is DataMap from)
        {
            var map = new DataMap(from.Location);
            known[node] = map;
            foreach (var key in from.Keys)
                map[key] = DeepCopy(from[key]!, known);
            return map;
        }

        var list = new DataList([], node.Location);
        known[node] = list;
        list.Items.AddRange(((DataList)node).Items.Select(item => DeepCopy(item, known)));
        return list;
    }

    private static DataNode Bounded(DataNode node, int depth) => depth <= MaxDepth
        ? node
        : throw new DeckhandException(
            ErrorIds.UnknownSubstitutionError, $"Substitution nests values more than {MaxDepth} deep.", node.Location);
}
