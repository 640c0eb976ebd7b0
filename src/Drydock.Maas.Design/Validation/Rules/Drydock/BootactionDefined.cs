using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

/// <summary>Every node is in the scope of a boot action.</summary>
internal sealed class BootactionDefined : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(BootactionDefined),
        "DD4001",
        "Bootaction Definition",
        "Every node is in the scope of at least one boot action.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var reached = site.Design.BootActions.SelectMany(a => a.TargetNodes).ToHashSet(StringComparer.Ordinal);
        return site.Nodes.Where(n => !reached.Contains(n.Name)).Select(n => this.Warning(
            site.At(n),
            $"Node {n} is not in scope for any bootactions.",
            "It is expected all nodes have at least one post-deploy action.") with
        {
            Subject = nameof(BootactionDefined),
        });
    }
}
