using Drydock.Maas.Design.Documents.Schema;

namespace Drydock.Maas.Design.Documents.Storage;

/// <summary>The storage section of hosts, in Drydock's hostProfile.yaml and baremetalNode.yaml.</summary>
internal static class StorageSchema
{
    private static readonly MapRule Filesystem = new(
        ("mountpoint", ScalarRule.Text),
        ("fstype", ScalarRule.Text),
        ("mount_options", ScalarRule.Text),
        ("fs_uuid", ScalarRule.Text),
        ("fs_label", ScalarRule.Text));

    private static readonly MapRule Partition = new MapRule(
        ("name", ScalarRule.Text),
        ("size", ScalarRule.Size),
        ("part_uuid", ScalarRule.Text),
        ("labels", MapRule.Texts),
        ("bootable", ScalarRule.Boolean),
        ("volume_group", ScalarRule.Text),
        ("filesystem", Filesystem)).Requiring("name");

    private static readonly MapRule PhysicalDevice = MapRule.Create(
        SchemaRule.Any,
        ("labels", MapRule.Texts),
        ("volume_group", ScalarRule.Text),
        ("partitions", new ListRule(Partition)));

    // The schemas let further keys pass here and in file systems of logical volumes.
    private static readonly MapRule LogicalVolume = MapRule.Create(
        SchemaRule.Any,
        ("name", ScalarRule.Text),
        ("lv_uuid", ScalarRule.Text),
        ("size", ScalarRule.Size),
        ("filesystem", MapRule.Create(
            SchemaRule.Any,
            ("mountpoint", ScalarRule.Text),
            ("fstype", ScalarRule.Text),
            ("mount_options", ScalarRule.Text),
            ("fs_uuid", ScalarRule.Text),
            ("fs_label", ScalarRule.Text)))).Requiring("name");

    private static readonly MapRule VolumeGroup = MapRule.Create(
        SchemaRule.Any,
        ("vg_uuid", ScalarRule.Text),
        ("logical_volumes", new ListRule(LogicalVolume)));

    private static readonly MapRule Raid = new(
        ("level", ScalarRule.CreateChoice("raid-0", "raid-1", "raid-5", "raid-6", "raid-10")),
        ("raid_uuid", ScalarRule.Text),
        ("devices", ListRule.Texts),
        ("spares", ListRule.Texts),
        ("partitions", new ListRule(Partition)),
        ("volume_group", ScalarRule.Text),
        ("filesystem", Filesystem));

    private static readonly MapRule Bcache = new(
        ("backing_device", ScalarRule.Text),
        ("cache_device", ScalarRule.Text),
        ("cache_mode", ScalarRule.CreateChoice("writeback", "writethrough", "writearound")),
        ("volume_group", ScalarRule.Text),
        ("filesystem", Filesystem));

    private static readonly MapRule SpecialMount = new MapRule(
        ("mountpoint", ScalarRule.Text),
        ("fstype", ScalarRule.CreateChoice("tmpfs", "ramfs")),
        ("mount_options", ScalarRule.Text)).Requiring("mountpoint");

    public static SchemaRule Rule { get; } = MapRule.Create(
        SchemaRule.Any,
        ("physical_devices", MapRule.Create(PhysicalDevice)),
        ("volume_groups", MapRule.Create(VolumeGroup)),
        ("raids", MapRule.Create(Raid)),
        ("bcaches", MapRule.Create(Bcache)),
        ("special_mounts", new ListRule(SpecialMount)));
}
