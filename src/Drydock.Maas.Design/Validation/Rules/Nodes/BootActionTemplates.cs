using System.Globalization;
using Drydock.Maas.Design.BootActions;

namespace Drydock.Maas.Design.Validation.Rules;

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
        if (site.Design.BootActionRenderer is not BootActionRenderer renderer)
            return [];
        var shapes = new Lazy<Dictionary<string, string>>(() => site.Nodes.ToDictionary(n => n.Name, NodeShape.Of, StringComparer.Ordinal));
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
        foreach (var nodes in groups.Where(g => g.Count > 0))
        {
            if (renderer.Check(site.Design.FindNode(nodes[0])!, action, index, site.Token) is not { } problem)
                continue;

            // Sites made for Airship have such locations, and are sound but for them; deployment refuses them.
            var isOfAirship = problem.ErrorId is AssetLocation.UnsupportedScheme or BootActionRenderer.NobodyListens;
            var diagnostic = $"{problem.Location}: correct {problem.Path} of the boot action, or leave the node out of its node_filter.";
            var message = problem.Message + Others(nodes);
            yield return isOfAirship
                ? this.Warning(message, diagnostic, site.At(action, "assets", $"[{index}]"))
                : this.Error(message, diagnostic, site.At(action, "assets", $"[{index}]"));
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
