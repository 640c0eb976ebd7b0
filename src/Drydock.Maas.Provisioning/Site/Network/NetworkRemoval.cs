using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Removes something that the design's own fabrics have beyond the design.</summary>
internal abstract record NetworkRemoval : NetworkOperation;

/// <summary>Removes a static route.</summary>
/// <param name="Present">The route.</param>
internal sealed record DeleteStaticRoute(StaticRoute Present) : NetworkRemoval
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes =>
        [Delete(ResourceKind.StaticRoute, $"{Present.Source} -> {Present.Destination}", $"via {Present.GatewayIP}")];
}

/// <summary>Removes an address range.</summary>
/// <param name="Present">The range.</param>
internal sealed record DeleteRange(IPRange Present) : NetworkRemoval
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes => [Delete(ResourceKind.IPRange, $"{Present.StartIP}-{Present.EndIP}", Present.Type)];
}

/// <summary>Removes a subnet.</summary>
/// <param name="Present">The subnet.</param>
internal sealed record DeleteSubnet(Subnet Present) : NetworkRemoval
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes => [Delete(ResourceKind.Subnet, Present.Cidr, Present.Name)];
}

/// <summary>Removes a VLAN.</summary>
/// <param name="Present">The VLAN.</param>
internal sealed record DeleteVlan(Vlan Present) : NetworkRemoval
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes => [Delete(ResourceKind.Vlan, Present.ToString(), Present.Name)];
}
