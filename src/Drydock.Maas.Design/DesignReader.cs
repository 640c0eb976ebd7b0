using Drydock.Maas.Design.Airship;
using Drydock.Maas.Design.Compile;
using Drydock.Maas.Design.Documents;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design;

/// <summary>Reads Drydock documents and compiles them into the effective site.</summary>
public static class DesignReader
{
    /// <summary>Reads all sources as one site.</summary>
    /// <param name="sources">Files and texts, in order.</param>
    /// <param name="progress">Told the number of sources read; may be null.</param>
    /// <param name="token">Ends the reading.</param>
    /// <exception cref="DesignException">Everything that is wrong, each with file, line and column.</exception>
    public static SiteDesign Read(IReadOnlyList<DesignSource> sources, IProgress<int>? progress, CancellationToken token) =>
        Read(sources, new DesignOptions { Progress = progress }, new List<DesignProblem>(), token);

    /// <summary>Reads all sources as one site; documents with a layering policy among them are layered and substituted first.</summary>
    /// <param name="sources">Files and texts, in order.</param>
    /// <param name="options">How strict to be.</param>
    /// <param name="warnings">What was noticed before; takes what else is, also where reading fails. The site's warnings in the end.</param>
    /// <param name="token">Ends the reading.</param>
    /// <exception cref="DesignException">Everything that is wrong, each with file, line and column.</exception>
    public static SiteDesign Read(
        IReadOnlyList<DesignSource> sources, DesignOptions options, IList<DesignProblem> warnings, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(warnings);
        var problems = new List<DesignProblem>();
        var names = sources.Select(s => s.Name).OfType<string>().ToList();
        var yaml = new PeglegDocuments(options).Open(DocumentReader.Read(sources, problems, warnings, options.Progress, token));
        var rendered = Render(yaml, options, problems, warnings, names, token);
        var documents = Open(rendered, AirshipReader.GetLayers(yaml), names, problems);
        if (problems.Count == 0)
            documents.AddDeployment(AirshipReader.DeploymentDocuments(rendered), AirshipReader.DeploymentOrigins(rendered));

        // With documents missing, everything that refers to them would seem wrong too.
        if (problems.Exists(p => p.Path is null))
            throw new DesignException(InOrder(problems, names));
        var site = SiteCompiler.Compile(documents, problems, warnings, names, options.BootActions, token);
        return problems.Count == 0 ? site : throw new DesignException(InOrder(problems, names));
    }

    // What stands in documents that are layered and substituted says nothing before they are rendered.
    private static IReadOnlyList<YamlNode> Render(
        List<YamlNode> yaml,
        DesignOptions options,
        List<DesignProblem> problems,
        ICollection<DesignProblem> warnings,
        List<string> names,
        CancellationToken token)
    {
        if (!AirshipReader.IsAuthored(yaml))
        {
            RawDocuments.Report(yaml, options, problems, warnings);
            return yaml;
        }

        if (problems.Exists(DocumentReader.IsIncomplete))
            throw new DesignException(InOrder(problems, names));
        try
        {
            return AirshipReader.RenderForDrydock(yaml, options, warnings, token);
        }
        catch (DesignException e) when (problems.Count > 0)
        {
            throw new DesignException(InOrder([.. problems, .. e.Problems], names));
        }
    }

    private static DocumentSet Open(
        IReadOnlyList<YamlNode> yaml, IReadOnlyList<string> layers, IReadOnlyList<string> sources, List<DesignProblem> problems)
    {
        var documents = new DocumentSet { Layers = layers };
        var count = 0;
        foreach (var node in yaml)
        {
            if (Envelopes.Open(node, problems) is not { } document)
                continue;
            documents.Add(document, problems);
            count++;
        }

        if (problems.Count == 0 && count == 0)
            problems.Add(NothingFound(yaml, sources));
        return documents;
    }

    private static DesignProblem NothingFound(IReadOnlyList<YamlNode> yaml, IReadOnlyList<string> sources)
    {
        const int MostNamed = 5;
        var schemas = yaml.OfType<YamlMap>().Select(d => d.Text("schema") ?? d.Text("apiVersion")).OfType<string>().Distinct().ToList();
        var files = string.Join(", ", sources.Take(MostNamed)) + (sources.Count > MostNamed ? " and others" : "");
        var found = schemas.Count == 0 ? "" : $" of {string.Join(", ", schemas.Take(MostNamed))}{(schemas.Count > MostNamed ? " and others" : "")}";
        return new DesignProblem
        {
            ErrorId = ErrorIds.NoDocuments,
            Message = "There is no Drydock document in what was read: "
                + FormattableString.Invariant($"{yaml.Count} documents{found}, from {Math.Max(sources.Count, 1)} files or texts ({files}). ")
                + "Drydock's have a schema drydock/Kind/v1.",
        };
    }

    /// <summary>As the files were given, from top to bottom.</summary>
    private static DesignProblem[] InOrder(List<DesignProblem> problems, List<string> names)
    {
        var order = names.Distinct(StringComparer.Ordinal).Select((name, index) => (name, index))
            .ToDictionary(x => x.name, x => x.index, StringComparer.Ordinal);

        // What the text itself is taken for is wrong, too, where the text is.
        var unread = problems.Where(p => p is { Document: null, Location: not null })
            .Select(p => (p.Location!.File, p.Location.Line)).ToHashSet();
        var told = problems.Where(p => p.Document is null || p.Location is not { } place || !unread.Contains((place.File, place.Line)));
        return
        [
            .. told.OrderBy(p => p.Location?.File is { } file ? order.GetValueOrDefault(file, -1) : -1)
                .ThenBy(p => p.Location?.Line)
                .ThenBy(p => p.Location?.Column),
        ];
    }
}
