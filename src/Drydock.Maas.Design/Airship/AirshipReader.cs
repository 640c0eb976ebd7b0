using Drydock.Maas.Design.Deckhand;
using Drydock.Maas.Design.Deckhand.Values;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Airship;

/// <summary>Renders documents of any kind: layered and substituted, as pegleg and Deckhand would.</summary>
public static class AirshipReader
{
    /// <summary>Renders all documents of the sources; the concrete ones, parents and sources first.</summary>
    /// <param name="sources">Files and texts, in order.</param>
    /// <param name="options">How strict to be.</param>
    /// <param name="warnings">Takes what was let pass.</param>
    /// <param name="token">Ends the work.</param>
    /// <exception cref="DesignException">What is wrong, with the error class of Deckhand as the id where it is Deckhand that refuses.</exception>
    public static IReadOnlyList<AirshipDocument> Render(
        IReadOnlyList<DesignSource> sources, DesignOptions options, ICollection<DesignProblem> warnings, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        var problems = new List<DesignProblem>();
        var yaml = DocumentReader.Read(sources, problems, options.Progress, token);
        foreach (var node in yaml.Where(node => node is not YamlMap))
            problems.Add(new DesignProblem { ErrorId = "NotADocument", Message = "A document must be a mapping.", Location = node.Location });
        if (problems.Count > 0)
            throw new DesignException(problems);
        return [.. DeckhandEngine.Render(yaml.Cast<YamlMap>(), Engine(options), warnings, token).Select(Show)];
    }

    /// <summary>Documents as Drydock gets them: rendered where a layering policy is among them, else as they are.</summary>
    internal static IReadOnlyList<YamlNode> RenderForDrydock(
        IReadOnlyList<YamlNode> yaml, DesignOptions options, ICollection<DesignProblem> warnings, CancellationToken token)
    {
        var maps = yaml.OfType<YamlMap>().ToList();
        if (!maps.Exists(map => map.Find("schema") is YamlScalar { Text: DeckhandDocument.PolicySchema }))
            return yaml;
        // Deckhand's order depends on the order of files; sorted, two checkouts of a site give one design.
        return
        [
            .. DeckhandEngine.Render(DocumentClosure.Of(maps), Engine(options), warnings, token)
                .Where(d => d.Schema.StartsWith("drydock/", StringComparison.Ordinal))
                .OrderBy(d => d.Schema, StringComparer.Ordinal)
                .ThenBy(d => d.Name, StringComparer.Ordinal)
                .Select(d => d.Render()),
        ];
    }

    private static DeckhandOptions Engine(DesignOptions options) => new(options.AllowMissingSource, !options.SkipPrevalidation);

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
