using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>Compares answers member by member; times and names of chance only by their form.</summary>
internal static class Shape
{
    /// <summary>How the difference ends that an answer has a member more.</summary>
    public const string NotRecorded = ": not in the recording";

    private const int LongestShown = 300;
    private static readonly string[] Chance = ["anon_resource_uri", "token", "token_key", "token_secret", "consumer_key", "uuid", "ip_address", "runtime"];
    private static readonly string[] Unordered = ["tag_names", "service_set", "$.subnets"];

    private static readonly string[] TimeForms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.fff", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", "ddd, dd MMM. yyyy HH:mm:ss", "ddd, dd MMM yyyy HH:mm:ss '-0000'",
        "ddd, dd MMM yyyy HH:mm:ss '+0000'",
    ];

    private static readonly string[] Moments = ["starttime", "endtime"];

    public static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string path = "$") => (expected, actual) switch
    {
        (JsonObject left, JsonObject right) => Members(left, right, path),
        (JsonArray left, JsonArray right) when IsNamed(Unordered, path) && Sorted(left).SequenceEqual(Sorted(right)) => [],
        (JsonArray left, JsonArray right) when left.Count == right.Count && InOrderOf(left, right) is { } sorted =>
            Items(left, sorted, path).Prepend($"{path}: in another order"),
        (JsonArray left, JsonArray right) when left.Count == right.Count => Items(left, right, path),
        (JsonArray left, JsonArray right) => [$"{path}: {left.Count} expected, {right.Count} found"],
        _ => JsonNode.DeepEquals(expected, actual) || IsChance(expected, actual, path)
            ? []
            : [$"{path}: {Show(expected)} expected, {Show(actual)} found"],
    };

    /// <summary>The second array in the order of the first; null when it is in that order, or holds other things.</summary>
    private static JsonArray? InOrderOf(JsonArray left, JsonArray right)
    {
        var wanted = left.Select(Key).ToArray();
        var found = right.ToLookup(Key);
        return Array.TrueForAll(wanted, key => key is not null && found[key].Count() == 1) && !wanted.SequenceEqual(right.Select(Key))
            ? new JsonArray(wanted.Select(key => found[key].Single()!.DeepClone()).ToArray())
            : null;
    }

    private static IEnumerable<string> Sorted(JsonArray items) => items.Select(SortedText).Order(StringComparer.Ordinal);

    /// <summary>The text of an item with its members by name.</summary>
    private static string SortedText(JsonNode? item) => item switch
    {
        JsonObject members => string.Concat(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}={SortedText(member.Value)};")),
        _ => item?.ToJsonString() ?? "null",
    };

    private static string? Key(JsonNode? item) => ((item as JsonObject)?["id"] ?? (item as JsonObject)?["system_id"])?.ToString();

    private static IEnumerable<string> Items(JsonArray left, JsonArray right, string path) =>
        left.Zip(right).SelectMany((pair, index) => Differences(pair.First, pair.Second, $"{path}[{index}]"));

    private static IEnumerable<string> Members(JsonObject left, JsonObject right, string path)
    {
        foreach (var name in left.Select(member => member.Key).Where(name => !right.ContainsKey(name)))
            yield return $"{path}.{name}: missing";
        foreach (var name in right.Select(member => member.Key).Where(name => !left.ContainsKey(name)))
            yield return $"{path}.{name}{NotRecorded}";
        foreach (var (name, value) in left.Where(member => right.ContainsKey(member.Key)))
        {
            foreach (var difference in Differences(value, right[name], $"{path}.{name}"))
                yield return difference;
        }
    }

    private static bool IsChance(JsonNode? expected, JsonNode? actual, string path) =>
        expected is not null && actual is not null && expected.GetValueKind() == actual.GetValueKind() && (IsNamed(Chance, path)
            || (expected.GetValueKind() == JsonValueKind.Number && IsNamed(Moments, path))
            || (expected.GetValueKind() == JsonValueKind.String && FormOf(expected) is { } form && form == FormOf(actual)));

    private static bool IsNamed(string[] names, string path) =>
        Array.Exists(names, name => path == name || path.EndsWith("." + name, StringComparison.Ordinal));

    /// <summary>The form of a time; null for what is none.</summary>
    private static string? FormOf(JsonNode text) => Array.Find(TimeForms, form => DateTimeOffset.TryParseExact(
        text.GetValue<string>(), form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));

    private static string Show(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length > LongestShown ? text[..LongestShown] + "…" : text;
    }
}
