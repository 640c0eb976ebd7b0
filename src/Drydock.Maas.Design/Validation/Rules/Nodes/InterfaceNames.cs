using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>
/// Interfaces that are made have names Linux takes; MAAS lets longer ones pass before 3.6, and the interface is missing on the machine.
/// Names of NICs behind aliases are known with the machine only, and looked at before anything is written.
/// </summary>
internal sealed class InterfaceNames : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(InterfaceNames),
        "DD1111",
        "Names of Interfaces",
        "The name of a bond, and of a VLAN interface (parent.tag), has at most 15 letters, digits, _, - and dots.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        from node in site.Nodes
        from nic in node.Interfaces
        where nic.Bridge is null && nic.NetworkLink is not null
        let link = site.Design.FindLink(nic.NetworkLink!)
        where link is not null && !link.NoConfig
        from finding in Check(site, node, nic, link)
        select finding;

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node, NodeInterface nic, NetworkLink link)
    {
        if (link.Bonding.IsEnabled && !InterfaceName.IsValid(nic.Name))
        {
            yield return this.Error(
                site.At(node, "interfaces", nic.Name),
                $"Bond \"{nic.Name}\" of node {node} has a name that Linux does not take.",
                "Use letters, digits, _, - and dots, 15 at most, and no blanks.");
            yield break;
        }

        if (GetParent(node, nic, link) is not { } parent)
            yield break;
        foreach (var network in nic.Networks.Where(n => n != link.NativeNetwork).Select(site.FindNetwork).OfType<NetworkFacts>())
        {
            if (network.Network.VlanTag is not { } tag || tag <= 0)
                continue;
            var name = InterfaceName.FormatVlan(parent, tag);
            if (InterfaceName.IsTooLong(name))
            {
                yield return this.Error(
                    site.At(node, "interfaces", nic.Name),
                    $"The VLAN interface {name} of node {node}, for network {network.Name}, has {name.Length} characters; Linux takes 15.",
                    "Give the bond a shorter name; a NIC can be renamed in MAAS, and its new name be written here.");
            }
        }
    }

    /// <summary>The name of the bond, or of the NIC where it is written as Linux gives it.</summary>
    private static string? GetParent(DrydockNode node, NodeInterface nic, NetworkLink link)
    {
        if (link.Bonding.IsEnabled)
            return nic.Name;
        return nic.Slaves.Count == 1 && node.HardwareProfile?.FindAlias(nic.Slaves[0]) is null ? nic.Slaves[0] : null;
    }
}
