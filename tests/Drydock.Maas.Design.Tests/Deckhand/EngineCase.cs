using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Drydock.Maas.Design.Deckhand;
using Drydock.Maas.Design.Deckhand.Values;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Tests.Deckhand;

/// <summary>A recorded case of the engine: documents, and what it made of them.</summary>
internal sealed class EngineCase(JsonObject content)
{
    public string Name { get; } = content["name"]!.GetValue<string>();

    public static IEnumerable<EngineCase> ReadAll() =>
        JsonNode.Parse(File.ReadAllText(CorpusFolder.Find("deckhand-cases.json")))!.AsArray()
            .Select(item => new EngineCase(item!.AsObject()));

    // Where the version of the path library matters, the older one is followed.
    public JsonNode? Expected(string kind) =>
        kind is "result" or "result_pegleg_lax" && content[kind] is not null
            ? content["result_jsonpath_ng_1_7_0"] ?? content[kind]
            : content[kind];

    /// <summary>What we make of the documents, in the form of the recording.</summary>
    public JsonObject Render(DeckhandOptions options)
    {
        var problems = new List<DesignProblem>();
        var yaml = content["documents"]!.AsArray()
            .SelectMany(document => YamlStream.Read(document!.ToJsonString(), Name, problems, default))
            .Cast<YamlMap>()
            .ToList();
        Assert.Empty(problems);
        try
        {
            var rendered = DeckhandEngine.Render(yaml, options, problems, TestContext.Current.CancellationToken);
            return new() { ["rendered"] = new JsonArray([.. rendered.Where(d => !d.IsPolicy).Select(Show)]) };
        }
        catch (DesignException e)
        {
            Assert.All(e.Problems, problem => Assert.NotEmpty(problem.Message));
            return new() { ["error"] = e.ErrorId };
        }
    }

    private static JsonObject Show(DeckhandDocument document) => new()
    {
        ["schema"] = document.Schema,
        ["name"] = document.Name,
        ["layer"] = document.Layer,
        ["storagePolicy"] = document.StoragePolicy,
        ["data"] = Show(DataNodes.ToObject(document.Data)),
    };

    private static JsonNode? Show(object? value) => value switch
    {
        null => null,
        IDictionary map => new JsonObject(map.Cast<DictionaryEntry>().Select(e => KeyValuePair.Create((string)e.Key, Show(e.Value)))),
        object?[] list => new JsonArray([.. list.Select(Show)]),
        bool boolean => JsonValue.Create(boolean),
        long or BigInteger => JsonNode.Parse(string.Create(CultureInfo.InvariantCulture, $"{value}")),
        double real => JsonValue.Create(real),
        _ => JsonValue.Create(value.ToString()),
    };
}
