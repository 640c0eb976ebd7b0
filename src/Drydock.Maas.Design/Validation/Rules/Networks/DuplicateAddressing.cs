using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>A node has one address on a network, only the first is used, and that on one interface.</summary>
internal sealed class DuplicateAddressing : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(DuplicateAddressing),
        "DD2114",
        "Repeated Addresses",
        "A node has one address on a network; any other is not used. One that is static is on one interface, as MAAS gives it out once.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        foreach (var node in site.Nodes)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var address in node.Addressing.Where(a => !seen.Add(a.Network)))
            {
                yield return this.Warning(
                    site.At(node, "addressing", address.Network),
                    $"Node {node} has a second address on network {address.Network}: {address.Address ?? address.Type}. Only the "
                    + $"first is used.",
                    "Remove one of them.");
            }

            foreach (var address in node.Addressing.Where(a => a.Address is not null).DistinctBy(a => a.Network))
            {
                if (Owners(site, node, address.Network) is [var first, var second, ..])
                    yield return OnTwo(site, node, address.Network, first, second);
            }
        }
    }

    private ValidationFinding OnTwo(SiteFacts site, DrydockNode node, string network, NodeInterface first, NodeInterface second) => this.Error(
        site.At(node, "interfaces", second.Name, "networks", network),
        $"Network {network} is on interfaces {first.Name} and {second.Name} of node {node}, which has one static address there.",
        "Take the network off one of them; MAAS gives an address to one interface.");

    // A bridge takes over what is below it, so that a network may stand at both.
    private static List<NodeInterface> Owners(SiteFacts site, DrydockNode node, string network) =>
    [
        .. node.Interfaces.Where(i => i.Bridge is null && i.Networks.Contains(network) && !site.IsMisplaced(node, i, network)
            && site.Design.FindLink(i.NetworkLink!) is { NoConfig: false }),
    ];
}
