using System.Globalization;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>
/// Plans static routes between subnets; they come last, when all subnets are there. Source, destination and gateway tell them apart.
/// </summary>
internal static class StaticRoutePlanner
{
    private const int DefaultMetric = 100;

    public static void Plan(NetworkPlan plan, SiteDesign design, SiteSnapshot site)
    {
        var wanted = plan.Network.Routes.Where(r => r.Subnet is not null && r.Gateway is not null && !NetworkRoute.IsDefault(r.Subnet));
        foreach (var routes in wanted.GroupBy(r => r.Destination))
        {
            if (FindRefusal(plan.Network, routes.Key, routes, design, site) is { } refusal)
                plan.RouteError ??= refusal;
            else
                PlanRoutes(plan, [.. routes.DistinctBy(r => r.NextHop)], [.. site.StaticRoutes.Where(r =>
                    r.Source?.Block == plan.Network.Block && r.Destination?.Block == routes.Key)]);
        }
    }

    private static NodeException? FindRefusal(
        Design.Network network, Written<IPBlock> destination, IEnumerable<NetworkRoute> routes, SiteDesign design, SiteSnapshot site)
    {
        if (site.Subnets.All(s => s.Block != destination) && !design.Networks.Any(n => n.Block == destination && !n.NoConfig))
        {
            return new NodeException(
                NodeErrorIds.SubnetNotFound,
                $"Network {network.Name} has a route to {destination}, which is neither in MAAS nor in the design: MAAS has routes between "
                    + "its own subnets only. The rest of the network is set up. Define a network with that CIDR, or take the route out.");
        }

        return routes.FirstOrDefault(r => IsOutside(r, network)) is { } outside
            ? new NodeException(
                NodeErrorIds.NetworkNotPossible,
                $"Network {network.Name} has a route to {destination} via {outside.Gateway}, "
                    + $"which is not in {network.Cidr}. MAAS refuses that. The rest of the network is set up.")
            : null;
    }

    /// <summary>What cannot be read is for MAAS to refuse.</summary>
    private static bool IsOutside(NetworkRoute route, Design.Network network) =>
        route.NextHop.Value is { } gateway && network.Block.Value is { } block && !block.Span.Contains(gateway);

    /// <summary>
    /// Routes of one source and destination: first those with the same gateway, then what is left over is changed, then made.
    /// </summary>
    private static void PlanRoutes(NetworkPlan plan, List<NetworkRoute> wanted, List<StaticRoute> present)
    {
        var pairs = wanted.ConvertAll(w => (Wanted: w, Present: present.Find(p => p.NextHop == w.NextHop)));
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
        var (source, destination) = (plan.Network.Block, route.Destination);
        var gateway = route.NextHop.Canonical;
        var metric = route.Metric ?? DefaultMetric;
        var name = $"{source.Canonical} -> {destination.Canonical}";
        var after = string.Create(CultureInfo.InvariantCulture, $"via {gateway}, metric {metric}");
        if (present is null)
        {
            plan.Routes.Add(SiteChange.Create(ResourceKind.StaticRoute, name, after, source.Canonical, destination.Canonical),
                (context, token) => context.Client.StaticRoutes.CreateAsync(
                context.Subnet(source).Id, context.Subnet(destination).Id, gateway, metric, token));
        }
        else if (present.NextHop != route.NextHop || present.Metric != metric)
        {
            var before = string.Create(CultureInfo.InvariantCulture, $"via {present.GatewayIP}, metric {present.Metric}");
            plan.Routes.Add(
                SiteChange.Set(ResourceKind.StaticRoute, name, ChangeProperty.Route, before, after),
                (context, token) => context.Client.StaticRoutes.UpdateAsync(present.Id, gateway, metric, token));
        }
    }
}
