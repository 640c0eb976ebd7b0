using System.Text.Json.Nodes;
using Drydock.Maas.Design.Deckhand;

namespace Drydock.Maas.Design.Tests.Deckhand;

/// <summary>The engine, held against recorded cases: same documents in the same order, or the same class of error.</summary>
public sealed class EngineCaseTests(ITestOutputHelper output)
{
    // What we do otherwise on purpose; docs/differences-from-drydock.md says why.
    private static readonly Dictionary<string, string> Differences = new(StringComparer.Ordinal)
    {
        ["replacement_two_of_same_parent"] = "InvalidDocumentReplacement",
    };

    // Where the engine stumbles over its own language, we refuse too, with the class that fits.
    private static readonly string[] Stumbles =
        ["AttributeError", "IndexError", "KeyError", "NotImplementedError", "RecursionError", "RuntimeError", "TypeError", "ValueError"];

    [Fact]
    public void Strict_rendering_gives_what_the_engine_gives() => Compare("result", new DeckhandOptions());

    [Fact]
    public void Missing_sources_are_let_pass_where_asked() => Compare("result_pegleg_lax", new DeckhandOptions(AllowMissingSource: true));

    [Fact]
    public void Envelopes_are_not_checked_where_asked() => Compare("result_without_prevalidation", new DeckhandOptions(Prevalidate: false));

    private void Compare(string kind, DeckhandOptions options)
    {
        var cases = EngineCase.ReadAll().Where(c => c.Expected(kind) is not null).ToList();
        var differing = new List<string>();
        foreach (var one in cases)
        {
            var expected = one.Expected(kind)!.AsObject();
            var wanted = Differences.GetValueOrDefault(one.Name) is { } error ? new JsonObject { ["error"] = error } : Reduce(expected);
            var actual = one.Render(options);
            var isRefused = actual["error"] is not null && wanted["error"]?.GetValue<string>() is { } name && Stumbles.Contains(name);
            if (!isRefused && !JsonNode.DeepEquals(wanted, actual))
                differing.Add($"{one.Name}: {wanted.ToJsonString()} expected, {actual.ToJsonString()} found");
        }

        output.WriteLine($"{cases.Count - differing.Count} of {cases.Count} agree.");
        Assert.True(differing.Count == 0, string.Join(Environment.NewLine, differing));
    }

    private static JsonObject Reduce(JsonObject expected) =>
        expected["error"] is { } error
            ? new() { ["error"] = error.GetValue<string>().Split('.')[^1] }
            : new() { ["rendered"] = expected["rendered"]!.DeepClone() };
}
