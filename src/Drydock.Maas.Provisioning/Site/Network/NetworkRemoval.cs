using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Removes something that the design's own fabrics have beyond the design.</summary>
internal abstract record NetworkRemoval : NetworkOperation
{
    /// <inheritdoc/>
    public override bool IsRemoval => true;
}

/// <summary>Removes a static route.</summary>
/// <param name="Present">The route.</param>
internal sealed record DeleteStaticRoute(StaticRoute Present) : NetworkRemoval
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Delete(ResourceKind.StaticRoute, $"{Present.Source} -> {Present.Destination}", $"via {Present.GatewayIP}")];
}

/// <summary>Removes an address range.</summary>
/// <param name="Present">The range.</param>
/// <param name="VlanId">The id of its VLAN.</param>
internal sealed record DeleteRange(IPRange Present, int? VlanId) : NetworkRemoval
{
    /// <summary>MAAS takes no change of a VLAN that serves DHCP without a range.</summary>
    public override bool Requires(Operation other) => base.Requires(other) || (other is EndDhcp end && end.Present.Id == VlanId);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Delete(ResourceKind.IPRange, $"{Present.StartIP}-{Present.EndIP}", Present.Type)];
}

/// <summary>Removes a subnet.</summary>
/// <param name="Present">The subnet.</param>
internal sealed record DeleteSubnet(Subnet Present) : NetworkRemoval
{
    /// <summary>Its ranges and routes go first, so that each is told.</summary>
    public override bool Requires(Operation other) => base.Requires(other) || other switch
    {
        DeleteRange range => range.Present.Subnet?.Id == Present.Id,
        DeleteStaticRoute route => route.Present.Source?.Id == Present.Id || route.Present.Destination?.Id == Present.Id,
        _ => false,
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Delete(ResourceKind.Subnet, Present.Cidr, Present.Name)];
}

/// <summary>Removes a VLAN.</summary>
/// <param name="Present">The VLAN.</param>
internal sealed record DeleteVlan(Vlan Present) : NetworkRemoval
{
    /// <summary>What is on it, and what relays to it, goes first.</summary>
    public override bool Requires(Operation other) => base.Requires(other) || other switch
    {
        DeleteSubnet subnet => subnet.Present.Vlan?.Id == Present.Id,
        DeleteVlan vlan => vlan.Present.RelayVlan?.Id == Present.Id,
        EndDhcp end => end.Present.RelayVlan?.Id == Present.Id,
        _ => false,
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Delete(ResourceKind.Vlan, Present.ToString(), Present.Name)];
}
