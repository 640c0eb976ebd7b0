using Drydock.Maas.Design.Deckhand;
using Drydock.Maas.Design.Deckhand.Errors;
using Drydock.Maas.Design.Deckhand.Values;
using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Strategy;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Airship;

/// <summary>Renders documents of any kind: layered and substituted, as pegleg and Deckhand would.</summary>
public static class AirshipReader
{
    private static readonly string[] DeploymentSchemas = [StrategyReader.Schema, StrategyReader.ConfigurationSchema];

    /// <summary>Renders all documents of the sources; the concrete ones, parents and sources first.</summary>
    /// <param name="sources">Files and texts, in order.</param>
    /// <param name="options">How strict to be.</param>
    /// <param name="warnings">Takes what was let pass.</param>
    /// <param name="token">Ends the work.</param>
    /// <exception cref="DesignException">
    /// What is wrong, with the error class of Deckhand as the id where it is Deckhand that refuses.
    /// </exception>
    public static IReadOnlyList<AirshipDocument> Render(
        IReadOnlyList<DesignSource> sources, DesignOptions options, ICollection<DesignProblem> warnings, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        var problems = new List<DesignProblem>();
        var yaml = new PeglegDocuments(options).Open(DocumentReader.Read(sources, problems, warnings, options.Progress, token));
        foreach (var node in yaml.Where(node => node is not YamlMap))
        {
            problems.Add(new DesignProblem
            {
                ErrorId = ErrorIds.NotADocument, Message = "A document must be a mapping.", Location = node.Location,
            });
        }

        if (problems.Count > 0)
            throw new DesignException(problems);
        return Told(DeckhandEngine.Render(yaml.Cast<YamlMap>(), Engine(options), warnings, token), Show);
    }

    /// <summary>The documents that say how nodes are rolled out; layered where a layering policy is among them, else as they are.</summary>
    internal static IReadOnlyList<AirshipDocument> ReadDeployment(IReadOnlyList<DesignSource> sources, CancellationToken token)
    {
        var problems = new List<DesignProblem>();
        var yaml = new PeglegDocuments(new DesignOptions()).Open(DocumentReader.Read(sources, problems, [], null, token));
        return problems.Count == 0
            ? DeploymentDocuments(RenderForDrydock(yaml, new DesignOptions(), [], token))
            : throw new DesignException(problems);
    }

    /// <summary>Whether a layering policy is among the documents, so that they mean something only once rendered.</summary>
    internal static bool IsAuthored(IReadOnlyList<YamlNode> yaml) =>
        yaml.OfType<YamlMap>().Any(map => map.Find("schema") is YamlScalar schema && DeckhandDocument.IsPolicySchema(schema.Text));

    /// <summary>The layers that the documents' layering policy names, the least specific first.</summary>
    internal static IReadOnlyList<string> GetLayers(IReadOnlyList<YamlNode> yaml) =>
        yaml.OfType<YamlMap>().Select(map => new DeckhandDocument(map)).FirstOrDefault(d => d.IsPolicy) is { } policy
            ? LayeringPolicy.GetNames(policy)
            : [];

    /// <summary>Documents as Drydock gets them: rendered where a layering policy is among them, else as they are.</summary>
    internal static IReadOnlyList<YamlNode> RenderForDrydock(
        IReadOnlyList<YamlNode> yaml, DesignOptions options, ICollection<DesignProblem> warnings, CancellationToken token)
    {
        if (!IsAuthored(yaml))
            return yaml;
        // Deckhand's order depends on the order of files; sorted, two checkouts of a site give one design.
        var lenient = Engine(options) with { IsLenient = true };
        var needed = DocumentClosure.Select([.. yaml.OfType<YamlMap>()], GetLayers(yaml), warnings);
        var rendered = DeckhandEngine.Render(needed, lenient, warnings, token);
        var ofUse = rendered.Where(d => IsOfUse(d.Schema))
            .OrderBy(d => d.Schema, StringComparer.Ordinal)
            .ThenBy(d => d.Name, StringComparer.Ordinal);
        return Told(ofUse, d => d.Render());
    }

    // Substitution can put a value into itself, which shows only when it is written out.
    private static List<T> Told<T>(IEnumerable<DeckhandDocument> documents, Func<DeckhandDocument, T> show)
    {
        try
        {
            return [.. documents.Select(show)];
        }
        catch (DeckhandException e)
        {
            throw new DesignException(e.Problem);
        }
    }

    /// <summary>Whether a document is for Drydock, or says how its nodes are rolled out.</summary>
    internal static bool IsOfUse(string schema) =>
        schema.StartsWith("drydock/", StringComparison.Ordinal) || DeploymentSchemas.Contains(schema);

    /// <summary>Their documents with places, by kind and name.</summary>
    internal static IEnumerable<Document> DeploymentOrigins(IReadOnlyList<YamlNode> yaml) =>
        yaml.OfType<YamlMap>().Select(map => new DeckhandDocument(map))
            .Where(d => DeploymentSchemas.Contains(d.Schema) && d.Yaml.Find("data") is YamlMap)
            .Select(d => new Document(d.Schema.Split('/')[1], d.Name, (YamlMap)d.Yaml.Find("data")!, "data", d.Location));

    /// <summary>The documents that say how nodes are rolled out, out of those for Drydock.</summary>
    internal static IReadOnlyList<AirshipDocument> DeploymentDocuments(IReadOnlyList<YamlNode> yaml) =>
    [
        .. yaml.OfType<YamlMap>().Where(map => DeploymentSchemas.Contains((map.Find("schema") as YamlScalar)?.Text ?? ""))
            .Select(map => Show(new DeckhandDocument(map))),
    ];

    private static DeckhandOptions Engine(DesignOptions options) =>
        new(options.AllowMissingSource, !options.SkipPrevalidation) { HasPassphrase = options.Passphrase is not null };

    private static AirshipDocument Show(DeckhandDocument document) => new()
    {
        Schema = document.Schema,
        Name = document.Name,
        Layer = document.Layer,
        StoragePolicy = document.StoragePolicy,
        Data = DataNodes.ToObject(document.Data),
        Location = document.Location,
    };
}
