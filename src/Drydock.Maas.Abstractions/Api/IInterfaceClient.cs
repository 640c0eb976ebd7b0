using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Network interfaces of a machine (nodes/{system_id}/interfaces/).</summary>
public interface IInterfaceClient
{
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

    /// <summary>DELETE nodes/{system_id}/interfaces/{id}/.</summary>
    Task DeleteAsync(string systemId, int id, CancellationToken token);

    /// <summary>POST nodes/{system_id}/interfaces/?op=create_bridge.</summary>
    Task<NetworkInterface> CreateBridgeAsync(string systemId, BridgeRequest request, CancellationToken token);

    /// <summary>PUT nodes/{system_id}/interfaces/{id}/: parent and settings of a bridge.</summary>
    Task<NetworkInterface> UpdateBridgeAsync(string systemId, int id, BridgeRequest request, CancellationToken token);
}

/// <summary>A bond to make or change; what is null is left out.</summary>
public sealed record BondRequest
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Ids of its members.</summary>
    public IReadOnlyList<int> Parents { get; init; } = [];

    /// <summary>The VLAN's id.</summary>
    public int? VlanId { get; init; }

    /// <summary>The MAC address; MAAS takes the first member's.</summary>
    public string? MacAddress { get; init; }

    /// <summary>The MTU in bytes.</summary>
    public int? Mtu { get; init; }

    /// <summary>The mode, for example 802.3ad.</summary>
    public string? Mode { get; init; }

    /// <summary>Milliseconds between link checks (bond_miimon).</summary>
    public int? MonitorInterval { get; init; }

    /// <summary>Milliseconds (bond_downdelay).</summary>
    public int? DownDelay { get; init; }

    /// <summary>Milliseconds (bond_updelay).</summary>
    public int? UpDelay { get; init; }

    /// <summary>fast or slow.</summary>
    public string? LacpRate { get; init; }

    /// <summary>layer2, layer3+4 and so on.</summary>
    public string? TransmitHashPolicy { get; init; }

    /// <summary>All of its tags, parted by commas in what is sent. MAAS drops all but the last of several when none are sent; null leaves it at that.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}

/// <summary>A bridge to make or change; what is null is left out.</summary>
public sealed record BridgeRequest
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Id of the interface below it.</summary>
    public int? ParentId { get; init; }

    /// <summary>The VLAN's id.</summary>
    public int? VlanId { get; init; }

    /// <summary>The MAC address; MAAS takes the parent's.</summary>
    public string? MacAddress { get; init; }

    /// <summary>The MTU in bytes.</summary>
    public int? Mtu { get; init; }

    /// <summary>standard or ovs.</summary>
    public string? Type { get; init; }

    /// <summary>Whether it speaks the spanning tree protocol.</summary>
    public bool? Stp { get; init; }

    /// <summary>Seconds before a port forwards (bridge_fd).</summary>
    public int? ForwardDelay { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}

/// <summary>Fields of an interface to change; null leaves one as it is.</summary>
public sealed record InterfaceUpdate
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The VLAN's id.</summary>
    public int? VlanId { get; init; }

    /// <summary>The MTU in bytes.</summary>
    public int? Mtu { get; init; }

    /// <summary>All of its tags, parted by commas in what is sent. MAAS drops all but the last of several when none are sent; null leaves it at that.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}

/// <summary>A link of an interface to a subnet.</summary>
public sealed record LinkRequest
{
    /// <summary>The subnet's id; null for a bare link_up.</summary>
    public int? SubnetId { get; init; }

    /// <summary>dhcp, static, auto or link_up.</summary>
    public string Mode { get; init; } = "";

    /// <summary>The address of a static link.</summary>
    public string? IPAddress { get; init; }

    /// <summary>Whether the subnet's gateway becomes the machine's.</summary>
    public bool DefaultGateway { get; init; }

    /// <summary>Whether link_up may replace existing links.</summary>
    public bool Force { get; init; }
}
