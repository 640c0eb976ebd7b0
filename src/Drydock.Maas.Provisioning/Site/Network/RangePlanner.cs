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
    public static NetworkPlan Plan(NetworkPlace place)
    {
        var present = place.Subnet is { } subnet ? place.Site.IPRanges.Where(r => r.Subnet?.Id == subnet.Id).ToList() : [];
        return NetworkPlan.Join(place.Network, PlanRanges(place, present));
    }

    private static IEnumerable<NetworkPlan> PlanRanges(NetworkPlace place, List<IPRange> present)
    {
        foreach (var range in place.Network.Ranges.Where(r => r.Type is "dhcp" or "reserved"))
        {
            var span = AddressSpan.TryParse(range.Start, range.End) ?? throw new NodeException(
                ErrorIds.DesignInvalid, $"Range {range.Start}-{range.End} of network {place.Network.Name} is no range of addresses.");
            var isDynamic = range.Type == "dhcp";
            var (parts, messages) = isDynamic ? Split(place, span) : CutKept(place.Network, span);
            yield return place.Plan() with { Messages = messages };
            foreach (var wanted in parts)
                yield return PlanRange(place, isDynamic ? "dynamic" : "reserved", wanted, present);
        }
    }

    private static (IReadOnlyList<AddressSpan> Parts, IReadOnlyList<string> Messages) Split(NetworkPlace place, AddressSpan span)
    {
        var network = place.Network;
        var taken = Taken(network, place.Design, place.Site).Where(t => t.Span.Overlaps(span)).ToList();
        List<AddressSpan> parts = [.. span.Without(taken.Select(t => t.Span)).Where(p => p.IsLargeEnoughForDhcp)];
        if (parts.Count == 0)
        {
            throw new NodeException(ErrorIds.NetworkNotPossible,
                $"Nothing is left of DHCP range {span} of network {network.Name}: every address is taken"
                    + $"{(span.First.IsV6 ? ", or too few are left between two that are, as MAAS takes 256 at least" : "")}.");
        }

        return (parts, taken.Count == 0 ? [] :
        [
            $"DHCP range {span} of network {network.Name} covers {string.Join(", ", taken.Select(t => t.What).Distinct())}; it becomes {string.Join(", ", parts)}.",
        ]);
    }

    /// <summary>What of a reserved range MAAS has not reserved by itself.</summary>
    private static (IReadOnlyList<AddressSpan> Parts, IReadOnlyList<string> Messages) CutKept(Design.Network network, AddressSpan span) =>
        network.Block.Value?.KeptByMaas is not { } kept || !kept.Overlaps(span)
            ? ([span], [])
            : (span.Without([kept]),
                [$"Reserved range {span} of network {network.Name} is reserved as it is, up to {kept.End}: MAAS keeps {kept} of such a network."]);

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

    /// <summary>Plans one range, and takes those that it changes or replaces from the ranges there are.</summary>
    private static NetworkPlan PlanRange(NetworkPlace place, string type, AddressSpan wanted, List<IPRange> present)
    {
        var (network, fabric, tag) = (place.Network, place.Fabric.Name, place.Tag);
        var overlapping = present.Select(r => (Range: r, Span: AddressSpan.TryParse(r.StartIP, r.EndIP)))
            .Where(x => x.Span?.Overlaps(wanted) == true)
            .ToList();
        var fitting = overlapping.Find(
            x => x.Range.Type == type && x.Span!.Covers(wanted) && (wanted.Covers(x.Span) || x.Range.Comment != SiteComment.Text));
        if (fitting.Range is not null)
            return place.Plan() with { PlannedRanges = [fitting.Range.Id] };

        if (overlapping.Find(x => x.Range.Comment != SiteComment.Text) is { Range: { } foreign })
        {
            throw new NodeException(
                ErrorIds.NetworkNotPossible,
                $"Range {wanted} of network {network.Name} overlaps {foreign.Type} range {foreign.StartIP}-{foreign.EndIP} in MAAS, "
                    + "which is not ours. Remove it there, or correct the design.");
        }

        // Another part of a range that was split may overlap one of these too.
        present.RemoveAll(r => overlapping.Exists(x => x.Range == r));
        var changed = overlapping.Find(x => x.Range.Type == type);
        IReadOnlyList<Precondition> preconditions = place.Subnet is { } subnet ? [RequireFree(place, subnet, type, wanted, changed.Span)] : [];
        RangeOperation setup = changed.Range is { } range
            ? new MoveRange(fabric, tag, range, changed.Span!, wanted)
            : new CreateRange(fabric, tag, network.Block, type, wanted) { Replaced = [.. overlapping.Select(x => x.Span!)] };
        var replaced = overlapping.Where(x => x.Range != changed.Range).Select(x => new ReplaceRange(fabric, tag, x.Range, x.Span!, network.Block));
        return place.Plan([.. replaced, setup with { Preconditions = preconditions }]) with { PlannedRanges = [.. overlapping.Select(x => x.Range.Id)] };
    }

    private static FreeRange RequireFree(NetworkPlace place, Subnet subnet, string type, AddressSpan wanted, AddressSpan? before)
    {
        RequireManaged(place.Network, subnet, type, wanted);
        return new(place.Network.Name, subnet, type, wanted, before, [.. place.Site.StaticRoutes.Where(r => r.Source?.Id == subnet.Id)]);
    }

    /// <summary>On a subnet that MAAS does not manage it makes no dynamic range but within reserved ones.</summary>
    private static void RequireManaged(Design.Network network, Subnet subnet, string type, AddressSpan wanted)
    {
        if (type != "dynamic" || subnet.Managed)
            return;
        throw new NodeException(
            ErrorIds.NetworkNotPossible,
            $"Network {network.Name} wants DHCP range {wanted}, but MAAS does not manage subnet {subnet.Cidr} (managed is off) and makes no dynamic range "
            + FormattableString.Invariant($"there. Let MAAS manage it (Invoke-MaasApi subnets/{subnet.Id}/ PUT -Parameter @{{ managed = 'true' }}), ")
            + "or take the range out of the design.");
    }
}

/// <summary>A write to an address range.</summary>
/// <param name="Fabric">The name of its fabric when the write is made.</param>
/// <param name="Tag">The tag of its VLAN.</param>
internal abstract record RangeOperation(string Fabric, int Tag) : SubnetSetup(Fabric, Tag)
{
    /// <summary>The addresses that are free of the range once it is done; null for none.</summary>
    public virtual AddressSpan? Freed => null;
}

/// <summary>Makes an address range.</summary>
/// <param name="Fabric">The name of its fabric when the write is made.</param>
/// <param name="Tag">The tag of its VLAN.</param>
/// <param name="Subnet">Its subnet, which may be made by the same plan.</param>
/// <param name="Type">dynamic or reserved.</param>
/// <param name="Span">Its addresses.</param>
internal sealed record CreateRange(string Fabric, int Tag, Written<IPBlock> Subnet, string Type, AddressSpan Span) : RangeOperation(Fabric, Tag)
{
    /// <summary>The ranges in whose place it comes.</summary>
    public IReadOnlyList<AddressSpan> Replaced { get; init; } = [];

    /// <summary>What is sent for it, its subnet apart.</summary>
    public IPRangeRequest Request => new() { Type = Type, StartIP = Span.Start, EndIP = Span.End, Comment = SiteComment.Text };

    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(Request);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Create(ResourceKind.IPRange, $"{Span}", Type, [Subnet.Canonical, .. Replaced.Select(r => $"{r}")])];

    /// <inheritdoc/>
    public override bool Requires(Operation other) => base.Requires(other)
        || (other is CreateSubnet made && made.Wanted.Block == Subnet)
        || (other is RangeOperation { Freed: { } freed } && freed.Overlaps(Span));
}

/// <summary>Gives an address range of ours other bounds.</summary>
/// <param name="Fabric">The name of its fabric when the write is made.</param>
/// <param name="Tag">The tag of its VLAN.</param>
/// <param name="Present">The range in MAAS.</param>
/// <param name="Before">Its addresses now.</param>
/// <param name="Span">The addresses it gets.</param>
internal sealed record MoveRange(string Fabric, int Tag, IPRange Present, AddressSpan Before, AddressSpan Span) : RangeOperation(Fabric, Tag)
{
    /// <summary>What is sent for it.</summary>
    public IPRangeRequest Request => new() { StartIP = Span.Start, EndIP = Span.End };

    /// <inheritdoc/>
    public override AddressSpan? Freed => Before;

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Set(ResourceKind.IPRange, $"{Before}", ChangeProperty.Bounds, $"{Before}", $"{Span}")];

    /// <inheritdoc/>
    public override bool Requires(Operation other) => base.Requires(other)
        || (other is RangeOperation { Freed: { } freed } && !ReferenceEquals(other, this) && freed.Overlaps(Span));
}

/// <summary>Removes an address range of ours because another comes in its place.</summary>
/// <param name="Fabric">The name of its fabric when the write is made.</param>
/// <param name="Tag">The tag of its VLAN.</param>
/// <param name="Present">The range in MAAS.</param>
/// <param name="Span">Its addresses.</param>
/// <param name="Subnet">Its subnet.</param>
internal sealed record ReplaceRange(string Fabric, int Tag, IPRange Present, AddressSpan Span, Written<IPBlock> Subnet) : RangeOperation(Fabric, Tag)
{
    /// <inheritdoc/>
    public override AddressSpan? Freed => Span;

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Delete(ResourceKind.IPRange, $"{Span}", Present.Type, Subnet.Canonical) with { Severity = ChangeSeverity.Disruptive }];

    /// <summary>MAAS keeps the last range of a VLAN that serves DHCP.</summary>
    public override bool Requires(Operation other) => base.Requires(other) || (other is EndDhcp end && end.Fabric == Fabric && end.Tag == Tag);
}
