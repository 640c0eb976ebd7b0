using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>Routes lead from networks to networks.</summary>
internal sealed class RouteValidity : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(RouteValidity),
        "DD2117",
        "Routes",
        "A route has a destination in CIDR notation and a gateway of the same family that is an address a router can have; a network has one "
        + "default route; route domains have members.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var domains = site.Networks.Select(n => n.Network.RouteDomain).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return site.Networks.SelectMany(n => n.Network.Routes
            .SelectMany((r, i) => CheckRoute(site.At(n, "routes", $"[{i}]"), n, r, domains)).Concat(CheckDefaults(site, n)));
    }

    /// <summary>Whether a text is a network, with its prefix and without host bits.</summary>
    public static bool IsNetwork(string? text) =>
        text?.Contains('/', StringComparison.Ordinal) == true && IPBlock.Parse(text) is { HasHostBits: false };

    private IEnumerable<ValidationFinding> CheckRoute(
        ValidationDocument place, NetworkFacts network, NetworkRoute route, HashSet<string> domains)
    {
        if (route.Subnet is null && route.RouteDomain is null)
        {
            yield return this.Error(
                $"A route of network {network.Name} leads nowhere.",
                "Give it a subnet or a routedomain.",
                place);
        }

        if (route.RouteDomain is { } domain && !domains.Contains(domain))
        {
            yield return this.Error(
                $"A route of network {network.Name} leads to route domain {domain}, which has no network.",
                "Correct routedomain.",
                place);
        }

        if (route.Subnet is not null && !IsNetwork(route.Subnet))
        {
            yield return this.Error(
                $"The route of network {network.Name} to {route.Subnet} leads to no network.",
                IPNumber.Parse(route.Subnet)?.Value == UInt128.Zero
                    ? $"Write the prefix length, too: {route.Subnet}/0 for the default route."
                    : "Write the destination in CIDR notation, without host bits.",
                place);
        }

        if (string.IsNullOrEmpty(route.Gateway))
            yield break;
        var gateway = IPNumber.Parse(route.Gateway);
        if (gateway is null || network.Block?.IsReserved(gateway.Value) == true)
        {
            yield return this.Error(
                $"The gateway {route.Gateway} of network {network.Name} is no address that a router can have.",
                "Correct the gateway.",
                place);
        }
        else if (network.Block?.Address.IsV6 == gateway.Value.IsV6
            && IPBlock.Parse(route.Subnet) is { } destination && destination.Address.IsV6 != gateway.Value.IsV6)
        {
            // A gateway outside the network is told as that.
            yield return this.Error(
                $"The route of network {network.Name} to {route.Subnet} is over {route.Gateway}, an address of {(gateway.Value.IsV6 ? "IPv6" : "IPv4")}.",
                "Write destination and gateway of one family, 0.0.0.0/0 or ::/0 for a default route.",
                place);
        }
    }

    private IEnumerable<ValidationFinding> CheckDefaults(SiteFacts site, NetworkFacts network)
    {
        var gateways = network.Network.Routes.Where(r => NetworkRoute.IsDefault(r.Subnet)).DistinctBy(r => r.NextHop).Select(r => r.Gateway).ToList();
        if (gateways.Count > 1)
        {
            yield return this.Warning(
                $"Network {network.Name} has default routes over {string.Join(" and ", gateways)}; MAAS takes the first.",
                "Leave one default route.",
                site.At(network, "routes"));
        }
    }
}
