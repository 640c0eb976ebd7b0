using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>Boot actions apply to something.</summary>
internal sealed class BootActionScope : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(BootActionScope),
        "DD4103",
        "Scope of Boot Actions",
        "Every boot action applies to at least one node of the site.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        site.Design.BootActions.Where(a => a.TargetNodes.Count == 0 && site.Design.Nodes.Count > 0)
        .Select(a => this.Warning($"Boot action {a.Name} applies to no node.", "Correct its node_filter, or remove it.", site.At(a, "node_filter")));
}
