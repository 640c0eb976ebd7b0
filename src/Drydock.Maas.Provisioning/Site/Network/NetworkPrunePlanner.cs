using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>
/// Plans the removal of what the design's own fabrics have beyond the design, in the order MAAS accepts; what is in use stays.
/// </summary>
internal static class NetworkPrunePlanner
{
    /// <summary>The plans by the fabric's name.</summary>
    public static IReadOnlyDictionary<string, Plan<SiteContext>> Plan(StaleNetwork stale, SiteSnapshot site, NetworkUse use)
    {
        var builders = new Dictionary<string, PlanBuilder<SiteContext>>(StringComparer.Ordinal);
        PlanBuilder<SiteContext> For(Vlan? vlan)
        {
            var name = site.Fabrics.FirstOrDefault(f => f.Id == vlan?.FabricId)?.Name ?? vlan?.Fabric ?? "";
            return builders.TryGetValue(name, out var builder) ? builder : builders[name] = new PlanBuilder<SiteContext>();
        }

        var subnets = stale.Subnets.Where(s => CanGo(s, For(s.Vlan), stale, site, use)).ToList();
        var kept = stale.Subnets.Except(subnets).Select(s => s.Id).ToHashSet();
        var ranges = stale.Ranges.Where(r => !kept.Contains(r.Subnet!.Id) && CanGo(r, For(VlanOf(r.Subnet!, site)), use)).ToList();
        foreach (var (vlan, ownership) in stale.Dhcp.Where(d => d.Ownership.Subnets.All(subnets.Contains) && d.Ownership.Ranges.All(ranges.Contains)))
            EndDhcp(For(vlan), vlan);
        var vlans = new StaleVlans(stale.Vlans, site, subnets, use);
        foreach (var vlan in vlans.Unserved)
            EndDhcp(For(vlan), vlan);
        foreach (var (subnet, settings) in stale.Settings.Where(s => DhcpOwnership.RangesOfOthers(s.Subnet, site).All(ranges.Contains)))
            Clear(For(subnet.Vlan), subnet, settings);
        foreach (var route in stale.Routes.Where(r => !kept.Contains(r.Source!.Id)))
            Remove(For(route.Source!.Vlan), route);
        foreach (var range in ranges)
            Remove(For(VlanOf(range.Subnet!, site)), range);
        foreach (var range in stale.Reserved.Where(r => !kept.Contains(r.Subnet!.Id)))
            SayReserved(For(VlanOf(range.Subnet!, site)), range);
        foreach (var subnet in subnets)
        {
            For(subnet.Vlan).Add(
                Change(ResourceKind.Subnet, subnet.Cidr, subnet.Name), (context, token) => context.Client.Subnets.DeleteAsync(subnet.Id, token));
        }

        foreach (var vlan in stale.Vlans.Where(v => v.Vid != 0))
        {
            if (vlans.ReasonToStay(vlan) is { } reason)
                For(vlan).Say($"VLAN {vlan} is not in the design and stays: {reason}.");
        }

        foreach (var vlan in vlans.Leaving)
            For(vlan).Add(Change(ResourceKind.Vlan, vlan.ToString(), vlan.Name), (context, token) => context.Client.Vlans.DeleteAsync(vlan.Id, token));
        return builders.ToDictionary(b => b.Key, b => b.Value.Build(), StringComparer.Ordinal);
    }

    private static bool CanGo(Subnet subnet, PlanBuilder<SiteContext> builder, StaleNetwork stale, SiteSnapshot site, NetworkUse use)
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

    private static void Remove(PlanBuilder<SiteContext> builder, StaticRoute route) => builder.Add(
        Change(ResourceKind.StaticRoute, $"{route.Source} -> {route.Destination}", $"via {route.GatewayIP}"),
        (context, token) => context.Client.StaticRoutes.DeleteAsync(route.Id, token));

    private static bool CanGo(IPRange range, PlanBuilder<SiteContext> builder, NetworkUse use)
    {
        var span = AddressSpan.TryParse(range.StartIP, range.EndIP);
        var used = use.Of(range.Subnet!)
            .Where(a => AddressSpan.TryParse(a.IPAddress, a.IPAddress) is { } one && span?.Overlaps(one) == true)
            .ToList();
        if (used.Count > 0)
            builder.Say($"Range {span} is not in the design and stays: addresses are in use: {Some(used.Select(a => a.IPAddress))}.");
        return used.Count == 0;
    }

    private static void Remove(PlanBuilder<SiteContext> builder, IPRange range) => builder.Add(
        Change(ResourceKind.IPRange, $"{range.StartIP}-{range.EndIP}", range.Type), (context, token) =>
            context.Client.IPRanges.DeleteAsync(range.Id, token));

    private static void SayReserved(PlanBuilder<SiteContext> builder, IPRange range) => builder.Say(
        $"Reserved range {range.StartIP}-{range.EndIP} of {range.Subnet?.Cidr} is not in the design and stays: no run of ours made it, "
        + "and it may protect addresses that MAAS does not know. Remove it in MAAS if it is not wanted.");

    /// <summary>Before the ranges go: MAAS takes no change of a VLAN that serves DHCP without one.</summary>
    private static void EndDhcp(PlanBuilder<SiteContext> builder, Vlan vlan)
    {
        foreach (var (changes, update) in DhcpOff.Updates(vlan.ToString(), vlan))
            builder.Add(changes, (context, token) => context.Client.Vlans.UpdateAsync(vlan.FabricId, vlan.Vid, update, token));
    }

    private static void Clear(PlanBuilder<SiteContext> builder, Subnet subnet, LeftSettings settings)
    {
        var (changes, update) = settings.Clear(subnet);
        builder.Add(changes, (context, token) => context.Client.Subnets.UpdateAsync(subnet.Id, update, token));
    }

    private static Vlan? VlanOf(Subnet subnet, SiteSnapshot site) =>
        subnet.Vlan ?? site.Subnets.FirstOrDefault(s => s.Id == subnet.Id)?.Vlan;

    private static PlannedChange Change(ResourceKind kind, string name, string? detail) =>
        SiteChange.Delete(kind, name, detail) with { Severity = ChangeSeverity.Destructive };

    /// <summary>The first few names.</summary>
    public static string Some(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count <= 3
            ? string.Join(", ", all)
            : FormattableString.Invariant($"{string.Join(", ", all.Take(3))} and {all.Count - 3} more");
    }
}
