using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary><c>networks/</c>: subnets as clients of before MAAS 2 know them, to be read only.</summary>
internal sealed class NetworksApi : IApiModule
{
    private const string All = "networks/";
    private const string One = "networks/{subnet}/";

    public void Register(Router router)
    {
        router.Map("GET", All, null, List);
        router.Map("POST", All, null, Refuse, Access.Admin);
        router.Map("GET", One, null, call => ApiResponse.Json(Render(Lookup.Subnet(call))));
        router.Map("PUT", One, null, Refuse, Access.Admin);
        router.Map("DELETE", One, null, Refuse, Access.Admin);
        router.Map("POST", One, "connect_macs", Refuse, Access.Admin);
        router.Map("POST", One, "disconnect_macs", Refuse, Access.Admin);
        router.Map("GET", One, "list_connected_macs", ListMacs);
    }

    /// <summary>Those that all nodes asked for are on, once for each address of theirs, as MAAS's query has it.</summary>
    private static ApiResponse List(ApiCall call)
    {
        var asked = call.Query.GetAll("node").Distinct().ToList();
        var unknown = asked.Where(id => call.State.Nodes.Find(id) is null).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            return ApiResponse.Invalid("node", $"Unknown node(s): {string.Join(", ", unknown)}.");
        var nodes = asked.Select(call.State.Nodes.Find).OfType<SimulatedNode>().ToList();
        var found = call.State.Subnets.OrderBy(subnet => subnet.Id).SelectMany(subnet =>
            Enumerable.Repeat(subnet, nodes.Aggregate(1, (times, node) => times * node.Interfaces.Sum(nic => CountAddresses(nic, subnet)))));
        return ApiResponse.Json(ApiJson.List(found, Render));
    }

    private static ApiResponse ListMacs(ApiCall call)
    {
        var subnet = Lookup.Subnet(call);
        var macs = call.State.Nodes.Where(node => IsVisible(call, node)).OrderBy(node => node.Hostname.ToLowerInvariant(), StringComparer.Ordinal)
            .SelectMany(node => node.Interfaces.Where(nic => CountAddresses(nic, subnet) > 0).Select(nic => nic.MacAddress).Order(StringComparer.Ordinal)).Distinct();
        return ApiResponse.Json(new JsonArray([.. macs.Select(mac => new JsonObject { ["mac_address"] = mac })]));
    }

    private static ApiResponse Refuse(ApiCall call) => ApiResponse.BareText(410, "Gone");

    private static JsonObject Render(SimulatedSubnet subnet) => new()
    {
        ["name"] = $"subnet-{subnet.Id}",
        ["ip"] = subnet.Cidr.BaseAddress.ToString(),
        ["netmask"] = NetworkText.GetMask(subnet.Cidr),
        ["vlan_tag"] = subnet.Vlan.Vid,
        ["description"] = subnet.Name,
        ["default_gateway"] = subnet.GatewayIp?.ToString(),
        ["dns_servers"] = ApiJson.Texts(subnet.DnsServers.Select(server => server.ToString())),
        ["resource_uri"] = ApiJson.Uri($"networks/subnet-{subnet.Id}/"),
    };

    private static bool IsVisible(ApiCall call, SimulatedNode node) =>
        call.SignedUser.IsSuperuser || (node is not SimulatedController && NodeRights.CanLock(call.User, node));

    private static int CountAddresses(SimulatedInterface nic, SimulatedSubnet subnet) =>
        nic.Links.Count(link => link.Subnet == subnet) + (nic.Discovered?.Subnet == subnet ? 1 : 0);
}
