using Drydock.Maas.Design.Documents.Schema;
using Drydock.Maas.Design.Documents.Storage;

namespace Drydock.Maas.Design.Documents.Hosts;

/// <summary>HostProfile and BaremetalNode; Drydock's hostProfile.yaml and baremetalNode.yaml.</summary>
internal static class HostSchema
{
    private static readonly MapRule Interface = MapRule.Create(
        SchemaRule.Any,
        ("device_link", ScalarRule.Text),
        ("slaves", ListRule.Texts),
        ("networks", ListRule.Texts),
        ("labels", SchemaRule.Any),
        ("sriov", MapRule.Create(SchemaRule.Any, ("vf_count", ScalarRule.Number), ("trustedmode", ScalarRule.Boolean))),
        ("bridge", new MapRule(
            ("type", ScalarRule.CreateChoice("standard", "ovs")), ("stp", ScalarRule.Boolean), ("forward_delay", ScalarRule.Number))));

    private static readonly (string Name, SchemaRule Rule)[] Common =
    [
        ("oob", MapRule.Create(
            ScalarRule.Value,
            ("type", ScalarRule.Text),
            ("network", ScalarRule.Text),
            ("account", ScalarRule.Text),
            ("credential", ScalarRule.Text),
            ("libvirt_uri", ScalarRule.Value))),
        ("storage", StorageSchema.Rule),
        ("platform", new MapRule(("image", ScalarRule.Text), ("kernel", ScalarRule.Text), ("kernel_params", MapRule.Create(ScalarRule.Value)))),
        ("metadata", new MapRule(
            ("tags", ListRule.Texts), ("owner_data", MapRule.Texts), ("rack", ScalarRule.Text), ("boot_mac", ScalarRule.Text))),
        ("host_profile", ScalarRule.Text),
        ("hardware_profile", ScalarRule.Text),
        ("primary_network", ScalarRule.Text),
        ("interfaces", MapRule.Create(new OptionalMapRule(Interface))),
    ];

    public static SchemaRule Profile { get; } = new MapRule(Common);

    public static SchemaRule Node { get; } = new MapRule(
        [.. Common, ("addressing", new ListRule(
            MapRule.Create(SchemaRule.Any, ("address", ScalarRule.Text), ("network", ScalarRule.Text)).Requiring("address", "network")))]).Requiring("addressing");
}
