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

    /// <summary>GET vlans/{id}/.</summary>
    Task<Vlan> GetAsync(int id, CancellationToken token);

    /// <summary>PUT vlans/{id}/. Only given fields are sent; an empty text clears.</summary>
    Task<Vlan> UpdateAsync(int id, VlanUpdate update, CancellationToken token);

    /// <summary>DELETE vlans/{id}/.</summary>
    Task DeleteAsync(int id, CancellationToken token);
}
