using Drydock.Maas.Design.Strategy;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>The strategies of a site are ones that it can be rolled out by, and reach its nodes.</summary>
internal sealed class DeploymentStrategies : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(DeploymentStrategies),
        "DD4201",
        "Deployment Strategies",
        "The strategy that is chosen is defined, and a DeploymentStrategy follows Shipyard's schema, its groups wait for groups there are, and not for each other; a group selects nodes, "
        + "and every node is in a group, which else are warnings.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        CheckChoice(site).Concat(site.Design.DeploymentDocuments.Where(d => d.Schema == StrategyReader.Schema).SelectMany(d => Check(site, d)));

    private IEnumerable<ValidationFinding> CheckChoice(SiteFacts site)
    {
        if (StrategyReader.FindUnknown(site.Design.DeploymentDocuments) is not { } name)
            yield break;
        var chooser = site.Design.DeploymentDocuments.First(d => d.Schema == StrategyReader.ConfigurationSchema);
        yield return this.Error(
            $"{chooser.Name} names deployment strategy {name}, which no document defines.",
            $"Add it, correct deployment_strategy, or write {StrategyReader.AllAtOnce}.",
            site.Design.Origins?.Find("DeploymentConfiguration", chooser.Name, ["physical_provisioner", "deployment_strategy"])
                ?? new ValidationDocument
                {
                    Kind = "DeploymentConfiguration", Name = chooser.Name, File = chooser.Location?.File, Line = chooser.Location?.Line ?? 0,
                });
    }

    private IEnumerable<ValidationFinding> Check(SiteFacts site, AirshipDocument document)
    {
        var (strategy, problems) = Read(document);
        foreach (var problem in problems)
        {
            yield return this.Error(
                $"{problem.Path} of strategy {document.Name}: {problem.Message}",
                "Correct the strategy; Shipyard refuses it too.",
                Reference(site, document, problem.Path));
        }

        if (strategy is null || site.Design.Nodes.Count == 0)
            yield break;
        foreach (var (group, index) in strategy.Groups.Select((g, i) => (g, i)).Where(x => !site.Design.Nodes.Any(x.g.Selects)))
        {
            yield return this.Warning(
                $"Group {group.Name} of strategy {strategy.Name} selects no node.",
                "Correct its selectors, or take the group out.",
                Reference(site, document, FormattableString.Invariant($"$.groups[{index}]")));
        }

        foreach (var node in site.Nodes.Where(n => !strategy.Groups.Any(g => g.Selects(n))))
        {
            yield return this.Warning(
                new NodeLocation(node, Reference(site, document, "$.groups")),
                $"Node {node} is in no group of strategy {strategy.Name}, so that it is not rolled out with it.",
                "Add it to the selectors of a group.");
        }
    }

    private static (DeploymentStrategy? Strategy, IReadOnlyList<DesignProblem> Problems) Read(AirshipDocument document)
    {
        try
        {
            return (StrategyReader.Read(document), []);
        }
        catch (DesignException e)
        {
            return (null, e.Problems);
        }
    }

    private static ValidationDocument Reference(SiteFacts site, AirshipDocument document, string? path) =>
        site.Design.Origins?.Find("DeploymentStrategy", document.Name, Steps(path)) ?? new ValidationDocument
        {
            Kind = "DeploymentStrategy",
            Name = document.Name,
            File = document.Location?.File,
            Line = document.Location?.Line ?? 0,
        };

    /// <summary>$.groups[1].name as groups, [1], name.</summary>
    private static string[] Steps(string? path) =>
        (path ?? "$").Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries)[1..];
}
