using Drydock.Maas.Design.Validation.Facts;
using Drydock.Maas.Design.Validation.Rules.Networks;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

/// <summary>Gateways and addresses are on their networks.</summary>
internal sealed class IpLocalityCheck : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(IpLocalityCheck),
        "DD2002",
        "IP Locality Check",
        "Every route has a gateway on its network, every static address is on a defined network and within its CIDR.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        if (site.Networks.Count == 0 && !site.LacksNetworks)
            yield return this.Warning("No networks found.", "Site design likely incomplete without defined networks");
        foreach (var finding in site.Networks.Where(site.HasWrongCidr).Where(n => !HasCidrOfAnother(site, n)).Select(n => WrongCidr(site, n)))
            yield return finding;
        foreach (var finding in site.Networks.SelectMany(n => CheckRoutes(site, n)))
            yield return finding;
        if (site.Design.Nodes.Count == 0)
            yield return this.Warning("No baremetal_nodes found.", "site design likely incomplete without defined networks.");
        foreach (var network in site.UnknownNetworks.Where(n => n.HasStaticAddress && site.Networks.Count > 0))
            yield return UnknownNetwork.MakeFinding(this, site, network);
        foreach (var finding in site.StaticAddresses.Select(a => CheckAddress(site, a)).OfType<ValidationFinding>())
            yield return finding;
    }

    private IEnumerable<ValidationFinding> CheckRoutes(SiteFacts site, NetworkFacts network)
    {
        foreach (var (route, index) in network.Network.Routes.Select((r, i) => (r, i)))
        {
            if (string.IsNullOrEmpty(route.Gateway))
            {
                yield return this.Error(
                    $"No gateway found for route {route.Subnet ?? route.RouteDomain} of {network.Name}.",
                    "Define a network-local gateway for the route.",
                    site.At(network, "routes", $"[{index}]"));
            }
            else if (network.Block is not null && !site.HasWrongCidr(network)
                && IPNumber.Parse(route.Gateway) is { } gateway && !network.Contains(gateway))
            {
                yield return this.Error(
                    $"The gateway IP Address {route.Gateway} is not within the defined CIDR: {network.Network.Cidr} of {network.Name}.",
                    "Route gateways must reside on the local network. Check gateway IP and CIDR netmask.",
                    site.At(network, "routes", $"[{index}]"));
            }
        }
    }

    private ValidationFinding? CheckAddress(SiteFacts site, AddressFacts address)
    {
        if (!site.IsOutside(address))
            return null;
        var network = site.FindNetwork(address.Network)!;
        return this.Error(
            site.At(address),
            $"The IP Address {address.Text} is not within the defined CIDR: {network.Network.Cidr} of {network.Name} (node {address.Node}).",
            "Define a valid address for this network.",
            network.Reference);
    }

    private ValidationFinding WrongCidr(SiteFacts site, NetworkFacts network)
    {
        var outside = site.StaticAddresses.Where(a => a.Network == network.Name).Select(a => a.Number).OfType<IPNumber>()
            .Concat(network.OwnAddresses).Distinct().ToList();
        var likely = new IPBlock(outside[0].Masked(network.Block!.Value.Prefix), network.Block.Value.Prefix);
        return this.Error(
            $"Nothing of network {network.Name} is within its CIDR {network.Network.Cidr}: {string.Join(", ", outside.Take(3))}"
            + $"{(outside.Count > 3 ? FormattableString.Invariant($" and {outside.Count - 3} more addresses") : "")}.",
            outside.TrueForAll(likely.Span.Contains)
                ? $"Correct cidr: is {likely} meant?"
                : "Correct cidr, or the addresses of nodes, gateways and ranges.",
            site.At(network, "cidr"));
    }

    // Then that is told.
    private static bool HasCidrOfAnother(SiteFacts site, NetworkFacts network) =>
        site.Networks.Any(n => n != network && n.Block!.Value.Equals(network.Block!.Value));
}
