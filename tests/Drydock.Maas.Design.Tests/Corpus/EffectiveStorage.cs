using System.Text.Json.Nodes;

namespace Drydock.Maas.Design.Tests.Corpus;

/// <summary>Storage in Drydock's names; what is empty is null there.</summary>
internal static class EffectiveStorage
{
    public static JsonObject Of(StorageDevice device) => new()
    {
        ["name"] = device.Name,
        ["labels"] = device.Labels.Count == 0 ? null : EffectiveSite.Json(device.Labels),
        ["volume_group"] = device.VolumeGroup,
        ["partitions"] = device.Partitions.Count == 0 ? null : EffectiveSite.List(device.Partitions, PartitionOf),
        ["physical_devices"] = new JsonArray(),
    };

    public static JsonObject OfGroup(StorageVolumeGroup group) => new()
    {
        ["name"] = group.Name,
        ["vg_uuid"] = group.Uuid,
        ["physical_devices"] = new JsonArray(),
        ["logical_volumes"] = EffectiveSite.List(group.LogicalVolumes, v => AddFilesystem(v.Filesystem, new()
        {
            ["name"] = v.Name,
            ["lv_uuid"] = v.Uuid,
            ["size"] = v.Size,
        })),
    };

    private static JsonObject PartitionOf(StoragePartition partition) => AddFilesystem(partition.Filesystem, new()
    {
        ["name"] = partition.Name,
        ["size"] = partition.Size,
        ["part_uuid"] = partition.PartitionUuid,
        ["bootable"] = partition.Bootable,
        ["volume_group"] = partition.VolumeGroup,
    });

    private static JsonObject AddFilesystem(FilesystemSettings? filesystem, JsonObject target)
    {
        target["mountpoint"] = filesystem?.MountPoint;
        target["fstype"] = filesystem?.Type;
        target["mount_options"] = filesystem?.MountOptions;
        target["fs_uuid"] = filesystem?.Uuid;
        target["fs_label"] = filesystem?.Label;
        return target;
    }
}
