using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drydock.Maas.Design.Tests.Corpus;

/// <summary>Compares two JSON trees value by value and names every place where they differ.</summary>
internal static class JsonComparison
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The differences, as path, their text and ours.</summary>
    public static IEnumerable<(string Path, string Theirs, string Ours)> Compare(JsonNode? theirs, JsonNode? ours, string path = "")
    {
        if (theirs is JsonObject theirObject && ours is JsonObject ourObject)
            return CompareObjects(theirObject, ourObject, path);
        if (theirs is JsonArray theirList && ours is JsonArray ourList && theirList.Count == ourList.Count)
            return theirList.SelectMany((item, i) => Compare(item, ourList[i], $"{path}[{i}]"));
        return Text(theirs) == Text(ours) || (IsUnset(theirs) && IsUnset(ours)) ? [] : [(path, Text(theirs), Text(ours))];
    }

    private static IEnumerable<(string Path, string Theirs, string Ours)> CompareObjects(JsonObject theirs, JsonObject ours, string path) =>
        theirs.Select(p => p.Key).Union(ours.Select(p => p.Key)).Order(StringComparer.Ordinal).SelectMany(key =>
        {
            var place = path.Length == 0 ? key : $"{path}.{key}";
            return Compare(theirs[key], ours[key], place);
        });

    /// <summary>Drydock writes what is not set as null or as an empty default, as it happens.</summary>
    private static bool IsUnset(JsonNode? node) => node is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };

    private static string Text(JsonNode? node) => node is null ? "null" : node.ToJsonString(Options);
}
