namespace Drydock.Maas.Design.Validation.Rules;

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
        if (site.Networks.Count == 0)
            yield return this.Warning("No networks found.", "Site design likely incomplete without defined networks");
        foreach (var finding in site.Networks.SelectMany(CheckRoutes))
            yield return finding;
        if (site.Design.Nodes.Count == 0)
            yield return this.Warning("No baremetal_nodes found.", "site design likely incomplete without defined networks.");
        foreach (var finding in site.StaticAddresses.Select(a => CheckAddress(site, a)).OfType<ValidationFinding>())
            yield return finding;
    }

    private IEnumerable<ValidationFinding> CheckRoutes(NetworkFacts network)
    {
        foreach (var route in network.Network.Routes)
        {
            if (string.IsNullOrEmpty(route.Gateway))
            {
                yield return this.Error(
                    $"No gateway found for route {route.Subnet ?? route.RouteDomain} of {network.Name}.",
                    "Define a network-local gateway for the route.",
                    network.Reference);
            }
            else if (network.Block is not null && IPNumber.Parse(route.Gateway) is { } gateway && !network.Contains(gateway))
            {
                yield return this.Error(
                    $"The gateway IP Address {route.Gateway} is not within the defined CIDR: {network.Network.Cidr} of {network.Name}.",
                    "Route gateways must reside on the local network. Check gateway IP and CIDR netmask.",
                    network.Reference);
            }
        }
    }

    private ValidationFinding? CheckAddress(SiteFacts site, AddressFacts address)
    {
        if (site.FindNetwork(address.Network) is not { } network)
        {
            return this.Error(
                $"{address.Network} is not a valid network.",
                "Define network or correct address definition.",
                address.Node.Reference());
        }

        if (network.Block is null || address.Number is not { } number || network.Contains(number))
            return null;
        return this.Error(
            $"The IP Address {address.Text} is not within the defined CIDR: {network.Network.Cidr} of {network.Name} .",
            "Define a valid address for this network.",
            address.Node.Reference());
    }
}
