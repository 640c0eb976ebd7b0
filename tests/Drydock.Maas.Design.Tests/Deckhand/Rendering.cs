using System.Text.Json;
using Drydock.Maas.Design.Deckhand;
using Drydock.Maas.Design.Deckhand.Values;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Tests.Deckhand;

/// <summary>Renders short documents: a layering policy of global, type and site goes with them.</summary>
internal static class Rendering
{
    private const string Policy = """
        ---
        schema: deckhand/LayeringPolicy/v1
        metadata: {schema: metadata/Control/v1, name: policy}
        data: {layerOrder: [global, type, site]}

        """;

    /// <summary>A document; the metadata is added to what every document has.</summary>
    public static string Document(
        string name, string layer, string data, string layering = "", string metadata = "", string schema = "ex/Kind/v1") => $$"""
        ---
        schema: {{schema}}
        metadata:
          schema: metadata/Document/v1
          name: {{name}}
          storagePolicy: cleartext
          layeringDefinition: { layer: {{layer}}{{(layering.Length > 0 ? ", " + layering : "")}} }
          {{metadata}}
        data: {{data}}

        """;

    /// <summary>A child of the document labelled p, with one action.</summary>
    public static string Child(string method, string path, string data, string more = "") => Document(
        "c", "site", data, $"parentSelector: {{ k: p }}, actions: [ {{ method: {method}, path: '{path}' }}{more} ]");

    public static string Parent(string data, string layering = "abstract: true") =>
        Document("p", "global", data, layering, "labels: { k: p }");

    /// <summary>A substitution for the metadata of a document.</summary>
    public static string Taking(string path, string place) =>
        $"substitutions: [ {{ src: {{ schema: ex/Kind/v1, name: s, path: '{path}' }}, dest: {place} }} ]";

    public static IReadOnlyList<DeckhandDocument> Render(
        string documents, DeckhandOptions? options = null, List<DesignProblem>? warnings = null)
    {
        var problems = new List<DesignProblem>();
        var yaml = YamlStream.Read(Policy + documents, "test.yaml", problems, CancellationToken.None).Cast<YamlMap>().ToList();
        Assert.Empty(problems);
        return DeckhandEngine.Render(yaml, options ?? new(), warnings ?? [], CancellationToken.None);
    }

    /// <summary>The data of one rendered document, as JSON.</summary>
    public static string DataOf(string name, string documents) =>
        JsonSerializer.Serialize(DataNodes.ToObject(Render(documents).Single(d => d.Name == name).Data));

    public static DesignProblem Refusal(string documents, DeckhandOptions? options = null) =>
        Assert.Single(Assert.Throws<DesignException>(() => Render(documents, options)).Problems);
}
