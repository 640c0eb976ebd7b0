using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>VLANs of a fabric (fabrics/{fabric_id}/vlans/).</summary>
public interface IVlanClient
{
    /// <summary>POST fabrics/{fabric_id}/vlans/.</summary>
    Task<Vlan> CreateAsync(int fabricId, VlanUpdate vlan, CancellationToken token);

    /// <summary>PUT fabrics/{fabric_id}/vlans/{vid}/ (the tag before the change). Only given fields are sent; an empty text clears.</summary>
    Task<Vlan> UpdateAsync(int fabricId, int vid, VlanUpdate update, CancellationToken token);
}
