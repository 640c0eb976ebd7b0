using System.Text.Json.Nodes;

namespace Drydock.Maas.Design.Tests.Corpus;

/// <summary>One design of the corpus: its documents, and what Drydock made of them.</summary>
internal sealed class CorpusCase
{
    private CorpusCase(string name, string path, JsonNode expected)
    {
        Name = name;
        DesignPath = path;
        Expected = expected;
    }

    public string Name { get; }

    public string DesignPath { get; }

    public JsonNode Expected { get; }

    /// <summary>The effective site, or null when Drydock made none of it.</summary>
    public JsonNode? Effective => Expected["effective"];

    public static IEnumerable<string> DesignNames => !CorpusFolder.Has("designs")
        ? []
        : Directory.EnumerateFiles(CorpusFolder.GetPath("designs"), "*.expected.json")
            .Select(f => Path.GetFileName(f)[..^".expected.json".Length])
            .Order(StringComparer.Ordinal);

    public static IEnumerable<string> SiteNames => !CorpusFolder.Has("sites")
        ? []
        : Directory.EnumerateDirectories(CorpusFolder.GetPath("sites")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);

    public static CorpusCase Design(string name) =>
        new(name, CorpusFolder.GetPath("designs", $"{name}.yaml"), Parse(CorpusFolder.GetPath("designs", $"{name}.expected.json")));

    public static CorpusCase Site(string name) => new(
        name,
        CorpusFolder.GetPath("sites", name, "rendered.yaml"),
        new JsonObject { ["effective"] = Parse(CorpusFolder.GetPath("sites", name, "effective.json")) });

    /// <summary>Reads the design with the product.</summary>
    public CorpusOutcome Read()
    {
        try
        {
            return new(DesignReader.Read([DesignSource.FromFile(DesignPath)], null, TestContext.Current.CancellationToken), []);
        }
        catch (DesignException e)
        {
            return new(null, e.Problems);
        }
    }

    private static JsonNode Parse(string path) => JsonNode.Parse(File.ReadAllText(path))!;
}
