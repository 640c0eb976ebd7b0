using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>
/// Plans the removal of what the design's own fabrics have beyond the design, in the order MAAS accepts; what is in use stays.
/// </summary>
internal static class NetworkPrunePlanner
{
    /// <summary>The plans by the fabric's name.</summary>
    public static IReadOnlyDictionary<string, Plan<IMaasClient>> Plan(StaleNetwork stale, SiteSnapshot site, NetworkUse use)
    {
        var builders = new Dictionary<string, PlanBuilder<IMaasClient>>(StringComparer.Ordinal);
        PlanBuilder<IMaasClient> For(Vlan? vlan)
        {
            var name = site.Fabrics.FirstOrDefault(f => f.Id == vlan?.FabricId)?.Name ?? vlan?.Fabric ?? "";
            return builders.TryGetValue(name, out var builder) ? builder : builders[name] = new PlanBuilder<IMaasClient>();
        }

        var subnets = stale.Subnets.Where(s => CanGo(s, For(s.Vlan), stale, site, use)).ToList();
        var kept = stale.Subnets.Except(subnets).Select(s => s.Id).ToHashSet();
        var ranges = stale.Ranges.Where(r => !kept.Contains(r.Subnet!.Id) && CanGo(r, For(VlanOf(r.Subnet!, site)), use)).ToList();
        foreach (var (vlan, ownership) in stale.Dhcp.Where(d => d.Ownership.Subnets.All(subnets.Contains) && d.Ownership.Ranges.All(ranges.Contains)))
            PlanNoDhcp(For(vlan), vlan);
        var vlans = new StaleVlans(stale.Vlans, site, subnets, use);
        foreach (var vlan in vlans.Unserved)
            PlanNoDhcp(For(vlan), vlan);
        foreach (var (subnet, settings) in stale.Settings.Where(s => DhcpOwnership.RangesOfOthers(s.Subnet, site).All(ranges.Contains)))
            For(subnet.Vlan).Add(new ClearSettings(subnet, settings));
        foreach (var route in stale.Routes.Where(r => !kept.Contains(r.Source!.Id)))
            For(route.Source!.Vlan).Add(new DeleteStaticRoute(route));
        foreach (var range in ranges)
            For(VlanOf(range.Subnet!, site)).Add(new DeleteRange(range));
        foreach (var range in stale.Reserved.Where(r => !kept.Contains(r.Subnet!.Id)))
            SayReserved(For(VlanOf(range.Subnet!, site)), range);
        foreach (var subnet in subnets)
            For(subnet.Vlan).Add(new DeleteSubnet(subnet));
        foreach (var vlan in stale.Vlans.Where(v => v.Vid != 0))
        {
            if (vlans.ReasonToStay(vlan) is { } reason)
                For(vlan).Say($"VLAN {vlan} is not in the design and stays: {reason}.");
        }

        foreach (var vlan in vlans.Leaving)
            For(vlan).Add(new DeleteVlan(vlan));
        return builders.ToDictionary(b => b.Key, b => b.Value.Build(), StringComparer.Ordinal);
    }

    private static bool CanGo(Subnet subnet, PlanBuilder<IMaasClient> builder, StaleNetwork stale, SiteSnapshot site, NetworkUse use)
    {
        var reason = use.Of(subnet) is { Count: > 0 } used ? $"addresses are in use: {Some(used.Select(a => a.IPAddress))}"
            : use.Subnets.Contains(subnet.Id) ? "interfaces are linked to it"
            : site.StaticRoutes.FirstOrDefault(r => r.Destination?.Id == subnet.Id && !stale.Routes.Contains(r)) is { } route
                ? $"a route of {route.Source} leads to it"
            : stale.Reserved.FirstOrDefault(r => r.Subnet!.Id == subnet.Id) is { } range
                ? $"somebody reserved {range.StartIP}-{range.EndIP} for addresses that MAAS may not know" : null;
        if (reason is not null)
            builder.Say($"Subnet {subnet.Cidr} is not in the design and stays: {reason}.");
        return reason is null;
    }

    private static bool CanGo(IPRange range, PlanBuilder<IMaasClient> builder, NetworkUse use)
    {
        var span = AddressSpan.TryParse(range.StartIP, range.EndIP);
        var used = use.Of(range.Subnet!)
            .Where(a => AddressSpan.TryParse(a.IPAddress, a.IPAddress) is { } one && span?.Overlaps(one) == true)
            .ToList();
        if (used.Count > 0)
            builder.Say($"Range {span} is not in the design and stays: addresses are in use: {Some(used.Select(a => a.IPAddress))}.");
        return used.Count == 0;
    }

    private static void SayReserved(PlanBuilder<IMaasClient> builder, IPRange range) => builder.Say(
        $"Reserved range {range.StartIP}-{range.EndIP} of {range.Subnet?.Cidr} is not in the design and stays: no run of ours made it, "
        + "and it may protect addresses that MAAS does not know. Remove it in MAAS if it is not wanted.");

    /// <summary>Before the ranges go: MAAS takes no change of a VLAN that serves DHCP without one.</summary>
    private static void PlanNoDhcp(PlanBuilder<IMaasClient> builder, Vlan vlan) =>
        EndDhcp.Find(vlan.Fabric ?? "", vlan).ToList().ForEach(builder.Add);

    private static Vlan? VlanOf(Subnet subnet, SiteSnapshot site) =>
        subnet.Vlan ?? site.Subnets.FirstOrDefault(s => s.Id == subnet.Id)?.Vlan;

    /// <summary>The first few names.</summary>
    public static string Some(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count <= 3
            ? string.Join(", ", all)
            : FormattableString.Invariant($"{string.Join(", ", all.Take(3))} and {all.Count - 3} more");
    }
}
