using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>Pieces of a node's storage design.</summary>
internal static class StorageDesign
{
    public static DrydockNode Node(IReadOnlyList<StorageDevice> disks, params IReadOnlyList<StorageVolumeGroup> groups) =>
        NodeDesign.InSite(new DrydockNode { Name = "node1", StorageDevices = disks, VolumeGroups = groups });

    public static StorageDevice Disk(string name, params IReadOnlyList<StoragePartition> partitions) =>
        new() { Name = name, Partitions = partitions };

    public static StorageDevice WholeDisk(string name, string group) => new() { Name = name, VolumeGroup = group };

    public static StoragePartition Root(string size) => Partition("root", size, "/");

    public static StoragePartition Partition(
        string name, string size, string? mountPoint = null, string type = "ext4", string options = "defaults") =>
        new() { Name = name, Size = size, Filesystem = mountPoint is null ? null : Filesystem(mountPoint, type, options) };

    public static StoragePartition Member(string name, string size, string group) =>
        new() { Name = name, Size = size, VolumeGroup = group };

    public static StorageVolumeGroup Group(string name, params IReadOnlyList<StorageLogicalVolume> volumes) =>
        new() { Name = name, LogicalVolumes = volumes };

    public static StorageLogicalVolume Volume(string name, string size, string? mountPoint = null, string type = "ext4") =>
        new() { Name = name, Size = size, Filesystem = mountPoint is null ? null : Filesystem(mountPoint, type, "defaults") };

    public static StoragePartition Free(string name, string size) => new() { Name = name, Size = size };

    public static StorageRaid Raid(string name, string level, IReadOnlyList<string> devices, params IReadOnlyList<string> spares) =>
        new() { Name = name, Level = level, Devices = devices, Spares = spares };

    public static StorageBcache Bcache(string name, string backing, string cache, string? mode = null) =>
        new() { Name = name, BackingDevice = backing, CacheDevice = cache, CacheMode = mode };

    /// <summary>The node with bcaches as well.</summary>
    public static DrydockNode WithBcaches(DrydockNode node, params IReadOnlyList<StorageBcache> bcaches) =>
        NodeDesign.InSite(new DrydockNode
    {
        Name = node.Name,
        StorageDevices = node.StorageDevices,
        VolumeGroups = node.VolumeGroups,
        SpecialMounts = node.SpecialMounts,
        Raids = node.Raids,
        Bcaches = bcaches,
    });

    /// <summary>The node with RAIDs as well.</summary>
    public static DrydockNode WithRaids(DrydockNode node, params IReadOnlyList<StorageRaid> raids) => NodeDesign.InSite(new DrydockNode
    {
        Name = node.Name, StorageDevices = node.StorageDevices, VolumeGroups = node.VolumeGroups, SpecialMounts = node.SpecialMounts,
        Raids = raids,
    });

    public static FilesystemSettings Filesystem(string mountPoint, string type, string options) =>
        new() { MountPoint = mountPoint, Type = type, MountOptions = options };
}
