using System.Collections;
using Drydock.Maas.Design.Airship;

namespace Drydock.Maas.Design.Strategy;

/// <summary>Finds and reads deployment strategies: Shipyard's document, from a site, from files or from plain mappings.</summary>
public static class StrategyReader
{
    /// <summary>The schema of a strategy.</summary>
    public const string Schema = "shipyard/DeploymentStrategy/v1";

    /// <summary>What a DeploymentConfiguration names where no strategy is wanted; no document need have the name.</summary>
    public const string AllAtOnce = "all-at-once";

    /// <summary>The schema of the document that names the strategy to use.</summary>
    public const string ConfigurationSchema = "shipyard/DeploymentConfiguration/v1";

    /// <summary>
    /// The site's strategy: the one named, the one its DeploymentConfiguration names, or the only one; null when it has none.
    /// </summary>
    /// <param name="site">The site.</param>
    /// <param name="name">The strategy's name; null for the site's choice.</param>
    /// <exception cref="DesignException">UnknownStrategy, AmbiguousStrategy, or what is wrong with it.</exception>
    public static DeploymentStrategy? Find(SiteDesign site, string? name)
    {
        ArgumentNullException.ThrowIfNull(site);
        var documents = site.DeploymentDocuments;
        if (name is null && Chosen(documents) == AllAtOnce && !documents.Any(d => d.Schema == Schema && d.Name == AllAtOnce))
            return null;
        return Choose(documents, name ?? Chosen(documents)) is { } document ? Read(document) : null;
    }

    /// <summary>The strategy that a DeploymentConfiguration names and no document defines; null when there is none such.</summary>
    internal static string? FindUnknown(IReadOnlyList<AirshipDocument> documents) =>
        Chosen(documents) is { } name and not AllAtOnce && !documents.Any(d => d.Schema == Schema && d.Name == name) ? name : null;

    /// <summary>The strategy in files or texts; there has to be exactly one, or one of that name.</summary>
    /// <exception cref="DesignException">UnknownStrategy, AmbiguousStrategy, or what is wrong with it.</exception>
    public static DeploymentStrategy Read(IReadOnlyList<DesignSource> sources, CancellationToken token)
    {
        var documents = AirshipReader.ReadDeployment(sources, token);
        return Choose(documents, Chosen(documents)) is { } document
            ? Read(document)
            : throw Problem(ErrorIds.UnknownStrategy, $"There is no document {Schema} in {string.Join(", ", sources.Select(s => s.Name))}.");
    }

    /// <summary>The strategy of a document.</summary>
    /// <exception cref="DesignException">InvalidStrategy, DuplicateGroup, UnknownGroup, GroupCycle; each names the document.</exception>
    public static DeploymentStrategy Read(AirshipDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var problems = new List<DesignProblem>();
        var name = document.Name.Length == 0 ? "(unnamed)" : document.Name;
        var root = new StrategyValue(document.Data, "$", new StrategyProblems($"DeploymentStrategy {name}", document.Location, problems));
        var strategy = new DeploymentStrategy { Name = name, Location = document.Location, Groups = [.. GroupReader.Read(root)] };
        if (problems.Count == 0)
            GroupOrder.Check(strategy, root.Problems);
        return problems.Count == 0 ? strategy : throw new DesignException(problems);
    }

    /// <summary>The strategy of a plain mapping: a whole document, its data, or one group list.</summary>
    /// <exception cref="DesignException">As for a document.</exception>
    public static DeploymentStrategy Read(IDictionary mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var isDocument = mapping.Contains("data") && mapping.Contains("schema");
        var name = isDocument && (mapping["metadata"] as IDictionary)?["name"] is string given ? given : "-Strategy";
        return Read(new AirshipDocument { Schema = Schema, Name = name, Data = isDocument ? mapping["data"] : mapping });
    }

    private static string? Chosen(IReadOnlyList<AirshipDocument> documents) =>
        documents.Where(d => d.Schema == ConfigurationSchema)
            .Select(d => ((d.Data as IDictionary)?["physical_provisioner"] as IDictionary)?["deployment_strategy"])
            .OfType<string>().FirstOrDefault();

    private static AirshipDocument? Choose(IReadOnlyList<AirshipDocument> documents, string? name)
    {
        var strategies = documents.Where(d => d.Schema == Schema).ToList();
        if (name is not null)
        {
            return strategies.Find(d => d.Name == name)
                ?? throw Problem(ErrorIds.UnknownStrategy, $"There is no deployment strategy {name}; there {Are(strategies)}.");
        }

        return strategies.Count <= 1
            ? strategies.FirstOrDefault()
            : throw Problem(
                ErrorIds.AmbiguousStrategy, $"There {Are(strategies)}; name one of them, or let a document {ConfigurationSchema} name it.");
    }

    private static string Are(List<AirshipDocument> strategies) => strategies.Count switch
    {
        0 => "is none",
        1 => $"is {strategies[0].Name}",
        _ => $"are {string.Join(", ", strategies.Select(s => s.Name))}",
    };

    private static DesignException Problem(string errorId, string message) =>
        new(new DesignProblem { ErrorId = errorId, Message = message });
}
