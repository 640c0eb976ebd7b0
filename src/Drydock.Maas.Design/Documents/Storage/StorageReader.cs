using Drydock.Maas.Design.Documents.Properties;

namespace Drydock.Maas.Design.Documents.Storage;

/// <summary>Reader of the storage section of hosts.</summary>
internal static class StorageReader
{
    public static NodeStorage Read(PropertyReader? reader) => reader is null ? NodeStorage.None : new()
    {
        Devices = [.. reader.NamedMaps("physical_devices").Select(d => ReadDevice(d.Name, d.Value))],
        VolumeGroups = [.. reader.NamedMaps("volume_groups").Select(g => ReadGroup(g.Name, g.Value))],
        Raids = [.. reader.NamedMaps("raids").Select(r => ReadRaid(r.Name, r.Value))],
        Bcaches = [.. reader.NamedMaps("bcaches").Select(b => ReadBcache(b.Name, b.Value))],
        SpecialMounts = [.. reader.Maps("special_mounts").Select(ReadSpecialMount)],
    };

    private static StorageDevice ReadDevice(string name, PropertyReader? reader) => new()
    {
        Name = name,
        Labels = reader?.Labels("labels") ?? new Dictionary<string, string>(),
        VolumeGroup = reader?.Text("volume_group"),
        Partitions = [.. (reader?.Maps("partitions") ?? []).Select(ReadPartition)],
    };

    private static StorageVolumeGroup ReadGroup(string name, PropertyReader? reader) => new()
    {
        Name = name,
        Uuid = reader?.Text("vg_uuid"),
        LogicalVolumes = [.. (reader?.Maps("logical_volumes") ?? []).Select(v => new StorageLogicalVolume
        {
            Name = v.RequiredText("name"),
            Uuid = v.Text("lv_uuid"),
            Size = v.Text("size"),
            Filesystem = ReadFilesystem(v.Map("filesystem")),
        })],
    };

    private static StorageRaid ReadRaid(string name, PropertyReader? reader) => new()
    {
        Name = name,
        Level = reader?.Text("level"),
        Uuid = reader?.Text("raid_uuid"),
        Devices = reader?.Texts("devices") ?? [],
        Spares = reader?.Texts("spares") ?? [],
        Partitions = [.. (reader?.Maps("partitions") ?? []).Select(ReadPartition)],
        VolumeGroup = reader?.Text("volume_group"),
        Filesystem = ReadFilesystem(reader?.Map("filesystem")),
    };

    private static StorageBcache ReadBcache(string name, PropertyReader? reader) => new()
    {
        Name = name,
        BackingDevice = reader?.Text("backing_device"),
        CacheDevice = reader?.Text("cache_device"),
        CacheMode = reader?.Text("cache_mode"),
        VolumeGroup = reader?.Text("volume_group"),
        Filesystem = ReadFilesystem(reader?.Map("filesystem")),
    };

    private static StorageSpecialMount ReadSpecialMount(PropertyReader reader)
    {
        var (type, options) = (reader.Text("fstype"), reader.Text("mount_options"));
        return new()
        {
            MountPoint = reader.RequiredText("mountpoint"),
            Type = type ?? "tmpfs",
            MountOptions = options ?? "defaults",
            TypeAsWritten = type,
            OptionsAsWritten = options,
        };
    }

    private static StoragePartition ReadPartition(PropertyReader reader)
    {
        var bootable = reader.Boolean("bootable");
        return new StoragePartition
        {
            Name = reader.RequiredText("name"),
            Size = reader.Text("size"),
            PartitionUuid = reader.Text("part_uuid"),
            Bootable = bootable ?? false,
            BootableAsWritten = bootable,
            VolumeGroup = reader.Text("volume_group"),
            Filesystem = ReadFilesystem(reader.Map("filesystem")),
        };
    }

    private static FilesystemSettings? ReadFilesystem(PropertyReader? reader) => reader is null ? null : new()
    {
        MountPoint = reader.Text("mountpoint"),
        Type = reader.Text("fstype") ?? "ext4",
        MountOptions = reader.Text("mount_options") ?? "defaults",
        Uuid = reader.Text("fs_uuid"),
        Label = reader.Text("fs_label"),
    };
}
