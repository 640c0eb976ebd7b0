namespace Drydock.Maas.Design.Compile;

/// <summary>Gives networks of a route domain explicit routes to each other.</summary>
internal static class RouteDomains
{
    public static IReadOnlyList<Network> Expand(IReadOnlyList<Network> networks)
    {
        var members = networks.Where(n => n.RouteDomain is not null).ToLookup(n => n.RouteDomain!, StringComparer.Ordinal);
        return [.. networks.Select(n => n.Routes.Any(r => r.RouteDomain is not null) ? n with { Routes = Expand(n, members) } : n)];
    }

    private static List<NetworkRoute> Expand(Network network, ILookup<string, Network> members)
    {
        var routes = network.Routes.ToList();
        foreach (var domain in network.Routes.Select(r => r.RouteDomain).OfType<string>().Distinct().ToList())
        {
            var via = network.Routes.First(r => r.RouteDomain == domain);
            if (via.Gateway is null || via.Metric is null)
                continue;
            routes.AddRange(members[domain].Where(m => m.Cidr != network.Cidr)
                .Select(m => new NetworkRoute { Subnet = m.Cidr, Gateway = via.Gateway, Metric = via.Metric })
                .Where(route => !routes.Contains(route)));
        }

        return routes;
    }
}
