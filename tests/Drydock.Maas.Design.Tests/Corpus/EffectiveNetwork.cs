using System.Globalization;
using System.Text.Json.Nodes;

namespace Drydock.Maas.Design.Tests.Corpus;

/// <summary>Networks and links in Drydock's names.</summary>
internal static class EffectiveNetwork
{
    public static JsonObject Of(Network network) => new()
    {
        ["name"] = network.Name,
        ["cidr"] = network.Cidr,
        ["vlan_id"] = network.Vlan,
        ["mtu"] = network.Mtu,
        ["routedomain"] = network.RouteDomain,
        ["dns_domain"] = network.DnsDomain,
        ["dns_servers"] = network.DnsServers.Count == 0 ? null : string.Join(',', network.DnsServers),
        ["default_gateway"] = network.DefaultGateway,
        ["dhcp_relay_self_ip"] = network.DhcpRelaySelf,
        ["dhcp_relay_upstream_target"] = network.DhcpRelayTarget,
        ["metalabels"] = EffectiveSite.Json(network.Labels),
        ["ranges"] = EffectiveSite.List(network.Ranges, r => new JsonObject { ["type"] = r.Type, ["start"] = r.Start, ["end"] = r.End }),
        ["routes"] = EffectiveSite.List(network.Routes, RouteOf),
    };

    public static JsonObject OfLink(NetworkLink link) => new()
    {
        ["name"] = link.Name,
        ["mtu"] = link.Mtu,
        ["linkspeed"] = link.LinkSpeed,
        ["trunk_mode"] = link.TrunkingMode,
        ["native_network"] = link.NativeNetwork,
        ["allowed_networks"] = EffectiveSite.Json(link.AllowedNetworks),
        ["metalabels"] = EffectiveSite.Json(link.Labels),
        ["bonding_mode"] = link.Bonding.Mode,
        ["bonding_mon_rate"] = link.Bonding.MonitorInterval,
        ["bonding_up_delay"] = link.Bonding.UpDelay,
        ["bonding_down_delay"] = link.Bonding.DownDelay,
        ["bonding_xmit_hash"] = link.Bonding.TransmitHash,
        ["bonding_peer_rate"] = link.Bonding.PeerRate,
    };

    private static JsonObject RouteOf(NetworkRoute route) => new()
    {
        ["subnet"] = route.Subnet,
        ["gateway"] = route.Gateway,
        ["metric"] = route.Metric?.ToString(CultureInfo.InvariantCulture),
        ["routedomain"] = route.RouteDomain,
    };
}
