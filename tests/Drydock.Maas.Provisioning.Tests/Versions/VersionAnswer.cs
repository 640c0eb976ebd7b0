using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Provisioning.Tests.Versions;

/// <summary>One request that was sent to a real MAAS of two versions, and what of their answers is known; README.md beside the data tells more.</summary>
internal sealed partial record VersionAnswer(int Number, string Group, string Text, JsonObject Content)
{
    /// <summary>What happens in between instead of a request; null for a request.</summary>
    public string? Event => Content["do"]?.ToString();

    /// <summary>All, in the order they were sent; a group begins with the site anew.</summary>
    public static IReadOnlyList<VersionAnswer> Read() =>
        [.. File.ReadLines(Path.Combine(TestFolders.Root, "tests", "Recordings", "maas-3.4-3.7.jsonl")).Select(line => Parse(JsonNode.Parse(line)!.AsObject()))];

    /// <summary>What the version answered.</summary>
    public JsonObject Of(string version) => (Content[version] ?? Content["both"])!.AsObject();

    /// <summary>Whether both are known to have answered alike.</summary>
    public bool IsAlike => Content["both"] is not null;

    /// <summary>A text without what is different each time: numbers of objects, and the order of choices, which is one of chance.</summary>
    public static string Normalize(string text) =>
        Digits().Replace(Choices().Replace(text, m => m.Groups[1] + string.Join(", ", m.Groups[2].Value.Split(", ").Order(StringComparer.Ordinal))), "N");

    private static VersionAnswer Parse(JsonObject content) => new(
        content["number"]?.GetValue<int>() ?? 0, content["group"]!.ToString(), content["request"]?.ToString() ?? "", content);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex("(It should be one of: )(.*?)(?=\\.($|\"))")]
    private static partial Regex Choices();
}
