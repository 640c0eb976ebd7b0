using Drydock.Maas.Design.BootActions;

namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>Boot actions render for the nodes they apply to, as far as that can be known without fetching anything.</summary>
internal sealed class BootActionTemplates : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(BootActionTemplates),
        "DD4105",
        "Rendering of Boot Actions",
        "Templates and pipelines of every boot action work for each of its nodes, and its locations can be fetched: http, https or file.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Design.BootActionRenderer is BootActionRenderer renderer
        ? site.Design.BootActions.SelectMany(a => Enumerable.Range(0, a.Assets.Count).SelectMany(i => Check(site, renderer, a, i)))
        : [];

    private IEnumerable<ValidationFinding> Check(SiteFacts site, BootActionRenderer renderer, BootAction action, int index)
    {
        var nodes = action.TargetNodes.Select(site.Design.FindNode).OfType<DrydockNode>();
        if (!IsTemplate(action.Assets[index]))
            nodes = nodes.Take(1);
        foreach (var problem in nodes.Select(n => renderer.Check(n, action, index, site.Token)).OfType<DesignProblem>())
        {
            // Sites made for Airship have such locations, and are sound but for them; deployment refuses them.
            var isAirship = problem.ErrorId == AssetLocation.UnsupportedScheme;
            var diagnostic = $"{problem.Location}: correct {problem.Path} of the boot action, or leave the node out of its node_filter.";
            yield return isAirship
                ? this.Warning(problem.Message, diagnostic, action.Reference())
                : this.Error(problem.Message, diagnostic, action.Reference());
            if (isAirship)
                yield break;
        }
    }

    private static bool IsTemplate(BootActionAsset asset) => (asset.ContentLocation is null ? asset.DataPipeline : asset.LocationPipeline).Contains("template");
}
