using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>Boot MAC addresses are MAC addresses, one a node.</summary>
internal sealed partial class BootMacAddress : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(BootMacAddress),
        "DD1105",
        "Boot MAC Addresses",
        "metadata.boot_mac is a MAC address, and no two nodes have the same.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var owners = new Dictionary<string, DrydockNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in site.Nodes.Where(n => !string.IsNullOrEmpty(n.BootMac)))
        {
            if (!Mac().IsMatch(node.BootMac!))
            {
                yield return this.Error(
                    site.At(node, "metadata", "boot_mac"),
                    $"The boot MAC address {node.BootMac} of node {node} is none.",
                    "Write six pairs of hexadecimal digits, separated by colons.");
            }
            else if (!owners.TryAdd(node.BootMac!, node))
                yield return Twice(site, node, owners[node.BootMac!]);
        }
    }

    private ValidationFinding Twice(SiteFacts site, DrydockNode node, DrydockNode other) => this.Error(
        site.At(node, "metadata", "boot_mac"),
        $"Nodes {other.Name} and {node} have the same boot MAC address {node.BootMac}.",
        "Give each node its own.",
        other.Reference());

    [GeneratedRegex(@"\A[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mac();
}
