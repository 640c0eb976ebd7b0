using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Compares the networks of a design with those of MAAS. Pure: one plan per network, in design order of links.</summary>
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
                return plans;
            found.ForEach(p => errors[p.Network.Name] = p.Error!);
        }
    }

    private static List<NetworkPlan> Plan(
        SiteDesign design, SiteSnapshot site, SiteNetworkTerms options, Dictionary<string, NodeException> errors)
    {
        var domains = new DomainPlanner(site);
        var spaces = new SpacePlanner(site, options.Space);
        var fabrics = LinkFabrics.Find(design, site);
        var plans = new List<NetworkPlan>();
        foreach (var link in design.NetworkLinks)
        {
            var networks = link.AllowedNetworks.Select(design.FindNetwork)
                .Where(n => n is not null && design.FindLinkOfNetwork(n.Name) == link)
                .ToList();
            plans.AddRange(link.NoConfig
                ? networks.Select(n => new NetworkPlan(n!) { SkippedBecause = $"Link {link.Name} is labelled noconfig." })
                : PlanLink(design, site, link, fabrics.GetValueOrDefault(link), networks!, options, errors, domains, spaces));
        }

        foreach (var fabric in fabrics.Values.Distinct())
            FabricPlanner.Plan(fabric, design, [.. plans.Where(p => fabric.Links.Any(l => l == design.FindLinkOfNetwork(p.Network.Name)))]);

        var planned = plans.Select(p => p.Network.Name).ToHashSet(StringComparer.Ordinal);
        plans.AddRange(design.Networks.Where(n => !planned.Contains(n.Name))
            .Select(n => new NetworkPlan(n) { SkippedBecause = "No network link carries it." }));
        foreach (var plan in plans.Where(p => p is { Error: null, SkippedBecause: null }))
            Guard(plan, () => StaticRoutePlanner.Plan(plan, design, site));
        PlanDomainsOfNodes(design, plans, domains);
        return plans;
    }

    /// <summary>
    /// A node without a primary network, or with one that is not set up here, is in a domain that no other network brings along.
    /// </summary>
    private static void PlanDomainsOfNodes(SiteDesign design, List<NetworkPlan> plans, DomainPlanner domains)
    {
        if (plans.Find(p => p is { Error: null, SkippedBecause: null }) is not { } first)
            return;
        foreach (var domain in design.Nodes.Select(n => n.Domain).Distinct(StringComparer.Ordinal))
            domains.Plan(first, domain);
    }

    /// <summary>Whether the step sets the network up: a link carries it and nothing is labelled noconfig.</summary>
    public static bool IsConfigured(SiteDesign design, Design.Network network) =>
        !network.NoConfig && design.FindLinkOfNetwork(network.Name) is { NoConfig: false };

    private static List<NetworkPlan> PlanLink(
        SiteDesign design,
        SiteSnapshot site,
        NetworkLink link,
        LinkFabric? fabric,
        IReadOnlyList<Design.Network> networks,
        SiteNetworkTerms options,
        Dictionary<string, NodeException> errors,
        DomainPlanner domains,
        SpacePlanner spaces)
    {
        var plans = networks.Select(n => new NetworkPlan(n)
        {
            SkippedBecause = n.NoConfig ? "It is labelled noconfig." : null,
            Error = n.NoConfig ? null : errors.GetValueOrDefault(n.Name),
        }).ToList();
        var active = plans.Where(p => p is { SkippedBecause: null, Error: null }).ToList();
        if (fabric?.Error is { } error)
        {
            active.ForEach(p => p.Error = error);
            return plans;
        }

        foreach (var plan in active)
            Guard(plan, () => PlanNetwork(plan, design, site, link, fabric!, options, errors, domains, spaces));
        return plans;
    }

    private static void PlanNetwork(
        NetworkPlan plan,
        SiteDesign design,
        SiteSnapshot site,
        NetworkLink link,
        LinkFabric fabric,
        SiteNetworkTerms options,
        Dictionary<string, NodeException> errors,
        DomainPlanner domains,
        SpacePlanner spaces)
    {
        var network = plan.Network;
        var tag = design.VlanTagInMaas(network) ?? throw new NodeException(
            NodeErrorIds.NetworkNotPossible, $"VLAN tag \"{network.Vlan}\" of network {network.Name} is no number.");
        if (network.VlanTag > 0 && tag == 0)
            plan.Main.Say(
                $"Network {network.Name} is the native network of link {link.Name}: it is untagged there, "
                    + $"its tag {network.Vlan} is the switch's business.");

        SharedVlan.Check(design, fabric, link, network, tag, site);
        var vlan = fabric.FindVlan(tag);
        var subnet = site.Subnets.FirstOrDefault(s => s.Block == network.Block);
        if (subnet is null)
            OverlappingSubnets.Check(plan, design, site, options.RefusesOverlaps);
        var isFirst = fabric.NetworksOf(design, tag).FirstOrDefault(n => !errors.ContainsKey(n.Name)) == network;
        var ownership = DhcpOwnership.Find(design, site, fabric, tag);
        var dhcp = ownership.Server == network ? DhcpTarget.Find(network, site, tag, vlan, subnet) : null;
        domains.Plan(plan, network.DnsDomain);
        if (isFirst)
        {
            VlanPlanner.PlanNew(plan, fabric, tag, vlan);
            spaces.Plan(plan, link, fabric, tag, vlan);
            if (vlan is not null)
                PlanNoDhcp(plan, ownership, fabric, vlan);
        }

        SubnetPlanner.Plan(plan, site, fabric, tag, vlan, subnet);
        RangePlanner.Plan(plan, design, site, subnet);
        if (isFirst)
            VlanPlanner.PlanDifference(plan, fabric, tag, vlan);
        dhcp?.Plan(plan, fabric, tag, vlan);
    }

    private static void PlanNoDhcp(NetworkPlan plan, DhcpOwnership ownership, LinkFabric fabric, Models.Vlan vlan)
    {
        var updates = EndDhcp.Find(fabric.Name, vlan).ToList();
        if (ownership.IsNobodys)
        {
            updates.ForEach(plan.Main.Add);
        }
        else if (ownership.IsOthers && updates.Count > 0)
        {
            plan.LeftDhcp.Add((vlan, ownership));
            plan.Main.Say($"DHCP of VLAN {vlan} stays as it is: it serves {ownership.Others}, which the design does not set up.");
        }
    }

    private static void Guard(NetworkPlan plan, Action act)
    {
        try
        {
            act();
        }
        catch (NodeException e)
        {
            plan.Error = e;
        }
    }
}
