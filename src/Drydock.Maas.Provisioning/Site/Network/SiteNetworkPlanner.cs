using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Compares the networks of a design with those of MAAS: one plan per network, in design order of links.</summary>
internal static class SiteNetworkPlanner
{
    /// <summary>
    /// Plans until no further network turns out to be impossible: what others need of such a one, be it its fabric, VLAN or domain, is
    /// planned with one of these.
    /// </summary>
    /// <param name="design">The design.</param>
    /// <param name="site">What MAAS holds.</param>
    /// <param name="options">What is asked for beyond the design.</param>
    /// <param name="refused">Why networks are known not to be possible, by name.</param>
    public static IReadOnlyList<NetworkPlan> Plan(
        SiteDesign design, SiteSnapshot site, SiteNetworkTerms? options = null, IReadOnlyDictionary<string, NodeException>? refused = null)
    {
        var errors = new Dictionary<string, NodeException>(refused ?? new Dictionary<string, NodeException>(), StringComparer.Ordinal);
        while (true)
        {
            var plans = Plan(design, site, options ?? new(), errors);
            var found = plans.Where(p => p.Error is not null && !errors.ContainsKey(p.Network.Name)).ToList();
            if (found.Count == 0)
                return MakeOnce(plans);
            found.ForEach(p => errors[p.Network.Name] = p.Error!);
        }
    }

    /// <summary>Whether the step sets the network up: a link carries it and nothing is labelled noconfig.</summary>
    public static bool IsConfigured(SiteDesign design, Design.Network network) =>
        !network.NoConfig && design.FindLinkOfNetwork(network.Name) is { NoConfig: false };

    private static List<NetworkPlan> Plan(SiteDesign design, SiteSnapshot site, SiteNetworkTerms options, Dictionary<string, NodeException> errors)
    {
        var fabrics = LinkFabrics.Find(design, site);
        List<(NetworkPlan Plan, NetworkPlace? Place)> found =
        [
            .. design.NetworkLinks.SelectMany(link => FindPlaces(design, site, link, fabrics.GetValueOrDefault(link), errors)),
            .. design.Networks.Where(n => design.FindLinkOfNetwork(n.Name) is null)
                .Select(n => (new NetworkPlan(n) { SkippedBecause = "No network link carries it." }, (NetworkPlace?)null)),
        ];
        var places = found.Select(f => f.Place).OfType<NetworkPlace>().ToList();
        return found.ConvertAll(f => f.Place is { } place ? Plan(place with { IsFirst = IsFirst(place, errors) }, places, options) : f.Plan);
    }

    /// <summary>The networks of a link, those that are set up with their place.</summary>
    private static IEnumerable<(NetworkPlan Plan, NetworkPlace? Place)> FindPlaces(
        SiteDesign design, SiteSnapshot site, NetworkLink link, LinkFabric? fabric, Dictionary<string, NodeException> errors)
    {
        foreach (var network in link.AllowedNetworks.Select(design.FindNetwork).OfType<Design.Network>().Where(n => design.FindLinkOfNetwork(n.Name) == link))
        {
            var plan = new NetworkPlan(network);
            if (link.NoConfig || network.NoConfig)
                yield return (plan with { SkippedBecause = link.NoConfig ? $"Link {link.Name} is labelled noconfig." : "It is labelled noconfig." }, null);
            else if ((errors.GetValueOrDefault(network.Name) ?? fabric?.Error) is { } error)
                yield return (plan with { Error = error }, null);
            else
                yield return FindPlace(plan, link, fabric!, design, site);
        }
    }

    private static (NetworkPlan Plan, NetworkPlace? Place) FindPlace(
        NetworkPlan plan, NetworkLink link, LinkFabric fabric, SiteDesign design, SiteSnapshot site)
    {
        try
        {
            return (plan, NetworkPlace.Find(plan.Network, link, fabric, design, site));
        }
        catch (NodeException e)
        {
            return (plan with { Error = e }, null);
        }
    }

    private static bool IsFirst(NetworkPlace place, Dictionary<string, NodeException> errors) =>
        place.Fabric.GetNetworks(place.Design, place.Tag).FirstOrDefault(n => !errors.ContainsKey(n.Name)) == place.Network;

    private static NetworkPlan Plan(NetworkPlace place, List<NetworkPlace> places, SiteNetworkTerms options)
    {
        try
        {
            return NetworkPlan.Join(place.Network, PlanParts());
        }
        catch (NodeException e)
        {
            return new(place.Network) { Error = e };
        }

        IEnumerable<NetworkPlan> PlanParts()
        {
            yield return new(place.Network) { Messages = DescribeNative(place) };
            yield return OverlappingSubnets.Check(place, options.RefusesOverlaps);
            yield return FabricPlanner.Plan(place);
            yield return DomainPlanner.Plan(place);
            if (place.IsFirst)
            {
                yield return VlanPlanner.PlanNew(place);
                yield return SpacePlanner.Plan(place, options.Space);
                yield return DhcpOwnership.PlanEnd(place);
            }

            yield return SubnetPlanner.Plan(place);
            yield return RangePlanner.Plan(place);
            if (place.IsFirst)
                yield return VlanPlanner.PlanDifference(place);
            yield return DhcpTarget.Plan(place);
            yield return FabricPlanner.PlanUntagged(place, places);
            if (places[0].Network == place.Network)
                yield return DomainPlanner.PlanOfNodes(place, places);
            yield return StaticRoutePlanner.Plan(place);
        }
    }

    private static IReadOnlyList<string> DescribeNative(NetworkPlace place) => place is { Network: { VlanTag: > 0 } network, Tag: 0 }
        ?
        [
            $"Network {network.Name} is the native network of link {place.Link.Name}: it is untagged there, "
            + $"its tag {network.Vlan} is the switch's business.",
        ]
        : [];

    /// <summary>A domain, space or fabric that several networks need is made with the first of them.</summary>
    private static List<NetworkPlan> MakeOnce(List<NetworkPlan> plans)
    {
        var made = new HashSet<NetworkOperation>();
        return plans.ConvertAll(p => p with { Operations = [.. p.Operations.Where(made.Add)] });
    }
}
