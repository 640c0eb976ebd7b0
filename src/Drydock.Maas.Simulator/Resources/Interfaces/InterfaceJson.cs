using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Networks;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>An interface of any node.</summary>
internal static class InterfaceJson
{
    private const int DefaultMtu = 1500;

    public static JsonObject Render(SimulatedInterface nic) => new()
    {
        ["id"] = nic.Id,
        ["system_id"] = nic.Node.SystemId,
        ["name"] = nic.Name,
        ["type"] = nic.Type,
        ["mac_address"] = nic.MacAddress,
        ["vlan"] = VlansApi.Render(nic.Vlan),
        ["links"] = ApiJson.List(nic.Links, RenderLink),
        ["parents"] = ApiJson.Texts(nic.Parents.Select(parent => parent.Name)),
        ["children"] = ApiJson.Texts(nic.Children.Select(child => child.Name)),
        ["params"] = nic.Params is { } settings ? settings.DeepClone() : "",
        ["effective_mtu"] = EffectiveMtu(nic),
        ["enabled"] = nic.Enabled,
        ["tags"] = ApiJson.Texts(nic.Tags),
        ["discovered"] = Discovered(nic),
        ["link_connected"] = nic.LinkConnected,
        ["link_speed"] = nic.LinkSpeed,
        ["interface_speed"] = nic.InterfaceSpeed,
        ["numa_node"] = nic.NumaNode,
        ["sriov_max_vf"] = nic.SriovMaxVf,
        ["vendor"] = nic.Vendor,
        ["product"] = nic.Product,
        ["firmware_version"] = nic.FirmwareVersion,
        ["resource_uri"] = ApiJson.Uri($"nodes/{nic.Node.SystemId}/interfaces/{nic.Id}/"),
    };

    public static JsonObject RenderLink(SimulatedLink link)
    {
        var body = new JsonObject { ["id"] = link.Id, ["mode"] = link.Mode };
        if (link.Address is not null)
            body["ip_address"] = link.Address.ToString();
        if (link.Subnet is not null)
            body["subnet"] = SubnetsApi.Render(link.Subnet);
        return body;
    }

    private static JsonArray? Discovered(SimulatedInterface nic) => nic.Discovered is not { } seen
        ? null
        : new(new JsonObject { ["subnet"] = SubnetsApi.Render(seen.Subnet), ["ip_address"] = seen.Address.ToString() });

    /// <summary>Bytes; an interface carries at least what its children need.</summary>
    public static int EffectiveMtu(SimulatedInterface nic)
    {
        var own = nic.Params?["mtu"]?.GetValue<int>() ?? nic.Vlan?.Mtu ?? DefaultMtu;
        return nic.Children.Select(EffectiveMtu).Append(own).Max();
    }
}
