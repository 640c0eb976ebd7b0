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
        return api.SendAsync<NetworkInterface>(Routes.Update.ToRequest(systemId, id) with { Form = form }, token);
    }

    public Task<NetworkInterface> CreateBondAsync(string systemId, BondRequest request, CancellationToken token) =>
        api.SendAsync<NetworkInterface>(Routes.CreateBond.ToRequest(systemId) with { Form = Bond(request) }, token);

    public Task<NetworkInterface> UpdateBondAsync(string systemId, int id, BondRequest request, CancellationToken token) =>
        api.SendAsync<NetworkInterface>(Routes.Update.ToRequest(systemId, id) with { Form = Bond(request) }, token);

    public Task<NetworkInterface> CreateVlanAsync(string systemId, int parentId, int vlanId, int? mtu, CancellationToken token)
    {
        var form = new RequestParameters().Add("parent", parentId).Add("vlan", vlanId).Add("mtu", mtu);
        return api.SendAsync<NetworkInterface>(Routes.CreateVlan.ToRequest(systemId) with { Form = form }, token);
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
        return SendAsync(Routes.LinkSubnet, systemId, id, form, token);
    }

    public Task<NetworkInterface> UnlinkSubnetAsync(string systemId, int id, int linkId, CancellationToken token) =>
        SendAsync(Routes.UnlinkSubnet, systemId, id, new RequestParameters().Add("id", linkId), token);

    public Task<NetworkInterface> SetDefaultGatewayAsync(string systemId, int id, int linkId, CancellationToken token) =>
        SendAsync(Routes.SetDefaultGateway, systemId, id, new RequestParameters().Add("link_id", linkId), token);

    public Task DeleteAsync(string systemId, int id, CancellationToken token) =>
        api.SendAsync(Routes.Delete.ToRequest(systemId, id), token);

    public Task<NetworkInterface> CreateBridgeAsync(string systemId, BridgeRequest request, CancellationToken token) =>
        api.SendAsync<NetworkInterface>(Routes.CreateBridge.ToRequest(systemId) with { Form = Bridge(request, "parent") }, token);

    public Task<NetworkInterface> UpdateBridgeAsync(string systemId, int id, BridgeRequest request, CancellationToken token) =>
        api.SendAsync<NetworkInterface>(Routes.Update.ToRequest(systemId, id) with { Form = Bridge(request, "parents") }, token);

    private Task<NetworkInterface> SendAsync(ApiRoute route, string systemId, int id, RequestParameters? form, CancellationToken token) =>
        api.SendAsync<NetworkInterface>(route.ToRequest(systemId, id) with { Form = form ?? new() }, token);

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

    private static class Routes
    {
        public static readonly ApiRoute Update = ApiRoute.Put("nodes/{system_id}/interfaces/{id}/");
        public static readonly ApiRoute CreateBond = ApiRoute.Post("nodes/{system_id}/interfaces/", "create_bond");
        public static readonly ApiRoute CreateVlan = ApiRoute.Post("nodes/{system_id}/interfaces/", "create_vlan");
        public static readonly ApiRoute LinkSubnet = ApiRoute.Post("nodes/{system_id}/interfaces/{id}/", "link_subnet");
        public static readonly ApiRoute UnlinkSubnet = ApiRoute.Post("nodes/{system_id}/interfaces/{id}/", "unlink_subnet");
        public static readonly ApiRoute SetDefaultGateway = ApiRoute.Post("nodes/{system_id}/interfaces/{id}/", "set_default_gateway");
        public static readonly ApiRoute Delete = ApiRoute.Delete("nodes/{system_id}/interfaces/{id}/");
        public static readonly ApiRoute CreateBridge = ApiRoute.Post("nodes/{system_id}/interfaces/", "create_bridge");
    }
}
