using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>A bond of one NIC protects from nothing.</summary>
internal sealed class BondOfOne : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(nameof(BondOfOne), "DD1104", "Bonds of One", "A bond has at least two NICs.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        from node in site.Nodes
        from nic in node.Interfaces
        where nic.Slaves.Count == 1 && nic is { NetworkLink: not null, Bridge: null }
            && site.Design.FindLink(nic.NetworkLink)?.Bonding.IsEnabled == true
        select this.Warning(
            site.At(node, "interfaces", nic.Name, "slaves"),
            $"The bond {nic.Name} of node {node} has one NIC only, {nic.Slaves[0]}.",
            "Add another, or use a link without bonding.");
}
