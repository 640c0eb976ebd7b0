using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>VLANs of a fabric (fabrics/{fabric_id}/vlans/).</summary>
public interface IVlanClient
{
    /// <summary>POST fabrics/{fabric_id}/vlans/.</summary>
    Task<Vlan> CreateAsync(int fabricId, VlanUpdate vlan, CancellationToken token);

    /// <summary>
    /// PUT fabrics/{fabric_id}/vlans/{vid}/ (the tag before the change). Only given fields are sent; an empty text clears.
    /// </summary>
    Task<Vlan> UpdateAsync(int fabricId, int vid, VlanUpdate update, CancellationToken token);

    /// <summary>DELETE vlans/{id}/.</summary>
    Task DeleteAsync(int id, CancellationToken token);
}

/// <summary>Fields of a VLAN to make or change; null leaves one as it is, an empty text clears it.</summary>
public sealed record VlanUpdate
{
    /// <summary>The tag.</summary>
    public int? Vid { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The MTU in bytes.</summary>
    public int? Mtu { get; init; }

    /// <summary>Whether MAAS serves DHCP.</summary>
    public bool? DhcpOn { get; init; }

    /// <summary>System id of the rack controller that serves DHCP.</summary>
    public string? PrimaryRack { get; init; }

    /// <summary>System id of the rack controller that stands in.</summary>
    public string? SecondaryRack { get; init; }

    /// <summary>Id of the VLAN that DHCP requests are relayed to, as text; empty clears.</summary>
    public string? RelayVlan { get; init; }

    /// <summary>The space's name.</summary>
    public string? Space { get; init; }
}
