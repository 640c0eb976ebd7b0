using System.Globalization;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Observe;

namespace Drydock.Maas.Provisioning.SiteNetwork;

/// <summary>Plans static routes between subnets; they come last, when all subnets are there.</summary>
internal static class StaticRoutePlanner
{
    private const int DefaultMetric = 100;

    public static void Plan(NetworkPlan plan, SiteDesign design, SiteSnapshot site)
    {
        foreach (var route in plan.Network.Routes.Where(r => r.Subnet is not null and not "0.0.0.0/0" and not "::/0" && r.Gateway is not null))
        {
            if (site.Subnets.All(s => s.Cidr != route.Subnet) && !design.Networks.Any(n => n.Cidr == route.Subnet && !n.NoConfig))
            {
                throw new NodeException(
                    NodeErrorIds.SubnetNotFound,
                    $"Network {plan.Network.Name} has a route to {route.Subnet}, which is neither in MAAS nor in the design.");
            }

            var present = site.StaticRoutes.FirstOrDefault(r => r.Source?.Cidr == plan.Network.Cidr && r.Destination?.Cidr == route.Subnet);
            PlanRoute(plan, route, present);
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
            plan.Routes.Add(SiteChange.Create("StaticRoute", name, after, source, route.Subnet!), (context, token) => context.Client.StaticRoutes.CreateAsync(
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
