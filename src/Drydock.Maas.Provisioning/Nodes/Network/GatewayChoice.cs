using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>
/// The choice of a link whose subnet's gateway is the machine's. Drydock links anew in every run, so that its former choice goes by itself; here
/// the link stays, and only the choice goes. One by way of an interface beside the design stays.
/// </summary>
internal static class GatewayChoice
{
    /// <summary>The end of choices that the design no longer has, of a link of its own interfaces. MAAS clears both families at once.</summary>
    public static IEnumerable<InterfaceOperation> PlanClearing(MachineNetwork network)
    {
        var staying = network.LinkPlaces.Select(p => (Place: p, Link: p.FindWanted())).Where(s => s.Link is not null).ToList();
        var gateways = network.Machine.DefaultGateways;
        var former =
            (from gateway in new[] { gateways?.Ipv4, gateways?.Ipv6 }.OfType<DefaultGateway>()
             where !string.IsNullOrEmpty(gateway.GatewayIP)
             let place = staying.Find(s => s.Link!.Id == gateway.LinkId).Place
             where place?.Wanted is { IsPrimary: false } wanted && !network.LinkPlaces.Any(p => TakesPlace(p.Wanted, wanted))
             select new FormerGateway(place.Name, gateway.GatewayIP!)).ToList();
        return former.Count == 0 ? [] : [new ClearDefaultGateways(former)];
    }

    /// <summary>The choice of a link that is there already; null where it is chosen, or is not to be.</summary>
    public static SetDefaultGateway? Plan(MachineNetwork network, LinkPlace place)
    {
        if (place.Wanted is not { IsDefaultGateway: true } wanted || place.FindWanted() is not { } link)
            return null;
        var now = wanted.IsIpv6 ? network.Machine.DefaultGateways?.Ipv6 : network.Machine.DefaultGateways?.Ipv4;
        return now?.LinkId == link.Id ? null : new(place.Present!, link, wanted.Subnet, now);
    }

    /// <summary>A gateway of the same family that the design does want takes the place by itself.</summary>
    private static bool TakesPlace(SubnetLink? link, SubnetLink former) => link is { IsDefaultGateway: true } && link.IsIpv6 == former.IsIpv6;
}

/// <summary>A gateway that is the machine's no more.</summary>
/// <param name="Interface">The interface by way of which it was.</param>
/// <param name="Address">Its address.</param>
internal sealed record FormerGateway(string Interface, string Address);

/// <summary>Makes a subnet's gateway the machine's.</summary>
/// <param name="Present">The interface.</param>
/// <param name="Link">Its link to the subnet.</param>
/// <param name="Subnet">The subnet.</param>
/// <param name="Former">The gateway of that family until now.</param>
internal sealed record SetDefaultGateway(NetworkInterface Present, InterfaceLink Link, Subnet Subnet, DefaultGateway? Former) : InterfaceOperation
{
    /// <inheritdoc/>
    public override string Interface => Present.Name;

    /// <summary>What MAAS chose by itself is nobody's choice.</summary>
    public override ChangeValues? Found => ChangeValues.FromText(Former?.LinkId is null ? null : Former.GatewayIP);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Set(ChangeProperty.DefaultGateway, Describe(Former), Subnet.GatewayIP, Interface)];

    /// <inheritdoc/>
    protected override bool Follows(InterfaceOperation other) => other is not (LinkSubnet or SetDefaultGateway);

    private static string? Describe(DefaultGateway? gateway) =>
        string.IsNullOrEmpty(gateway?.GatewayIP) ? null
        : gateway.LinkId is null ? $"{gateway.GatewayIP}, chosen by MAAS itself" : $"{gateway.GatewayIP} by another link";
}

/// <summary>Leaves the choice of default gateways to MAAS.</summary>
/// <param name="Former">The gateways chosen until now, one at least.</param>
internal sealed record ClearDefaultGateways(IReadOnlyList<FormerGateway> Former) : InterfaceOperation
{
    /// <inheritdoc/>
    public override string Interface => Former[0].Interface;

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [.. Former.Select(f => Set(ChangeProperty.DefaultGateway, f.Address, null, f.Interface) with { Resource = f.Interface })];

    /// <inheritdoc/>
    public override MachineNetwork Expect(MachineNetwork network) => network with { Machine = network.Machine with { DefaultGateways = new() } };

    /// <inheritdoc/>
    protected override bool Follows(InterfaceOperation other) => false;
}
