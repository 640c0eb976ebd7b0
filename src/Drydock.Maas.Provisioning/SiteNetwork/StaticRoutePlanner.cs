using System.Globalization;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Observe;

namespace Drydock.Maas.Provisioning.SiteNetwork;

/// <summary>
/// Plans static routes between subnets; they come last, when all subnets are there. Source, destination and gateway tell them apart.
/// </summary>
internal static class StaticRoutePlanner
{
    private const int DefaultMetric = 100;

    public static void Plan(NetworkPlan plan, SiteDesign design, SiteSnapshot site)
    {
        var wanted = plan.Network.Routes.Where(r => r.Subnet is not null and not "0.0.0.0/0" and not "::/0" && r.Gateway is not null);
        foreach (var routes in wanted.GroupBy(r => r.Subnet!, StringComparer.Ordinal))
        {
            if (FindRefusal(plan.Network, routes.Key, routes, design, site) is { } refusal)
                plan.RouteError ??= refusal;
            else
                PlanRoutes(plan, [.. routes.DistinctBy(r => r.Gateway)], [.. site.StaticRoutes.Where(r =>
                    r.Source?.Cidr == plan.Network.Cidr && r.Destination?.Cidr == routes.Key)]);
        }
    }

    private static NodeException? FindRefusal(
        Design.Network network, string destination, IEnumerable<NetworkRoute> routes, SiteDesign design, SiteSnapshot site)
    {
        if (site.Subnets.All(s => s.Cidr != destination) && !design.Networks.Any(n => n.Cidr == destination && !n.NoConfig))
        {
            return new NodeException(
                NodeErrorIds.SubnetNotFound,
                $"Network {network.Name} has a route to {destination}, which is neither in MAAS nor in the design: MAAS has routes between "
                    + "its own subnets only. The rest of the network is set up. Define a network with that CIDR, or take the route out.");
        }

        return routes.FirstOrDefault(r => !AddressSpan.IsIn(r.Gateway!, network.Cidr)) is { } outside
            ? new NodeException(
                NodeErrorIds.NetworkNotPossible,
                $"Network {network.Name} has a route to {destination} via {outside.Gateway}, "
                    + $"which is not in {network.Cidr}. MAAS refuses that. The rest of the network is set up.")
            : null;
    }

    /// <summary>
    /// Routes of one source and destination: first those with the same gateway, then what is left over is changed, then made.
    /// </summary>
    private static void PlanRoutes(NetworkPlan plan, List<NetworkRoute> wanted, List<StaticRoute> present)
    {
        var pairs = wanted.ConvertAll(w => (Wanted: w, Present: present.Find(p => p.GatewayIP == w.Gateway)));
        var spare = new Queue<StaticRoute>(present.Where(p => pairs.TrueForAll(x => x.Present?.Id != p.Id)));
        foreach (var (route, same) in pairs)
        {
            var now = same ?? (spare.TryDequeue(out var other) ? other : null);
            if (now is not null)
                plan.PlannedRoutes.Add(now.Id);
            PlanRoute(plan, route, now);
        }
    }

    private static void PlanRoute(NetworkPlan plan, NetworkRoute route, StaticRoute? present)
    {
        var source = plan.Network.Cidr;
        var metric = route.Metric ?? DefaultMetric;
        var name = $"{source} -> {route.Subnet}";
        var after = string.Create(CultureInfo.InvariantCulture, $"via {route.Gateway}, metric {metric}");
        if (present is null)
        {
            plan.Routes.Add(SiteChange.Create("StaticRoute", name, after, source, route.Subnet!),
                (context, token) => context.Client.StaticRoutes.CreateAsync(
                context.Subnet(source).Id, context.Subnet(route.Subnet!).Id, route.Gateway!, metric, token));
        }
        else if (present.GatewayIP != route.Gateway || present.Metric != metric)
        {
            var before = string.Create(CultureInfo.InvariantCulture, $"via {present.GatewayIP}, metric {present.Metric}");
            plan.Routes.Add(
                SiteChange.Set("StaticRoute", name, "route", before, after),
                (context, token) => context.Client.StaticRoutes.UpdateAsync(present.Id, route.Gateway!, metric, token));
        }
    }
}
