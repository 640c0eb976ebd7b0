using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>Boot MAC addresses are MAC addresses, one a node.</summary>
internal sealed class BootMacAddress : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(BootMacAddress),
        "DD1105",
        "Boot MAC Addresses",
        "metadata.boot_mac is a MAC address, and no two nodes have the same.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var owners = new Dictionary<MacNumber, DrydockNode>();
        foreach (var node in site.Nodes.Where(n => !string.IsNullOrEmpty(n.BootMac)))
        {
            if (MacNumber.Parse(node.BootMac) is not { } mac)
            {
                yield return this.Error(
                    site.At(node, "metadata", "boot_mac"),
                    $"The boot MAC address {node.BootMac} of node {node} is none.",
                    "Write six pairs of hexadecimal digits, separated by colons or dashes.");
            }
            else if (!owners.TryAdd(mac, node))
                yield return ReportDuplicate(site, node, owners[mac]);
        }
    }

    private ValidationFinding ReportDuplicate(SiteFacts site, DrydockNode node, DrydockNode other) => this.Error(
        site.At(node, "metadata", "boot_mac"),
        $"Nodes {other.Name} and {node} have the same boot MAC address {node.BootMac}.",
        "Give each node its own.",
        other.Reference());
}
