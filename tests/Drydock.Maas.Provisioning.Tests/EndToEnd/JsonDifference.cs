using System.Text.Json.Nodes;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>Where one JSON tree lacks or differs from what another says; what it has beyond that does not count in objects.</summary>
internal static class JsonDifference
{
    public static IEnumerable<string> Missing(JsonNode? expected, JsonNode? actual, string path) => (expected, actual) switch
    {
        (JsonObject e, JsonObject a) => e.Where(m => IsComparable(m.Key)).SelectMany(m => Missing(m.Value, a[m.Key], $"{path}.{m.Key}")),
        (JsonArray e, JsonArray a) when e.Count == a.Count => e.Zip(a).SelectMany((x, i) => Missing(x.First, x.Second, $"{path}[{i}]")),
        _ => JsonNode.DeepEquals(expected, actual) ? [] : [$"{path}: expected {Show(expected)}, found {Show(actual)}"],
    };

    /// <summary>What the models of this issue do not carry.</summary>
    private static bool IsComparable(string member) =>
        member is not ("active_discovery" or "allow_dns" or "allow_proxy" or "comment" or "definition");

    private static string Show(JsonNode? node) => node?.ToJsonString() ?? "null";
}
