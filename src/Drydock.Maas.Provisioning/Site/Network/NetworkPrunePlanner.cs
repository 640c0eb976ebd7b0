using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>
/// Plans the removal of what the design's own fabrics have beyond the design; what is in use stays.
/// </summary>
internal static class NetworkPrunePlanner
{
    /// <summary>The plans by the fabric's name.</summary>
    public static IReadOnlyDictionary<string, Plan> Plan(StaleNetwork stale, SiteSnapshot site, NetworkUse use)
    {
        var reasons = stale.Subnets.ToDictionary(s => s.Id, s => FindReasonToStay(s, stale, site, use));
        var subnets = stale.Subnets.Where(s => reasons[s.Id] is null).ToList();
        var removable = stale.Ranges.Where(r => reasons.GetValueOrDefault(r.Subnet!.Id) is null).Select(r => (Range: r, Users: FindUsers(r, use))).ToList();
        var ranges = removable.Where(r => r.Users.Count == 0).Select(r => r.Range).ToList();
        var vlans = new StaleVlans(stale.Vlans, site, subnets, use);
        IEnumerable<Vlan> unserved =
        [
            .. stale.Dhcp.Where(d => d.Ownership.Subnets.All(subnets.Contains) && d.Ownership.Ranges.All(ranges.Contains)).Select(d => d.Vlan),
            .. vlans.Unserved,
        ];
        IReadOnlyList<PrunePart> parts =
        [
            .. stale.Subnets.Select(s => new PrunePart(s.Vlan, DescribeKept(s, reasons[s.Id]))),
            .. removable.Select(r => new PrunePart(GetVlan(r.Range.Subnet!, site), DescribeKept(r.Range, r.Users))),
            .. unserved.Select(v => new PrunePart(v, null, [.. EndDhcp.Find(v.Fabric ?? "", v).Select(e => e with { IsRemoval = true })])),
            .. stale.Settings.Where(s => DhcpOwnership.RangesOfOthers(s.Subnet, site).All(ranges.Contains))
                .Select(s => new PrunePart(s.Subnet.Vlan, null, new ClearSettings(s.Subnet, s.Settings))),
            .. stale.Routes.Where(r => reasons.GetValueOrDefault(r.Source!.Id) is null).Select(r => new PrunePart(r.Source!.Vlan, null, new DeleteStaticRoute(r))),
            .. ranges.Select(r => (Range: r, Vlan: GetVlan(r.Subnet!, site))).Select(r => new PrunePart(r.Vlan, null, new DeleteRange(r.Range, r.Vlan?.Id))),
            .. stale.Reserved.Where(r => reasons.GetValueOrDefault(r.Subnet!.Id) is null).Select(r => new PrunePart(GetVlan(r.Subnet!, site), DescribeReserved(r))),
            .. subnets.Select(s => new PrunePart(s.Vlan, null, new DeleteSubnet(s))),
            .. stale.Vlans.Where(v => v.Vid != 0).Select(v => (Vlan: v, Reason: vlans.ReasonToStay(v))).Where(v => v.Reason is not null)
                .Select(v => new PrunePart(v.Vlan, $"VLAN {v.Vlan} is not in the design and stays: {v.Reason}.")),
            .. vlans.Leaving.Select(v => new PrunePart(v, null, new DeleteVlan(v))),
        ];
        return parts.GroupBy(p => site.Fabrics.FirstOrDefault(f => f.Id == p.Vlan?.FabricId)?.Name ?? p.Vlan?.Fabric ?? "", StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => new Plan(g.SelectMany(p => p.Operations)) { Messages = [.. g.Select(p => p.Message).OfType<string>()] },
            StringComparer.Ordinal);
    }

    private static string? FindReasonToStay(Subnet subnet, StaleNetwork stale, SiteSnapshot site, NetworkUse use) =>
        use.FindAddresses(subnet) is { Count: > 0 } used ? $"addresses are in use: {ListFirst(used.Select(a => a.IPAddress))}"
        : use.Subnets.Contains(subnet.Id) ? "interfaces are linked to it"
        : site.StaticRoutes.FirstOrDefault(r => r.Destination?.Id == subnet.Id && !stale.Routes.Contains(r)) is { } route
            ? $"a route of {route.Source} leads to it"
        : stale.Reserved.FirstOrDefault(r => r.Subnet!.Id == subnet.Id) is { } range
            ? $"somebody reserved {range.StartIP}-{range.EndIP} for addresses that MAAS may not know" : null;

    private static string? DescribeKept(Subnet subnet, string? reason) =>
        reason is null ? null : $"Subnet {subnet.Cidr} is not in the design and stays: {reason}.";

    private static IReadOnlyList<string> FindUsers(IPRange range, NetworkUse use)
    {
        var span = AddressSpan.TryParse(range.StartIP, range.EndIP);
        return [.. use.FindAddresses(range.Subnet!).Select(a => a.IPAddress).Where(a => AddressSpan.TryParse(a, a) is { } one && span?.Overlaps(one) == true)];
    }

    private static string? DescribeKept(IPRange range, IReadOnlyList<string> users) => users.Count == 0 ? null
        : $"Range {AddressSpan.TryParse(range.StartIP, range.EndIP)} is not in the design and stays: addresses are in use: {ListFirst(users)}.";

    private static string DescribeReserved(IPRange range) =>
        $"Reserved range {range.StartIP}-{range.EndIP} of {range.Subnet?.Cidr} is not in the design and stays: no run of ours made it, "
        + "and it may protect addresses that MAAS does not know. Remove it in MAAS if it is not wanted.";

    private static Vlan? GetVlan(Subnet subnet, SiteSnapshot site) =>
        subnet.Vlan ?? site.Subnets.FirstOrDefault(s => s.Id == subnet.Id)?.Vlan;

    /// <summary>The first few names.</summary>
    public static string ListFirst(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count <= 3
            ? string.Join(", ", all)
            : FormattableString.Invariant($"{string.Join(", ", all.Take(3))} and {all.Count - 3} more");
    }
}

/// <summary>A part of the removal from a fabric.</summary>
/// <param name="Vlan">A VLAN of the fabric.</param>
/// <param name="Message">What the person should know; null for nothing.</param>
/// <param name="Operations">What is done.</param>
internal sealed record PrunePart(Vlan? Vlan, string? Message, params IReadOnlyList<NetworkOperation> Operations);
