using System.Text.Json.Nodes;
using Drydock.Maas.Simulator;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Provisioning.Tests.Versions;

/// <summary>
/// The same requests were sent to a real MAAS 3.4.10 and a real 3.7.3. The simulator answers as each did where they differ, and alike where
/// they did; where it still answers otherwise than both, VersionDifferences.txt names the request.
/// </summary>
public sealed class VersionAnswerTests(ITestOutputHelper output)
{
    private static readonly string[] Known =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "VersionDifferences.txt")).Where(line => line is not ['#', ..] and not "")];

    public static TheoryData<string, string> Groups
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var group in VersionAnswer.Read().Select(answer => answer.Group).Distinct())
            {
                foreach (var version in MaasSimulator.Versions)
                    data.Add(group, version);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task A_version_is_played_as_it_answers(string group, string version)
    {
        var site = await PlayedSite.StartAsync(version);
        var differing = new List<string>();
        var asked = 0;
        foreach (var answer in VersionAnswer.Read().Where(answer => answer.Group == group))
        {
            if (answer.Event is { } happen)
            {
                site.Let(happen);
                continue;
            }

            asked++;
            if (Difference(site, answer, version) is { } difference)
                differing.Add($"{version} {answer.Number} {answer.Text}: {difference}");
        }

        output.WriteLine($"{asked - differing.Count} of {asked} are answered alike.");
        differing.ForEach(output.WriteLine);
        var learnt = VersionAnswer.Read().Where(answer => answer.Group == group && IsKnown($"{version} {answer.Number} {answer.Text}"))
            .Select(answer => $"{version} {answer.Number} ").Where(line => !differing.Exists(d => d.StartsWith(line, StringComparison.Ordinal)));
        output.WriteLine($"To be taken off the list: {string.Join(", ", learnt)}");
        Assert.DoesNotContain(differing, difference => !IsKnown(difference));
    }

    private static bool IsKnown(string text) => Known.Any(line => text.StartsWith(line + ' ', StringComparison.Ordinal));

    private static string? Difference(PlayedSite site, VersionAnswer answer, string version)
    {
        var expected = answer.Of(version);
        ApiResponse actual;
        try
        {
            actual = site.Send(answer.Text);
        }
        catch (KeyNotFoundException)
        {
            return expected["missing"] is null ? "is about what there is not" : null;
        }

        if (expected["missing"] is not null)
            return "is about what there should not be";
        var body = site.Name(actual.BodyText);
        if (expected["status"]!.GetValue<int>() != actual.Status)
            return $"{expected["status"]} expected, found {actual.Status} {Short(body)}";
        if (expected["type"]?.ToString() is { } type && type != actual.ContentType)
            return $"{type} expected, found {actual.ContentType}";
        return expected["text"] is { } text ? DifferenceOfText(text, site.NameDefault, body) : DifferenceOfMembers(expected, body);
    }

    private static string? DifferenceOfText(JsonNode text, Func<string, string> fill, string body)
    {
        var expected = text is JsonObject ? text.ToJsonString() : fill(text.ToString());
        var found = text is JsonObject && TryParse(body) is { } parsed ? parsed.ToJsonString() : body;
        return VersionAnswer.Normalize(Sorted(expected)) == VersionAnswer.Normalize(Sorted(found)) ? null : $"{Short(expected)} expected, found {Short(found)}";
    }

    /// <summary>Fields of a refusal in an order of their own.</summary>
    private static string Sorted(string text) => TryParse(text) is JsonObject fields
        ? string.Join("; ", fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}: {field.Value?.ToJsonString()}"))
        : text;

    private static string? DifferenceOfMembers(JsonObject expected, string body)
    {
        if (expected["members"] is null && expected["absent"] is null)
            return null;
        var json = TryParse(body);
        var wrong = (expected["members"]?.AsObject() ?? []).Where(m => !JsonNode.DeepEquals(At(json, m.Key), m.Value) || !Has(json, m.Key))
            .Select(m => $"{m.Key} {m.Value?.ToJsonString() ?? "null"} expected, found {At(json, m.Key)?.ToJsonString() ?? (Has(json, m.Key) ? "null" : "nothing")}");
        var extra = (expected["absent"]?.AsArray() ?? []).Select(path => path!.ToString()).Where(path => Has(json, path)).Select(path => $"{path} should not be there");
        return wrong.Concat(extra).ToList() is { Count: > 0 } all ? string.Join("; ", all) : null;
    }

    private static JsonNode? At(JsonNode? json, string path) => path.Split('/')[1..].Aggregate(json, (node, part) => node switch
    {
        JsonArray array => array.ElementAtOrDefault(int.Parse(part, null)),
        JsonObject members => members[part],
        _ => null,
    });

    private static bool Has(JsonNode? json, string path) => At(json, path[..path.LastIndexOf('/')]) switch
    {
        JsonArray array => int.Parse(path[(path.LastIndexOf('/') + 1)..], null) < array.Count,
        JsonObject members => members.ContainsKey(path[(path.LastIndexOf('/') + 1)..]),
        _ => false,
    };

    private static JsonNode? TryParse(string text)
    {
        try
        {
            return text.Length > 0 && text[0] is '{' or '[' ? JsonNode.Parse(text) : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static string Short(string text) => text.Length <= 160 ? text : text[..160] + " ...";
}
