namespace Drydock.Maas.Design.Compile;

/// <summary>Gives networks that lead into a route domain explicit routes to its members.</summary>
internal static class RouteDomains
{
    public static IReadOnlyList<Network> Expand(IReadOnlyList<Network> networks)
    {
        var domains = networks.Where(n => n.RouteDomain is not null).ToLookup(n => n.RouteDomain!, StringComparer.Ordinal);
        return [.. networks.Select(n => n.Routes.Any(r => r.RouteDomain is not null) ? Expand(n, domains) : n)];
    }

    /// <summary>Of several ways into a domain the first counts, and only with gateway and metric.</summary>
    private static Network Expand(Network network, ILookup<string, Network> domains)
    {
        var routes = network.Routes.ToList();
        foreach (var domain in domains)
        {
            var way = network.Routes.FirstOrDefault(r => r.RouteDomain == domain.Key);
            if (way is not { Gateway: not null, Metric: not null })
                continue;
            routes.AddRange(domain.Where(m => m.Block != network.Block)
                .Select(m => new NetworkRoute { Subnet = m.Cidr, Gateway = way.Gateway, Metric = way.Metric })
                .Where(route => !routes.Exists(r => IsSame(r, route))));
        }

        return network with { Routes = routes };
    }

    private static bool IsSame(NetworkRoute one, NetworkRoute other) =>
        one.RouteDomain is null && one.Destination == other.Destination && one.NextHop == other.NextHop && one.Metric == other.Metric;
}
