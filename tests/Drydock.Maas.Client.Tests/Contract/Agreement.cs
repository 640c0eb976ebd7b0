using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drydock.Maas.Client.Tests.Contract;

/// <summary>Compares what was read, written back as JSON, with what was recorded; remembers members that were never recorded.</summary>
internal sealed class Agreement
{
    private readonly HashSet<string> _known = [];
    private readonly HashSet<string> _recorded = [];

    public List<string> Differences { get; } = [];

    /// <summary>Members of our models that no recording has: misspelt, or of other versions of MAAS.</summary>
    public IEnumerable<string> NeverRecorded => _known.Except(_recorded).Order(StringComparer.Ordinal);

    public void Compare(string place, string type, JsonNode? read, JsonNode? recorded)
    {
        if (IsNothing(read) && IsNothing(recorded))
            return;
        if (read is JsonObject ours && recorded is JsonObject theirs)
            CompareMembers(place, type, ours, theirs);
        else if (read is JsonArray list && recorded is JsonArray other && list.Count == other.Count)
            list.Zip(other).ToList().ForEach(pair => Compare(place, type, pair.First, pair.Second));
        else if (Text(read) != Text(recorded))
            Differences.Add($"{place}: read {Text(read)}, recorded {Text(recorded)}");
    }

    private void CompareMembers(string place, string type, JsonObject read, JsonObject recorded)
    {
        foreach (var (name, value) in read)
        {
            _known.Add($"{type}.{name}");
            if (recorded.ContainsKey(name))
                _recorded.Add($"{type}.{name}");
            if (recorded.ContainsKey(name) || !IsDefault(value))
                Compare($"{place}.{name}", name, value, recorded[name]);
        }
    }

    private static bool IsDefault(JsonNode? node) => IsNothing(node) || Text(node) is "0" or "false";

    private static bool IsNothing(JsonNode? node) =>
        node is null or JsonArray { Count: 0 } or JsonObject { Count: 0 } || node.ToJsonString() == "\"\"";

    private static string Text(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number ? Number(node.ToJsonString()) : node?.ToString() ?? "nothing";

    /// <summary>500 and 500.0 are the same number.</summary>
    private static string Number(string json) =>
        decimal.Parse(json, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("0.######", CultureInfo.InvariantCulture);
}
