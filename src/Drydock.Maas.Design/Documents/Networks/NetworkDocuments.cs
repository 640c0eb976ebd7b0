using System.Text.Json.Nodes;
using static Drydock.Maas.Design.Documents.Properties.JsonBuilder;

namespace Drydock.Maas.Design.Documents.Networks;

/// <summary>Networks and links as documents.</summary>
internal static class NetworkDocuments
{
    public static JsonObject Link(NetworkLink link) => Object(
        ("bonding", Bonding(link.Bonding)),
        ("mtu", link.Mtu),
        ("linkspeed", link.LinkSpeed),
        ("trunking", Object(("mode", link.TrunkingMode), ("default_network", link.NativeNetwork))),
        ("allowed_networks", new JsonArray([.. link.AllowedNetworks.Select(n => JsonValue.Create(n))])),
        ("labels", Texts(link.Labels)));

    // Routes out of a route domain are written out; naming the domain too would make them twice.
    public static JsonObject Network(Network network) => Object(
        ("cidr", network.Cidr),
        ("vlan", network.Vlan),
        ("mtu", network.Mtu),
        ("routedomain", network.RouteDomain),
        ("dns", Object(
            ("domain", network.DnsDomain), ("servers", network.DnsServers.Count > 0 ? string.Join(",", network.DnsServers) : null))),
        ("dhcp_relay", NotEmpty(Object(("self_ip", network.DhcpRelaySelf), ("upstream_target", network.DhcpRelayTarget)))),
        ("ranges", List(network.Ranges, r => Object(("type", r.Type), ("start", r.Start), ("end", r.End)))),
        ("routes", List(network.Routes,
            r => Object(("subnet", r.Subnet), ("gateway", r.Gateway), ("metric", r.Metric), ("routedomain", r.RouteDomain)))),
        ("labels", Texts(network.Labels)));

    private static JsonObject Bonding(LinkBonding bonding) => Object(
        ("mode", bonding.Mode),
        ("hash", bonding.TransmitHash),
        ("peer_rate", bonding.PeerRate),
        ("mon_rate", bonding.MonitorInterval),
        ("up_delay", bonding.UpDelay),
        ("down_delay", bonding.DownDelay));
}
