using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Parts of the design's own fabrics that are not in the design; nothing of other fabrics.</summary>
internal sealed record StaleNetwork
{
    public IReadOnlyList<StaticRoute> Routes { get; private init; } = [];

    public IReadOnlyList<IPRange> Ranges { get; private init; } = [];

    public IReadOnlyList<Subnet> Subnets { get; private init; } = [];

    /// <summary>VLANs that no network of the design is on; the untagged ones of fabrics, which MAAS does not remove, are among them.</summary>
    public IReadOnlyList<Vlan> Vlans { get; private init; } = [];

    /// <summary>
    /// Reserved ranges that somebody else made; they stay, since they keep MAAS off addresses of which it knows nothing else.
    /// </summary>
    public IReadOnlyList<IPRange> Reserved { get; private init; } = [];

    /// <summary>The design's VLANs whose DHCP goes once nothing but the design's own is on them.</summary>
    public IReadOnlyList<(Vlan Vlan, DhcpOwnership Ownership)> Dhcp { get; private init; } = [];

    /// <summary>The design's subnets whose gateway or DNS servers go once nobody else's range is on them.</summary>
    public IReadOnlyList<(Subnet Subnet, LeftSettings Settings)> Settings { get; private init; } = [];

    /// <summary>Finds it, given the plans that say what is kept or changed for the design.</summary>
    public static StaleNetwork Find(SiteDesign design, SiteSnapshot site, IReadOnlyList<NetworkPlan> plans)
    {
        var active = plans.Where(p => p.IsActive).ToList();
        var fabrics = OwnFabrics(design, site);
        var blocks = design.Networks.Select(n => n.Block).ToHashSet();
        var subnets = site.Subnets.Where(s => s.Vlan is not null && fabrics.ContainsKey(s.Vlan.FabricId) && !blocks.Contains(s.Block))
            .ToList();
        var gone = subnets.Select(s => s.Id).ToHashSet();
        var ours = site.Subnets.Where(s => active.Exists(p => p.Network.Block == s.Block)).Select(s => s.Id).ToHashSet();
        var ranges = active.SelectMany(p => p.PlannedRanges).ToHashSet();
        var routes = active.SelectMany(p => p.PlannedRoutes).ToHashSet();
        var stale = site.IPRanges.Where(r => r.Subnet is { } s && (gone.Contains(s.Id) || (ours.Contains(s.Id) && !ranges.Contains(r.Id))))
            .ToLookup(r => r.Type == "reserved" && r.Comment != SiteComment.Text);
        return new()
        {
            Subnets = subnets,
            Vlans = [.. site.Fabrics.Where(f => fabrics.ContainsKey(f.Id))
                .SelectMany(f => f.Vlans.Where(v => !fabrics[f.Id].Contains(v.Vid)))],
            Ranges = [.. stale[false]],
            Reserved = [.. stale[true]],
            Dhcp = [.. active.SelectMany(p => p.LeftDhcp)],
            Settings = [.. active.SelectMany(p => p.LeftSettings)],
            Routes =
                [.. site.StaticRoutes.Where(
                    r => !routes.Contains(r.Id) && r.Source is { } s && (gone.Contains(s.Id) || ours.Contains(s.Id)))],
        };
    }

    /// <summary>Fabrics of the design's links by id, with the tags the design uses there.</summary>
    private static Dictionary<int, HashSet<int>> OwnFabrics(SiteDesign design, SiteSnapshot site)
    {
        var own = new Dictionary<int, HashSet<int>>();
        foreach (var link in design.NetworkLinks.Where(l => !l.NoConfig))
        {
            var networks = link.AllowedNetworks.Select(design.FindNetwork)
                .OfType<Design.Network>()
                .Where(n => design.FindLinkOfNetwork(n.Name) == link)
                .ToList();
            if (FabricFinder.Find(link, networks.Where(n => !n.NoConfig), design, site).Present is not { } fabric)
                continue;
            var tags = networks.Select(design.VlanTagInMaas).Concat(networks.Select(n => n.VlanTag)).OfType<int>();
            own.TryAdd(fabric.Id, []);
            own[fabric.Id].UnionWith(tags);
        }

        return own;
    }
}
