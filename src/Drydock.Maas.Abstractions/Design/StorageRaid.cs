namespace Drydock.Maas.Design;

/// <summary>A software RAID of a node's storage: an entry of raids, which Drydock itself does not have.</summary>
public sealed record StorageRaid
{
    /// <summary>The name, which is also the name of the block device, for example md0.</summary>
    public string Name { get; init; } = "";

    /// <summary>raid-0, raid-1, raid-5, raid-6 or raid-10.</summary>
    public string? Level { get; init; }

    /// <summary>Its UUID, if chosen.</summary>
    public string? Uuid { get; init; }

    /// <summary>The active members: disks by name or alias, partitions as disk/partition.</summary>
    public IReadOnlyList<string> Devices { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>The spare members, written likewise.</summary>
    public IReadOnlyList<string> Spares { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>The volume group it belongs to.</summary>
    public string? VolumeGroup { get; init; }

    /// <summary>The file system, if any.</summary>
    public FilesystemSettings? Filesystem { get; init; }

    /// <summary>Its partitions, in order.</summary>
    public IReadOnlyList<StoragePartition> Partitions { get; init => field = TextList<StoragePartition>.From(value); } = TextList<StoragePartition>.Empty;

    /// <summary>The active members, then the spare ones.</summary>
    public IEnumerable<string> Members => TextList<string>.From([.. Devices, .. Spares]);

    /// <summary>Whether its file system, or that of a partition of it, is mounted there.</summary>
    internal bool IsMountedAt(string place) => Partitions.Select(p => p.Filesystem).Append(Filesystem).Any(f => f?.MountPoint == place);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
