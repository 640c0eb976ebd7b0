using Drydock.Maas.Design.Documents.Schema;

namespace Drydock.Maas.Design.Documents.Hosts;

/// <summary>HostProfile and BaremetalNode; Drydock's hostProfile.yaml and baremetalNode.yaml.</summary>
internal static class HostSchema
{
    private static readonly MapRule Filesystem = new(
        ("mountpoint", ScalarRule.Text),
        ("fstype", ScalarRule.Text),
        ("mount_options", ScalarRule.Text),
        ("fs_uuid", ScalarRule.Text),
        ("fs_label", ScalarRule.Text));

    private static readonly MapRule Partition = new(
        ("name", ScalarRule.Text),
        ("size", ScalarRule.Size),
        ("part_uuid", ScalarRule.Text),
        ("labels", MapRule.Texts),
        ("bootable", ScalarRule.Boolean),
        ("volume_group", ScalarRule.Text),
        ("filesystem", Filesystem));

    private static readonly MapRule PhysicalDevice = MapRule.Of(
        SchemaRule.Any,
        ("labels", MapRule.Texts),
        ("volume_group", ScalarRule.Text),
        ("partitions", new ListRule(Partition)));

    // The schemas let further keys pass here and in file systems of logical volumes.
    private static readonly MapRule LogicalVolume = MapRule.Of(
        SchemaRule.Any,
        ("name", ScalarRule.Text),
        ("lv_uuid", ScalarRule.Text),
        ("size", ScalarRule.Size),
        ("filesystem", MapRule.Of(
            SchemaRule.Any,
            ("mountpoint", ScalarRule.Text),
            ("fstype", ScalarRule.Text),
            ("mount_options", ScalarRule.Text),
            ("fs_uuid", ScalarRule.Text),
            ("fs_label", ScalarRule.Text))));

    private static readonly MapRule VolumeGroup = MapRule.Of(
        SchemaRule.Any,
        ("vg_uuid", ScalarRule.Text),
        ("logical_volumes", new ListRule(LogicalVolume)));

    private static readonly MapRule Raid = new(
        ("level", ScalarRule.OneOf("raid-0", "raid-1", "raid-5", "raid-6", "raid-10")),
        ("raid_uuid", ScalarRule.Text),
        ("devices", ListRule.Texts),
        ("spares", ListRule.Texts),
        ("partitions", new ListRule(Partition)),
        ("volume_group", ScalarRule.Text),
        ("filesystem", Filesystem));

    private static readonly MapRule Bcache = new(
        ("backing_device", ScalarRule.Text),
        ("cache_device", ScalarRule.Text),
        ("cache_mode", ScalarRule.OneOf("writeback", "writethrough", "writearound")),
        ("volume_group", ScalarRule.Text),
        ("filesystem", Filesystem));

    private static readonly MapRule SpecialMount = new(
        ("mountpoint", ScalarRule.Text),
        ("fstype", ScalarRule.OneOf("tmpfs", "ramfs")),
        ("mount_options", ScalarRule.Text));

    private static readonly MapRule Interface = MapRule.Of(
        SchemaRule.Any,
        ("device_link", ScalarRule.Text),
        ("slaves", ListRule.Texts),
        ("networks", ListRule.Texts),
        ("sriov", MapRule.Of(SchemaRule.Any, ("vf_count", ScalarRule.Number), ("trustedmode", ScalarRule.Boolean))),
        ("bridge", new MapRule(
            ("type", ScalarRule.OneOf("standard", "ovs")), ("stp", ScalarRule.Boolean), ("forward_delay", ScalarRule.Number))));

    private static readonly (string Name, SchemaRule Rule)[] Common =
    [
        ("oob", MapRule.Of(
            ScalarRule.Value,
            ("type", ScalarRule.Text),
            ("network", ScalarRule.Text),
            ("account", ScalarRule.Text),
            ("credential", ScalarRule.Text))),
        ("storage", MapRule.Of(
            SchemaRule.Any,
            ("physical_devices", MapRule.Of(PhysicalDevice)),
            ("volume_groups", MapRule.Of(VolumeGroup)),
            ("raids", MapRule.Of(Raid)),
            ("bcaches", MapRule.Of(Bcache)),
            ("special_mounts", new ListRule(SpecialMount)))),
        ("platform", new MapRule(("image", ScalarRule.Text), ("kernel", ScalarRule.Text), ("kernel_params", MapRule.Of(ScalarRule.Value)))),
        ("metadata", new MapRule(
            ("tags", ListRule.Texts), ("owner_data", MapRule.Texts), ("rack", ScalarRule.Text), ("boot_mac", ScalarRule.Text))),
        ("host_profile", ScalarRule.Text),
        ("hardware_profile", ScalarRule.Text),
        ("primary_network", ScalarRule.Text),
        ("interfaces", MapRule.Of(new OptionalMapRule(Interface))),
    ];

    public static SchemaRule Profile { get; } = new MapRule(Common);

    public static SchemaRule Node { get; } = new MapRule(
        [.. Common, ("addressing", new ListRule(MapRule.Of(SchemaRule.Any, ("address", ScalarRule.Text), ("network", ScalarRule.Text))))]);
}
