using System.Text.Json.Nodes;
using static Drydock.Maas.Design.Documents.Properties.JsonBuilder;

namespace Drydock.Maas.Design.Documents.Storage;

/// <summary>Writer of the storage section of a node's document.</summary>
internal static class StorageDocuments
{
    /// <summary>The section, or null when there is nothing in it.</summary>
    public static JsonObject? Write(NodeStorage storage) => NotEmpty(Object(
        ("physical_devices", Map(storage.Devices.Select(d => KeyValuePair.Create(d.Name, d)), Device)),
        ("volume_groups", Map(storage.VolumeGroups.Select(g => KeyValuePair.Create(g.Name, g)), Group)),
        ("raids", Map(storage.Raids.Select(r => KeyValuePair.Create(r.Name, r)), Raid)),
        ("bcaches", Map(storage.Bcaches.Select(b => KeyValuePair.Create(b.Name, b)), Bcache)),
        ("special_mounts", List(storage.SpecialMounts, m => Object(
            ("fstype", m.Type), ("mountpoint", m.MountPoint), ("mount_options", m.MountOptions))))));

    private static JsonObject Device(StorageDevice device) => Object(
        ("labels", Texts(device.Labels)),
        ("volume_group", device.VolumeGroup),
        ("partitions", List(device.Partitions, Partition)));

    private static JsonObject Partition(StoragePartition partition) => Object(
        ("name", partition.Name),
        ("size", partition.Size),
        ("part_uuid", partition.PartitionUuid),
        ("bootable", partition.Bootable ? true : null),
        ("volume_group", partition.VolumeGroup),
        ("filesystem", Filesystem(partition.Filesystem)));

    private static JsonObject Group(StorageVolumeGroup group) => Object(
        ("vg_uuid", group.Uuid),
        ("logical_volumes", List(group.LogicalVolumes, v => Object(
            ("name", v.Name), ("lv_uuid", v.Uuid), ("size", v.Size), ("filesystem", Filesystem(v.Filesystem))))));

    private static JsonObject Raid(StorageRaid raid) => Object(
        ("level", raid.Level),
        ("raid_uuid", raid.Uuid),
        ("devices", Texts(raid.Devices)),
        ("spares", Texts(raid.Spares)),
        ("partitions", List(raid.Partitions, Partition)),
        ("volume_group", raid.VolumeGroup),
        ("filesystem", Filesystem(raid.Filesystem)));

    private static JsonObject Bcache(StorageBcache bcache) => Object(
        ("backing_device", bcache.BackingDevice),
        ("cache_device", bcache.CacheDevice),
        ("cache_mode", bcache.CacheMode),
        ("volume_group", bcache.VolumeGroup),
        ("filesystem", Filesystem(bcache.Filesystem)));

    private static JsonObject? Filesystem(FilesystemSettings? filesystem) => filesystem is null
        ? null
        : Object(
            ("mountpoint", filesystem.MountPoint),
            ("fstype", filesystem.Type),
            ("mount_options", filesystem.MountOptions),
            ("fs_uuid", filesystem.Uuid),
            ("fs_label", filesystem.Label));
}
