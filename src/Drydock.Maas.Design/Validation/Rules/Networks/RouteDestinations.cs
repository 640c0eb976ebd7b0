using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>Static routes lead to networks MAAS has. It may have others than the design's, so this is no error.</summary>
internal sealed class RouteDestinations : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(RouteDestinations),
        "DD2121",
        "Destinations of Routes",
        "A static route leads to a network of the design: MAAS has routes between its own subnets only, and fails one to another place.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var known = site.Networks.Select(n => n.Block).OfType<IPBlock>().ToHashSet();
        return
            from network in site.Networks
            where !network.Network.NoConfig
            from route in network.Network.Routes.Select((r, i) => (r.Subnet, r.Gateway, Index: i))
            where RouteValidity.IsNetwork(route.Subnet) && !NetworkRoute.IsDefault(route.Subnet)
                && IPBlock.Parse(route.Subnet) is { } block && !known.Contains(block)
            select this.Warning(
                $"The route of network {network.Name} to {route.Subnet} via {route.Gateway} leads to no network of the design; unless MAAS "
                + "has a subnet with that CIDR, the route is not made.",
                "Define a network with that CIDR, or take the route out.",
                site.At(network, "routes", FormattableString.Invariant($"[{route.Index}]"), "subnet"));
    }
}
