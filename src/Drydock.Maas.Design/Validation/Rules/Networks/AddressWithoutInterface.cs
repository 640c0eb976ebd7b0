using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>A node has interfaces for its addresses; that of its management controller needs none.</summary>
internal sealed class AddressWithoutInterface : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(AddressWithoutInterface),
        "DD2113",
        "Addresses Without an Interface",
        "Every address of a node is on a network of one of its interfaces, or on its out-of-band network.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        from node in site.Nodes
        where !site.IsAstray(node) && !(node.Oob is { Network: null, Type: "ipmi" or "redfish" })
        let networks = node.Addressing.Select(a => a.Network)
            .Where(n => n != node.Oob.Network && site.FindNetwork(n) is not null && !node.IsOn(n)).Distinct(StringComparer.Ordinal).ToList()
        where networks.Count > 0
        let those = string.Join(", ", networks)
        select this.Warning(
            site.At(node, "addressing", networks[0]),
            $"Node {node} has an address on network {those}, but no interface there.",
            "Add the network to an interface, or remove the address.") with
        {
            Subject = those,
        };
}
