using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary>Site objects as MAAS renders them, alone and inside other answers.</summary>
internal static class SiteJson
{
    public const string Root = "/MAAS/api/2.0/";

    public static JsonObject Fabric(SimulatorState state, SimulatedFabric fabric) => new()
    {
        ["class_type"] = fabric.ClassType,
        ["name"] = fabric.Name,
        ["id"] = fabric.Id,
        ["vlans"] = List(state.Vlans.Where(vlan => vlan.Fabric == fabric), Vlan),
        ["resource_uri"] = Uri($"fabrics/{fabric.Id}/"),
    };

    public static JsonObject? Vlan(SimulatedVlan? vlan) => vlan is null ? null : new()
    {
        ["vid"] = vlan.Vid,
        ["mtu"] = vlan.Mtu,
        ["dhcp_on"] = vlan.DhcpOn,
        ["external_dhcp"] = null,
        ["relay_vlan"] = Vlan(vlan.RelayVlan),
        ["primary_rack"] = vlan.PrimaryRack?.SystemId,
        ["fabric_id"] = vlan.Fabric.Id,
        ["name"] = vlan.ShownName,
        ["space"] = vlan.Space?.Name ?? SimulatedSpace.Undefined,
        ["id"] = vlan.Id,
        ["fabric"] = vlan.Fabric.Name,
        ["secondary_rack"] = vlan.SecondaryRack?.SystemId,
        ["resource_uri"] = Uri($"vlans/{vlan.Id}/"),
    };

    public static JsonObject? Subnet(SimulatedSubnet? subnet) => subnet is null ? null : new()
    {
        ["name"] = subnet.Name,
        ["description"] = subnet.Description,
        ["vlan"] = Vlan(subnet.Vlan),
        ["cidr"] = subnet.Cidr.ToString(),
        ["rdns_mode"] = subnet.RdnsMode,
        ["gateway_ip"] = subnet.GatewayIp?.ToString(),
        ["dns_servers"] = Texts(subnet.DnsServers.Select(server => server.ToString())),
        ["allow_dns"] = subnet.AllowDns,
        ["allow_proxy"] = subnet.AllowProxy,
        ["active_discovery"] = subnet.ActiveDiscovery,
        ["managed"] = subnet.Managed,
        ["disabled_boot_architectures"] = Texts(subnet.DisabledBootArchitectures),
        ["space"] = subnet.Vlan.Space?.Name ?? SimulatedSpace.Undefined,
        ["id"] = subnet.Id,
        ["resource_uri"] = Uri($"subnets/{subnet.Id}/"),
    };

    public static JsonObject Domain(SimulatorState state, SimulatedDomain domain) => new()
    {
        ["authoritative"] = domain.Authoritative,
        ["ttl"] = domain.Ttl,
        ["name"] = domain.Name,
        ["is_default"] = domain.IsDefault,
        ["id"] = domain.Id,
        ["resource_record_count"] = state.DnsResources.Where(resource => resource.Domain == domain).Sum(resource => resource.Addresses.Count)
            + state.DnsRecords.Count(record => record.Resource.Domain == domain),
        ["resource_uri"] = Uri($"domains/{domain.Id}/"),
    };

    public static JsonObject Zone(SimulatedZone zone) => new()
    {
        ["name"] = zone.Name,
        ["description"] = zone.Description,
        ["id"] = zone.Id,
        ["resource_uri"] = Uri($"zones/{zone.Name}/"),
    };

    public static JsonObject Pool(SimulatedPool pool) => new()
    {
        ["name"] = pool.Name,
        ["description"] = pool.Description,
        ["id"] = pool.Id,
        ["resource_uri"] = Uri($"resourcepool/{pool.Id}/"),
    };

    public static JsonObject Link(SimulatedLink link)
    {
        var body = new JsonObject { ["id"] = link.Id, ["mode"] = link.Mode };
        if (link.Address is not null)
            body["ip_address"] = link.Address.ToString();
        if (link.Subnet is not null)
            body["subnet"] = Subnet(link.Subnet);
        return body;
    }

    public static JsonArray Texts(IEnumerable<string> values) => new(values.Select(value => (JsonNode?)value).ToArray());

    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> render) => new(items.Select(render).ToArray());

    /// <summary>A resource's address, names in it escaped as MAAS does.</summary>
    public static string Uri(FormattableString path) =>
        Root + string.Format(CultureInfo.InvariantCulture, path.Format, path.GetArguments().Select(Escape).ToArray());

    private static object? Escape(object? part) => part is string text
        ? System.Uri.EscapeDataString(text).Replace("%40", "@", StringComparison.Ordinal).Replace("%2B", "+", StringComparison.Ordinal)
        : part;
}
