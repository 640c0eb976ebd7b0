using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>nodes/{system_id}/interfaces/.</summary>
internal sealed class InterfaceClient(ApiConnection api) : IInterfaceClient
{
    public Task<NetworkInterface> UpdateAsync(string systemId, int id, InterfaceUpdate update, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(update);
        var form = new RequestParameters().Add("name", update.Name).Add("vlan", update.VlanId).Add("mtu", update.Mtu)
            .AddJoined("tags", update.Tags);
        return api.SendAsync<NetworkInterface>(MaasRequest.Put(One(systemId, id), form), token);
    }

    public Task<NetworkInterface> CreateBondAsync(string systemId, BondRequest request, CancellationToken token) =>
        api.SendAsync<NetworkInterface>(MaasRequest.Post(All(systemId), "create_bond", Bond(request)), token);

    public Task<NetworkInterface> UpdateBondAsync(string systemId, int id, BondRequest request, CancellationToken token) =>
        api.SendAsync<NetworkInterface>(MaasRequest.Put(One(systemId, id), Bond(request)), token);

    public Task<NetworkInterface> CreateVlanAsync(string systemId, int parentId, int vlanId, int? mtu, CancellationToken token)
    {
        var form = new RequestParameters().Add("parent", parentId).Add("vlan", vlanId).Add("mtu", mtu);
        return api.SendAsync<NetworkInterface>(MaasRequest.Post(All(systemId), "create_vlan", form), token);
    }

    public Task<NetworkInterface> LinkSubnetAsync(string systemId, int id, LinkRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new RequestParameters()
            .Add("mode", request.Mode)
            .Add("subnet", request.SubnetId)
            .Add("ip_address", request.IPAddress)
            .Flag("default_gateway", request.DefaultGateway)
            .Flag("force", request.Force);
        return Do(systemId, id, "link_subnet", form, token);
    }

    public Task<NetworkInterface> UnlinkSubnetAsync(string systemId, int id, int linkId, CancellationToken token) =>
        Do(systemId, id, "unlink_subnet", new RequestParameters().Add("id", linkId), token);

    public Task<NetworkInterface> SetDefaultGatewayAsync(string systemId, int id, int linkId, CancellationToken token) =>
        Do(systemId, id, "set_default_gateway", new RequestParameters().Add("link_id", linkId), token);

    public Task DeleteAsync(string systemId, int id, CancellationToken token) =>
        api.SendAsync(MaasRequest.Delete(One(systemId, id)), token);

    public Task<NetworkInterface> CreateBridgeAsync(string systemId, BridgeRequest request, CancellationToken token) =>
        api.SendAsync<NetworkInterface>(MaasRequest.Post(All(systemId), "create_bridge", Bridge(request, "parent")), token);

    public Task<NetworkInterface> UpdateBridgeAsync(string systemId, int id, BridgeRequest request, CancellationToken token) =>
        api.SendAsync<NetworkInterface>(MaasRequest.Put(One(systemId, id), Bridge(request, "parents")), token);

    private Task<NetworkInterface> Do(string systemId, int id, string operation, RequestParameters? form, CancellationToken token) =>
        api.SendAsync<NetworkInterface>(MaasRequest.Post(One(systemId, id), operation, form), token);

    private static RequestParameters Bond(BondRequest request) => new RequestParameters()
        .Add("name", request.Name.Length == 0 ? null : request.Name)
        .AddAll("parents", request.Parents)
        .Add("vlan", request.VlanId)
        .Add("mac_address", request.MacAddress is { } mac ? MacNumber.Normalize(mac) : null)
        .Add("mtu", request.Mtu)
        .Add("bond_mode", request.Mode)
        .Add("bond_miimon", request.MonitorInterval)
        .Add("bond_downdelay", request.DownDelay)
        .Add("bond_updelay", request.UpDelay)
        .Add("bond_lacp_rate", request.LacpRate)
        .Add("bond_xmit_hash_policy", request.TransmitHashPolicy)
        .AddJoined("tags", request.Tags);

    // MAAS takes the parent of a new bridge as parent and that of one to change as parents, and ignores the other.
    private static RequestParameters Bridge(BridgeRequest request, string parent) => new RequestParameters()
        .Add("name", request.Name)
        .Add(parent, request.ParentId)
        .Add("vlan", request.VlanId)
        .Add("mac_address", request.MacAddress is { } mac ? MacNumber.Normalize(mac) : null)
        .Add("mtu", request.Mtu)
        .Add("bridge_type", request.Type)
        .Add("bridge_stp", request.Stp)
        .Add("bridge_fd", request.ForwardDelay)
        .AddJoined("tags", request.Tags);

    private static string All(string systemId) => $"nodes/{Uri.EscapeDataString(systemId)}/interfaces/";

    private static string One(string systemId, int id) => FormattableString.Invariant($"{All(systemId)}{id}/");
}
