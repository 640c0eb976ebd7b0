using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Network interfaces of a machine (nodes/{system_id}/interfaces/).</summary>
public interface IInterfaceClient
{
    /// <summary>GET nodes/{system_id}/interfaces/.</summary>
    Task<IReadOnlyList<NetworkInterface>> ListAsync(string systemId, CancellationToken token);

    /// <summary>
    /// PUT nodes/{system_id}/interfaces/{id}/: name, VLAN, MTU. Moving it
    /// to another VLAN drops its links. Only given fields are sent.
    /// </summary>
    Task<NetworkInterface> UpdateAsync(string systemId, int id, InterfaceUpdate update, CancellationToken token);

    /// <summary>POST nodes/{system_id}/interfaces/?op=create_bond.</summary>
    Task<NetworkInterface> CreateBondAsync(string systemId, BondRequest request, CancellationToken token);

    /// <summary>PUT nodes/{system_id}/interfaces/{id}/: members and settings of a bond.</summary>
    Task<NetworkInterface> UpdateBondAsync(string systemId, int id, BondRequest request, CancellationToken token);

    /// <summary>POST nodes/{system_id}/interfaces/?op=create_vlan: a tagged interface; vlan is the VLAN's id, MTU in bytes.</summary>
    Task<NetworkInterface> CreateVlanAsync(string systemId, int parentId, int vlanId, int? mtu, CancellationToken token);

    /// <summary>POST nodes/{system_id}/interfaces/{id}/?op=link_subnet.</summary>
    Task<NetworkInterface> LinkSubnetAsync(string systemId, int id, LinkRequest request, CancellationToken token);

    /// <summary>POST nodes/{system_id}/interfaces/{id}/?op=unlink_subnet id=.</summary>
    Task<NetworkInterface> UnlinkSubnetAsync(string systemId, int id, int linkId, CancellationToken token);

    /// <summary>POST nodes/{system_id}/interfaces/{id}/?op=set_default_gateway link_id=.</summary>
    Task<NetworkInterface> SetDefaultGatewayAsync(string systemId, int id, int linkId, CancellationToken token);

    /// <summary>POST nodes/{system_id}/interfaces/{id}/?op=disconnect: drops links and VLAN.</summary>
    Task<NetworkInterface> DisconnectAsync(string systemId, int id, CancellationToken token);

    /// <summary>DELETE nodes/{system_id}/interfaces/{id}/.</summary>
    Task DeleteAsync(string systemId, int id, CancellationToken token);

    /// <summary>GET nodes/{system_id}/interfaces/{id}/.</summary>
    Task<NetworkInterface> GetAsync(string systemId, int id, CancellationToken token);

    /// <summary>POST nodes/{system_id}/interfaces/?op=create_physical.</summary>
    Task<NetworkInterface> CreatePhysicalAsync(string systemId, PhysicalInterfaceRequest request, CancellationToken token);

    /// <summary>POST nodes/{system_id}/interfaces/?op=create_bridge.</summary>
    Task<NetworkInterface> CreateBridgeAsync(string systemId, BridgeRequest request, CancellationToken token);

    /// <summary>PUT nodes/{system_id}/interfaces/{id}/: parent and settings of a bridge.</summary>
    Task<NetworkInterface> UpdateBridgeAsync(string systemId, int id, BridgeRequest request, CancellationToken token);

    /// <summary>POST nodes/{system_id}/interfaces/{id}/?op=add_tag.</summary>
    Task<NetworkInterface> AddTagAsync(string systemId, int id, string tag, CancellationToken token);

    /// <summary>POST nodes/{system_id}/interfaces/{id}/?op=remove_tag.</summary>
    Task<NetworkInterface> RemoveTagAsync(string systemId, int id, string tag, CancellationToken token);
}
