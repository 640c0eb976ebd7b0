using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>Compares answers by member names and JSON types; null and an empty list go with anything.</summary>
internal static class Shape
{
    public static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string path = "$") => (expected, actual) switch
    {
        (null, _) or (_, null) => [],
        (JsonObject left, JsonObject right) => Members(left, right, path),
        (JsonArray left, JsonArray right) => left.Count == 0 || right.Count == 0 ? [] : Differences(left[0], right[0], path + "[0]"),
        _ => Kind(expected) == Kind(actual) ? [] : [$"{path}: {Kind(expected)} expected, {Kind(actual)} found"],
    };

    private static IEnumerable<string> Members(JsonObject left, JsonObject right, string path)
    {
        foreach (var name in left.Select(member => member.Key).Where(name => !right.ContainsKey(name)))
            yield return $"{path}.{name}: missing";
        foreach (var name in right.Select(member => member.Key).Where(name => !left.ContainsKey(name)))
            yield return $"{path}.{name}: not in the recording";
        foreach (var (name, value) in left.Where(member => right.ContainsKey(member.Key)))
        {
            foreach (var difference in Differences(value, right[name], $"{path}.{name}"))
                yield return difference;
        }
    }

    private static string Kind(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString(),
    };
}
