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

    public static NetworkPlan Plan(NetworkPlace place)
    {
        var (network, site) = (place.Network, place.Site);
        var wanted = network.Routes.Where(r => r.Subnet is not null && r.Gateway is not null && !NetworkRoute.IsDefault(r.Subnet));
        return NetworkPlan.Join(network, wanted.GroupBy(r => r.Destination).Select(routes =>
            FindRefusal(network, routes.Key, routes, place.Design, site) is { } refusal
                ? place.Plan() with { RouteError = refusal }
                : PlanRoutes(
                    place,
                    [.. routes.DistinctBy(r => r.NextHop)],
                    [.. site.StaticRoutes.Where(r => r.Source?.Block == network.Block && r.Destination?.Block == routes.Key)])));
    }

    private static NodeException? FindRefusal(
        Design.Network network, Written<IPBlock> destination, IEnumerable<NetworkRoute> routes, SiteDesign design, SiteSnapshot site)
    {
        if (site.Subnets.All(s => s.Block != destination) && !design.Networks.Any(n => n.Block == destination && !n.NoConfig))
        {
            return new NodeException(
                ErrorIds.SubnetNotFound,
                $"Network {network.Name} has a route to {destination}, which is neither in MAAS nor in the design: MAAS has routes between "
                    + "its own subnets only. The rest of the network is set up. Define a network with that CIDR, or take the route out.");
        }

        return routes.FirstOrDefault(r => IsOutside(r, network)) is { } outside
            ? new NodeException(
                ErrorIds.NetworkNotPossible,
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
    private static NetworkPlan PlanRoutes(NetworkPlace place, List<NetworkRoute> wanted, List<StaticRoute> present)
    {
        var pairs = wanted.ConvertAll(w => (Wanted: w, Present: present.Find(p => p.NextHop == w.NextHop)));
        var spare = new Queue<StaticRoute>(present.Where(p => pairs.TrueForAll(x => x.Present?.Id != p.Id)));
        var found = pairs.ConvertAll(x => (x.Wanted, Present: x.Present ?? (spare.TryDequeue(out var other) ? other : null)));
        return place.Plan(found.SelectMany(x => PlanRoute(place.Network.Block, x.Wanted, x.Present))) with
        {
            PlannedRoutes = [.. found.Select(x => x.Present?.Id).OfType<int>()],
        };
    }

    private static IEnumerable<StaticRouteSetup> PlanRoute(Written<IPBlock> source, NetworkRoute route, StaticRoute? present)
    {
        var (destination, gateway, metric) = (route.Destination, route.NextHop.Canonical, route.Metric ?? DefaultMetric);
        return present is null ? [new CreateStaticRoute(source, destination, gateway, metric)]
            : present.NextHop == route.NextHop && present.Metric == metric ? []
            : [new UpdateStaticRoute(source, destination, gateway, metric, present)];
    }
}

/// <summary>A static route as it is to be.</summary>
/// <param name="Source">The subnet whose hosts take it.</param>
/// <param name="Destination">The subnet it leads to.</param>
/// <param name="Gateway">The address it leads through.</param>
/// <param name="Metric">Its metric.</param>
internal abstract record StaticRouteSetup(Written<IPBlock> Source, Written<IPBlock> Destination, string Gateway, int Metric) : NetworkOperation
{
    /// <summary>Both subnets have to be there.</summary>
    public override bool Requires(Operation other) => base.Requires(other)
        || (other is CreateSubnet made && (made.Wanted.Block == Source || made.Wanted.Block == Destination));

    /// <summary>Source and destination in words.</summary>
    protected string Ends => $"{Source.Canonical} -> {Destination.Canonical}";

    /// <summary>Gateway and metric as values.</summary>
    protected static ChangeValues ListValues(string? gateway, int metric) =>
        new([new("gateway", gateway ?? ""), new("metric", metric.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>Gateway and metric in words.</summary>
    protected static string Describe(string? gateway, int metric) => string.Create(CultureInfo.InvariantCulture, $"via {gateway}, metric {metric}");
}

/// <summary>Makes a static route.</summary>
/// <param name="Source">The subnet whose hosts take it.</param>
/// <param name="Destination">The subnet it leads to.</param>
/// <param name="Gateway">The address it leads through.</param>
/// <param name="Metric">Its metric.</param>
internal sealed record CreateStaticRoute(Written<IPBlock> Source, Written<IPBlock> Destination, string Gateway, int Metric)
    : StaticRouteSetup(Source, Destination, Gateway, Metric)
{
    /// <inheritdoc/>
    public override ChangeValues? Sent => ListValues(Gateway, Metric);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Create(ResourceKind.StaticRoute, Ends, Describe(Gateway, Metric), Source.Canonical, Destination.Canonical)];
}

/// <summary>Changes gateway and metric of a static route.</summary>
/// <param name="Source">The subnet whose hosts take it.</param>
/// <param name="Destination">The subnet it leads to.</param>
/// <param name="Gateway">The address it leads through.</param>
/// <param name="Metric">Its metric.</param>
/// <param name="Present">The route in MAAS.</param>
internal sealed record UpdateStaticRoute(Written<IPBlock> Source, Written<IPBlock> Destination, string Gateway, int Metric, StaticRoute Present)
    : StaticRouteSetup(Source, Destination, Gateway, Metric)
{
    /// <inheritdoc/>
    public override ChangeValues? Sent => ListValues(Gateway, Metric);

    /// <inheritdoc/>
    public override ChangeValues? Found => ListValues(Present.GatewayIP, Present.Metric);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
    [
        Set(
            ResourceKind.StaticRoute, Ends, ChangeProperty.Route, Describe(Present.GatewayIP, Present.Metric), Describe(Gateway, Metric)),
    ];
}
