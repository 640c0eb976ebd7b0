using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>Names of chance (token keys, system ids) the recorded server gave, and ours for the same things.</summary>
internal sealed class NameMap
{
    private static readonly string[] Chance = ["token_key", "token_secret", "consumer_key", "system_id"];

    private readonly Dictionary<string, string> _ours = new(StringComparer.Ordinal);

    public void Learn(Recording recording, ApiResponse answer)
    {
        if (recording.Method != "POST" || recording.Body is not JsonObject theirs || answer.Status >= 300
            || !answer.ContentType.Contains("json", StringComparison.Ordinal)
            || JsonNode.Parse(answer.BodyText) is not JsonObject ours)
            return;
        foreach (var name in Chance.Where(name => theirs[name] is not null && ours[name]?.ToString() is { Length: > 0 }))
            _ours[theirs[name]!.ToString()] = ours[name]!.ToString();
    }

    /// <summary>Our answer with their names.</summary>
    public string Restore(string text) =>
        _ours.Aggregate(text, (current, pair) => current.Replace(pair.Value, pair.Key, StringComparison.Ordinal));

    public string Translate(string text) =>
        _ours.Aggregate(text, (current, pair) => current.Replace(pair.Key, pair.Value, StringComparison.Ordinal));
}
