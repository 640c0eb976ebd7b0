namespace Drydock.Maas.Design.Validation.Rules;

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
        from address in node.Addressing
        where address.Network != node.Oob.Network && site.FindNetwork(address.Network) is not null
            && !node.IsOn(address.Network)
        select this.Warning(
            site.At(node, "addressing", address.Network),
            $"Node {node} has an address on network {address.Network}, but no interface there.",
            "Add the network to an interface, or remove the address.");
}
