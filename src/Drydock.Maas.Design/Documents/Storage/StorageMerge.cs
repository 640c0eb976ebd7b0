using Drydock.Maas.Design.Documents.Properties;

namespace Drydock.Maas.Design.Documents.Storage;

/// <summary>Puts the storage of a host over that of the profile it inherits from.</summary>
internal static class StorageMerge
{
    public static NodeStorage Over(NodeStorage child, NodeStorage parent) => new()
    {
        Devices = Merge.Named(child.Devices, parent.Devices, d => d.Name, Over),
        VolumeGroups = Merge.Named(child.VolumeGroups, parent.VolumeGroups, g => g.Name, Over),
        Raids = Merge.Named(child.Raids, parent.Raids, r => r.Name, Over),
        Bcaches = Merge.Named(child.Bcaches, parent.Bcaches, b => b.Name, Over),
        SpecialMounts = Merge.Named(child.SpecialMounts, parent.SpecialMounts, m => m.MountPoint, Over),
    };

    private static StorageDevice Over(StorageDevice child, StorageDevice parent) => child with
    {
        VolumeGroup = Merge.Scalar(child.VolumeGroup, parent.VolumeGroup),
        Labels = Merge.Pairs([.. child.Labels], [.. parent.Labels]).ToDictionary(),
        Partitions = Merge.Named(child.Partitions, parent.Partitions, p => p.Name, Over),
    };

    private static StorageVolumeGroup Over(StorageVolumeGroup child, StorageVolumeGroup parent) => child with
    {
        Uuid = Merge.Scalar(child.Uuid, parent.Uuid),
        LogicalVolumes = Merge.Named(child.LogicalVolumes, parent.LogicalVolumes, v => v.Name, Over),
    };

    private static StorageRaid Over(StorageRaid child, StorageRaid parent) => child with
    {
        Level = Merge.Scalar(child.Level, parent.Level),
        Uuid = Merge.Scalar(child.Uuid, parent.Uuid),
        Devices = Merge.List(child.Devices, parent.Devices),
        Spares = Merge.List(child.Spares, parent.Spares),
        Partitions = Merge.Named(child.Partitions, parent.Partitions, p => p.Name, Over),
        VolumeGroup = Merge.Scalar(child.VolumeGroup, parent.VolumeGroup),
        Filesystem = Over(child.Filesystem, parent.Filesystem),
    };

    private static StorageBcache Over(StorageBcache child, StorageBcache parent) => child with
    {
        BackingDevice = Merge.Scalar(child.BackingDevice, parent.BackingDevice),
        CacheDevice = Merge.Scalar(child.CacheDevice, parent.CacheDevice),
        CacheMode = Merge.Scalar(child.CacheMode, parent.CacheMode),
        VolumeGroup = Merge.Scalar(child.VolumeGroup, parent.VolumeGroup),
        Filesystem = Over(child.Filesystem, parent.Filesystem),
    };

    private static StorageSpecialMount Over(StorageSpecialMount child, StorageSpecialMount parent) => child with
    {
        Type = child.TypeAsWritten ?? parent.Type,
        TypeAsWritten = child.TypeAsWritten ?? parent.TypeAsWritten,
        MountOptions = child.OptionsAsWritten ?? parent.MountOptions,
        OptionsAsWritten = child.OptionsAsWritten ?? parent.OptionsAsWritten,
    };

    private static StoragePartition Over(StoragePartition child, StoragePartition parent) => child with
    {
        Size = Merge.Scalar(child.Size, parent.Size),
        PartitionUuid = Merge.Scalar(child.PartitionUuid, parent.PartitionUuid),
        Bootable = child.BootableAsWritten ?? parent.Bootable,
        BootableAsWritten = child.BootableAsWritten ?? parent.BootableAsWritten,
        VolumeGroup = Merge.Scalar(child.VolumeGroup, parent.VolumeGroup),
        Filesystem = Over(child.Filesystem, parent.Filesystem),
    };

    private static StorageLogicalVolume Over(StorageLogicalVolume child, StorageLogicalVolume parent) => child with
    {
        Uuid = Merge.Scalar(child.Uuid, parent.Uuid),
        Size = Merge.Scalar(child.Size, parent.Size),
        Filesystem = Over(child.Filesystem, parent.Filesystem),
    };

    private static FilesystemSettings? Over(FilesystemSettings? child, FilesystemSettings? parent) => (child, parent) switch
    {
        (null, _) => parent,
        (_, null) => child,
        _ => child with
        {
            MountPoint = Merge.Scalar(child.MountPoint, parent.MountPoint),
            Type = Merge.Scalar(child.Type, parent.Type) ?? "",
            MountOptions = Merge.Scalar(child.MountOptions, parent.MountOptions) ?? "",
            Uuid = Merge.Scalar(child.Uuid, parent.Uuid),
            Label = Merge.Scalar(child.Label, parent.Label),
        },
    };
}
