using System.Globalization;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>Boot actions render for the nodes they apply to, as far as that can be known without fetching anything.</summary>
internal sealed class BootActionTemplates : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(BootActionTemplates),
        "DD4105",
        "Rendering of Boot Actions",
        "Templates and pipelines of every boot action work for its nodes, and its locations can be fetched: http, https or file. "
        + "Of nodes that differ only in names and addresses one is looked at.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var renderer = new BootActionRenderer();
        var shapes = new Lazy<Dictionary<string, string>>(() => site.Nodes.ToDictionary(n => n.Name, TemplateShape.Describe, StringComparer.Ordinal));
        return site.Design.BootActions.SelectMany(a => Check(site, renderer, a, shapes));
    }

    private IEnumerable<ValidationFinding> Check(
        SiteFacts site, BootActionRenderer renderer, BootAction action, Lazy<Dictionary<string, string>> shapes)
    {
        var alike = action.Assets.Any(IsTemplate)
            ? action.TargetNodes.GroupBy(n => shapes.Value[n], StringComparer.Ordinal).Select(g => g.ToList()).ToList()
            : [];
        return action.Assets.SelectMany((asset, index) =>
            Check(site, renderer, action, index, IsTemplate(asset) ? alike : [[.. action.TargetNodes]]));
    }

    private IEnumerable<ValidationFinding> Check(
        SiteFacts site, BootActionRenderer renderer, BootAction action, int index, IReadOnlyList<IReadOnlyList<string>> groups)
    {
        var problems = groups.Where(g => g.Count > 0).Select(g => (Nodes: g, Node: site.Design.FindNode(g[0])!))
            .Select(g => (g.Nodes, g.Node, Problem: renderer.Check(g.Node, action, index, site.Token)))
            .Where(g => g.Problem is not null && !(g.Problem.ErrorId == ErrorIds.TemplateNotRendered && site.IsAstray(g.Node)));
        // Groups of nodes stumble over one thing in one way.
        foreach (var group in problems.GroupBy(g => (g.Problem!.ErrorId, g.Problem.Message.Replace(g.Node.Name, "", StringComparison.Ordinal))))
        {
            var problem = group.First().Problem!;

            // Sites made for Airship have such locations, and are sound but for them; deployment refuses them.
            var isOfAirship = problem.ErrorId is AssetLocation.UnsupportedScheme or BootActionRenderer.NobodyListens;
            var diagnostic = $"Correct {problem.Path} of the boot action, or leave the node out of its node_filter.";
            var message = problem.Message + Others([.. group.SelectMany(g => g.Nodes)]);
            var place = action.Reference() with { File = problem.Location?.File, Line = problem.Location?.Line ?? 0 };
            yield return isOfAirship ? this.Warning(message, diagnostic, place) : this.Error(message, diagnostic, place);
            if (isOfAirship)
                yield break;
        }
    }

    private static string Others(IReadOnlyList<string> nodes) => nodes.Count switch
    {
        1 => "",
        <= 4 => $" Nodes like it: {string.Join(", ", nodes.Skip(1))}.",
        _ => string.Create(
            CultureInfo.InvariantCulture, $" There are {nodes.Count - 1} more nodes like it: {nodes[1]}, {nodes[2]} and so on."),
    };

    private static bool IsTemplate(BootActionAsset asset) =>
        (asset.ContentLocation is null ? asset.DataPipeline : asset.LocationPipeline).Contains("template");
}
