using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Plans address ranges. A DHCP range leaves out what MAAS counts as taken, else MAAS refuses it whole.</summary>
internal static class RangePlanner
{
    public static void Plan(NetworkPlan plan, SiteDesign design, SiteSnapshot site, Subnet? subnet)
    {
        var present = subnet is null ? [] : site.IPRanges.Where(r => r.Subnet?.Id == subnet.Id).ToList();
        foreach (var range in plan.Network.Ranges.Where(r => r.Type is "dhcp" or "reserved"))
        {
            var span = AddressSpan.TryParse(range.Start, range.End) ?? throw new NodeException(
                NodeErrorIds.DesignInvalid, $"Range {range.Start}-{range.End} of network {plan.Network.Name} is no range of addresses.");
            var type = range.Type == "dhcp" ? "dynamic" : "reserved";
            foreach (var wanted in type == "dynamic" ? Split(plan, design, site, span) : WithoutKept(plan, span))
                PlanRange(plan, site, type, wanted, subnet, present);
        }
    }

    private static List<AddressSpan> Split(NetworkPlan plan, SiteDesign design, SiteSnapshot site, AddressSpan span)
    {
        var taken = Taken(plan.Network, design, site).Where(t => t.Span.Overlaps(span)).ToList();
        List<AddressSpan> parts = [.. span.Without(taken.Select(t => t.Span)).Where(p => p.IsLargeEnoughForDhcp)];
        if (taken.Count > 0)
        {
            plan.Main.Say(
                $"DHCP range {span} of network {plan.Network.Name} covers {string.Join(", ", taken.Select(t => t.What).Distinct())}; "
                + $"it becomes {(parts.Count == 0 ? "nothing" : string.Join(", ", parts))}.");
        }

        return parts.Count > 0
            ? parts
            : throw new NodeException(NodeErrorIds.NetworkNotPossible,
                $"Nothing is left of DHCP range {span} of network {plan.Network.Name}: every address is taken"
                    + $"{(span.First.IsV6 ? ", or too few are left between two that are, as MAAS takes 256 at least" : "")}.");
    }

    /// <summary>What of a reserved range MAAS has not reserved by itself.</summary>
    private static IReadOnlyList<AddressSpan> WithoutKept(NetworkPlan plan, AddressSpan span)
    {
        if (plan.Network.Block.Value?.KeptByMaas is not { } kept || !kept.Overlaps(span))
            return [span];
        plan.Main.Say($"Reserved range {span} of network {plan.Network.Name} is reserved as it is, up to {kept.End}: MAAS keeps {kept} of such a network.");
        return span.Without([kept]);
    }

    private static IEnumerable<(AddressSpan Span, string What)> Taken(Design.Network network, SiteDesign design, SiteSnapshot site)
    {
        var addresses =
            new List<(string? Address, string What)> { (network.DefaultGateway, "the gateway"), (network.DhcpRelaySelf, "the DHCP relay") };
        addresses.AddRange(network.DnsServers.Select(d => ((string?)d, $"DNS server {d}")));
        addresses.AddRange(design.Nodes.Select(n => (n.FindAddress(network.Name)?.Number?.ToString(), $"node {n.Name}")));
        addresses.AddRange(
            site.RackControllers.SelectMany(r => r.Interfaces.SelectMany(i => i.Links).Select(l => (l.IPAddress, $"rack controller {r}"))));
        addresses.AddRange(site.ReservedIPs.Select(r => ((string?)r.IPAddress, $"reserved IP {r.IPAddress} of {r.MacAddress}")));
        var reserved = network.Ranges.Where(r => r.Type == "reserved").Select(
            r => (Span: AddressSpan.TryParse(r.Start, r.End), What: $"reserved range {r.Start}-{r.End}"));
        (AddressSpan? Span, string What) kept = (network.Block.Value?.KeptByMaas, "what MAAS keeps of an IPv6 network with 64 bits");
        return addresses.Where(a => a.Address is not null)
            .Select(a => (Span: AddressSpan.TryParse(a.Address!, a.Address!), a.What))
            .Concat(reserved).Append(kept)
            .Where(a => a.Span is not null)
            .Select(a => (a.Span!, a.What));
    }

    private static void PlanRange(
        NetworkPlan plan, SiteSnapshot site, string type, AddressSpan wanted, Subnet? subnet, List<IPRange> present)
    {
        var overlapping = present.Select(r => (Range: r, Span: AddressSpan.TryParse(r.StartIP, r.EndIP)))
            .Where(x => x.Span?.Overlaps(wanted) == true)
            .ToList();
        var fitting = overlapping.Find(
            x => x.Range.Type == type && x.Span!.Covers(wanted) && (wanted.Covers(x.Span) || x.Range.Comment != SiteComment.Text));
        if (fitting.Range is not null)
        {
            plan.PlannedRanges.Add(fitting.Range.Id);
            return;
        }

        if (overlapping.Find(x => x.Range.Comment != SiteComment.Text) is { Range: { } foreign })
        {
            throw new NodeException(
                NodeErrorIds.NetworkNotPossible,
                $"Range {wanted} of network {plan.Network.Name} overlaps {foreign.Type} range {foreign.StartIP}-{foreign.EndIP} in MAAS, "
                    + "which is not ours. Remove it there, or correct the design.");
        }

        // Another part of a range that was split may overlap one of these too.
        present.RemoveAll(r => overlapping.Exists(x => x.Range == r));
        plan.PlannedRanges.UnionWith(overlapping.Select(x => x.Range.Id));
        var changed = overlapping.Find(x => x.Range.Type == type);
        foreach (var (stale, span) in overlapping.Where(x => x.Range != changed.Range))
            plan.Main.Add(new ReplaceRange(stale, span!, plan.Network.Block));
        if (subnet is not null)
        {
            RequireManaged(plan.Network, subnet, type, wanted);
            plan.Main.Require(
                new FreeRange(plan.Network.Name, subnet, type, wanted, changed.Span, [.. site.StaticRoutes.Where(r => r.Source?.Id == subnet.Id)]));
        }

        plan.Main.Add(changed.Range is { } range
            ? new MoveRange(range, changed.Span!, wanted)
            : new CreateRange(plan.Network.Block, type, wanted) { Replaced = [.. overlapping.Select(x => x.Span!)] });
    }

    /// <summary>On a subnet that MAAS does not manage it makes no dynamic range but within reserved ones.</summary>
    private static void RequireManaged(Design.Network network, Subnet subnet, string type, AddressSpan wanted)
    {
        if (type != "dynamic" || subnet.Managed)
            return;
        throw new NodeException(
            NodeErrorIds.NetworkNotPossible,
            $"Network {network.Name} wants DHCP range {wanted}, but MAAS does not manage subnet {subnet.Cidr} (managed is off) and makes no dynamic range "
            + FormattableString.Invariant($"there. Let MAAS manage it (Invoke-MaasApi subnets/{subnet.Id}/ PUT -Parameter @{{ managed = 'true' }}), ")
            + "or take the range out of the design.");
    }
}

/// <summary>Makes an address range.</summary>
/// <param name="Subnet">Its subnet, which may be made by the same plan.</param>
/// <param name="Type">dynamic or reserved.</param>
/// <param name="Span">Its addresses.</param>
internal sealed record CreateRange(Written<IPBlock> Subnet, string Type, AddressSpan Span) : NetworkOperation
{
    /// <summary>The ranges in whose place it comes.</summary>
    public IReadOnlyList<AddressSpan> Replaced { get; init; } = [];

    /// <summary>What is sent for it, its subnet apart.</summary>
    public IPRangeRequest Request => new() { Type = Type, StartIP = Span.Start, EndIP = Span.End, Comment = SiteComment.Text };

    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes =>
        [Create(ResourceKind.IPRange, $"{Span}", Type, [Subnet.Canonical, .. Replaced.Select(r => $"{r}")])];
}

/// <summary>Gives an address range of ours other bounds.</summary>
/// <param name="Present">The range in MAAS.</param>
/// <param name="Before">Its addresses now.</param>
/// <param name="Span">The addresses it gets.</param>
internal sealed record MoveRange(IPRange Present, AddressSpan Before, AddressSpan Span) : NetworkOperation
{
    /// <summary>What is sent for it.</summary>
    public IPRangeRequest Request => new() { StartIP = Span.Start, EndIP = Span.End };

    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes =>
        [Set(ResourceKind.IPRange, $"{Before}", ChangeProperty.Bounds, $"{Before}", $"{Span}")];
}

/// <summary>Removes an address range of ours because another comes in its place.</summary>
/// <param name="Present">The range in MAAS.</param>
/// <param name="Span">Its addresses.</param>
/// <param name="Subnet">Its subnet.</param>
internal sealed record ReplaceRange(IPRange Present, AddressSpan Span, Written<IPBlock> Subnet) : NetworkOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes => 
        [Delete(ResourceKind.IPRange, $"{Span}", Present.Type, Subnet.Canonical) with { Severity = ChangeSeverity.Disruptive }];
}
