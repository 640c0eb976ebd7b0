using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Plans the subnet of a network: made whole, or updated in one request.</summary>
internal static class SubnetPlanner
{
    public static NetworkPlan Plan(NetworkPlace place)
    {
        if (place.Subnet is not { } present)
            return place.Plan(new CreateSubnet(place.Network, place.Fabric.Name, place.Tag));
        var kept = LeftSettings.Find(place.Network, present, place.Site);
        var plan = place.Plan(UpdateSubnet.Find(place.Network, present, kept, place.Fabric, place.Tag, place.Vlan));
        return !kept.Any ? plan : plan with
        {
            LeftSettings = [(present, kept)],
            Messages = [$"Subnet {present.Cidr} keeps {kept}, which the design does not give it: somebody else's dynamic range is on it."],
        };
    }
}

/// <summary>A write to the subnet of a network, or to a range of it.</summary>
/// <param name="Fabric">The name of its fabric when the write is made.</param>
/// <param name="Tag">The tag of its VLAN.</param>
internal abstract record SubnetSetup(string Fabric, int Tag) : NetworkOperation
{
    /// <inheritdoc/>
    public override bool Requires(Operation other) => base.Requires(other) || NeedsVlan(other, Fabric, Tag);
}

/// <summary>Makes the subnet of a network.</summary>
/// <param name="Wanted">The network.</param>
/// <param name="Fabric">The name of its fabric when the write is made.</param>
/// <param name="Tag">The tag of its VLAN.</param>
internal sealed record CreateSubnet(Design.Network Wanted, string Fabric, int Tag) : SubnetSetup(Fabric, Tag)
{
    /// <summary>What is sent for it, its VLAN apart.</summary>
    public SubnetUpdate Request => new()
    {
        Name = Wanted.SubnetName,
        Cidr = Wanted.Block.Canonical,
        GatewayIP = SubnetSettings.GetGateway(Wanted),
        DnsServers = Wanted.DnsServers.Count == 0 ? null : SubnetSettings.GetDnsServers(Wanted),
    };

    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(Request).With("vlan", VlanOperation.Describe(Fabric, Tag));

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges
    {
        get
        {
            var gateway = Request.GatewayIP is { } g ? $", gateway {g}" : "";
            var dns = Request.DnsServers is { } servers ? $", DNS {string.Join(", ", servers)}" : "";
            return [Create(ResourceKind.Subnet, Wanted.Block.Canonical, $"{Wanted.SubnetName}{gateway}{dns}", VlanOperation.Describe(Fabric, Tag))];
        }
    }
}

/// <summary>Changes the subnet of a network in one request.</summary>
/// <param name="Present">The subnet in MAAS.</param>
/// <param name="Request">Its settings that change, its VLAN apart; those that stay are null.</param>
/// <param name="Fabric">The name of its fabric when the write is made.</param>
/// <param name="Tag">The tag of its VLAN.</param>
/// <param name="Moves">Whether it is on another VLAN now.</param>
internal sealed record UpdateSubnet(Subnet Present, SubnetUpdate Request, string Fabric, int Tag, bool Moves) : SubnetSetup(Fabric, Tag)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges
    {
        get
        {
            var changes = new List<PlannedChange>();
            if (Request.Name is { } name)
                changes.Add(Set(ChangeProperty.Name, Present.Name, name) with { Severity = ChangeSeverity.Cosmetic });
            if (Request.GatewayIP is { } gateway)
                changes.Add(Set(ChangeProperty.Gateway, Present.GatewayIP, gateway.Length == 0 ? null : gateway));
            if (Request.DnsServers is { } servers)
                changes.Add(Set(ChangeProperty.DnsServers, string.Join(", ", Present.DnsServers), string.Join(", ", servers)));
            if (Moves)
                changes.Add(Set(ChangeProperty.Vlan, Present.Vlan?.ToString(), Vlan) with { Parents = [Vlan] });
            return changes;
        }
    }

    private string Vlan => VlanOperation.Describe(Fabric, Tag);

    /// <summary>A VLAN is changed before the subnet leaves it: MAAS takes no change of one that serves DHCP when its ranges have left.</summary>
    public override bool Requires(Operation other) => base.Requires(other)
        || (Moves && Present.Vlan is { } left && other is UpdateVlan or SetUntaggedMtu or SetSpace or EndDhcp && ((VlanChange)other).VlanId == left.Id);

    /// <summary>Compares a subnet.</summary>
    public static UpdateSubnet Find(Design.Network network, Subnet present, LeftSettings kept, LinkFabric fabric, int tag, Vlan? vlan)
    {
        var gateway = SubnetSettings.GetGateway(network);
        var servers = SubnetSettings.GetDnsServers(network);
        var keepsGateway = kept.Gateway is not null || IPNumber.Read(present.GatewayIP) == IPNumber.Read(gateway);
        var keepsServers = kept.DnsServers.Count > 0 || present.DnsServers.Select(IPNumber.Read).SequenceEqual(servers.Select(IPNumber.Read));
        var request = SubnetUpdate.FromSubnet(present) with
        {
            Name = present.Name == network.SubnetName ? null : network.SubnetName,
            GatewayIP = keepsGateway ? null : gateway ?? "",
            DnsServers = keepsServers ? null : servers,
        };
        return new(present, request, fabric.Name, tag, present.Vlan is null || present.Vlan.Id != vlan?.Id);
    }

    private PlannedChange Set(ChangeProperty property, string? before, string? after) =>
        Set(ResourceKind.Subnet, Present.Block.Canonical, property, before, after);
}

/// <summary>The settings that a network gives its subnet, as MAAS has them.</summary>
internal static class SubnetSettings
{
    /// <summary>The gateway; null for none.</summary>
    public static string? GetGateway(Design.Network network) =>
        network.DefaultGateway is { } gateway ? IPNumber.Read(gateway).Canonical : null;

    /// <summary>The DNS servers.</summary>
    public static IReadOnlyList<string> GetDnsServers(Design.Network network) => [.. network.DnsServers.Select(s => IPNumber.Read(s).Canonical)];
}
