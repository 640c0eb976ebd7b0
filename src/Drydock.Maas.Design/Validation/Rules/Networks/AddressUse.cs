using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>Static addresses are addresses that a host may have.</summary>
internal sealed class AddressUse : IValidationRule
{
    private const string Diagnostic = "Give the node an address of its own.";

    public ValidationRuleInfo Info { get; } = new(
        nameof(AddressUse),
        "DD2115",
        "Host Addresses",
        "A static address is an address, and not the network's own, its broadcast address, its gateway or its relay.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        site.StaticAddresses.Select(a => Check(site, a)).OfType<ValidationFinding>();

    private ValidationFinding? Check(SiteFacts site, AddressFacts address)
    {
        if (address.Number is not { } number)
        {
            return this.Error(
                site.At(address),
                $"The address \"{address.Text}\" of node {address.Node} on network {address.Network} is no address.",
                "Write an address, or dhcp.");
        }

        if (site.FindNetwork(address.Network) is not { } network)
            return null;
        if (network.Block?.IsReserved(number) == true)
            return Taken(site, address, network, $"the first or last address of network {network.Name}, which no host can have");
        return network.IsServer(number) ? Taken(site, address, network, $"the gateway or DHCP relay of network {network.Name}") : null;
    }

    private ValidationFinding Taken(SiteFacts site, AddressFacts address, NetworkFacts network, string what) =>
        this.Error(
            site.At(address),
            $"The address {address.Text} of node {address.Node} is {what}.",
            Diagnostic,
            network.Reference);
}
