using Drydock.Maas.Design.Documents.Schema;

namespace Drydock.Maas.Design.Documents.Networks;

/// <summary>NetworkLink and Network; Drydock's networkLink.yaml and network.yaml.</summary>
internal static class NetworkSchemas
{
    public static SchemaRule Link { get; } = new MapRule(
        ("bonding", new MapRule(
            ("mode", ScalarRule.CreateChoice("disabled", "802.3ad", "balance-rr", "active-backup")),
            ("hash", ScalarRule.Text),
            ("peer_rate", ScalarRule.Text),
            ("mon_rate", ScalarRule.Number),
            ("up_delay", ScalarRule.Number),
            ("down_delay", ScalarRule.Number))),
        ("mtu", ScalarRule.Number),
        ("linkspeed", ScalarRule.Text),
        ("trunking", new MapRule(("mode", ScalarRule.CreateChoice("disabled", "802.1q")), ("default_network", ScalarRule.Text))),
        ("allowed_networks", ListRule.Texts),
        ("labels", MapRule.Free)).Requiring("allowed_networks");

    public static SchemaRule Network { get; } = new MapRule(
        ("cidr", ScalarRule.Text),
        ("vlan", ScalarRule.Text),
        ("mtu", ScalarRule.Number),
        ("routedomain", ScalarRule.Text),
        ("dns", new MapRule(("domain", ScalarRule.Text), ("servers", ScalarRule.Text))),
        ("ranges", new ListRule(new MapRule(("type", ScalarRule.Text), ("start", ScalarRule.Text), ("end", ScalarRule.Text)).Requiring("type", "start", "end"))),
        ("routes", new ListRule(new MapRule(
            ("subnet", ScalarRule.Text), ("gateway", ScalarRule.Text), ("metric", ScalarRule.Number), ("routedomain", ScalarRule.Text)))),
        ("dhcp_relay", new MapRule(("self_ip", ScalarRule.Text), ("upstream_target", ScalarRule.Text))),
        ("labels", MapRule.Free)).Requiring("cidr");
}
