using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>The whole partition table a node wants, with names and sizes as MAAS will have them.</summary>
internal sealed record DesiredStorage(IReadOnlyList<DesiredDisk> Disks, IReadOnlyList<DesiredVolumeGroup> VolumeGroups, RootLayout Root)
{
    public IReadOnlyList<DesiredRaid> Raids { get; init; } = [];

    public IReadOnlyList<DesiredBcache> Bcaches { get; init; } = [];

    /// <summary>Whether a RAID, a bcache or a logical volume, be it of any group, has that name.</summary>
    public bool HasDevice(string name) => Raids.Any(r => r.Name == name) || Bcaches.Any(b => b.Name == name)
        || VolumeGroups.Any(g => g.LogicalVolumes.Any(v => v.Design.Name == name));

    /// <summary>The id of a disk by its name in MAAS.</summary>
    public int DiskId(string name) => Disks.First(d => d.Device.Name == name).Device.Id;
}

/// <summary>A disk and what the design puts on it.</summary>
/// <param name="Device">The machine's disk.</param>
/// <param name="VolumeGroup">The volume group it belongs to as a whole; null when it is partitioned.</param>
/// <param name="Partitions">Its partitions, in order.</param>
internal sealed record DesiredDisk(BlockDevice Device, string? VolumeGroup, IReadOnlyList<DesiredPartition> Partitions)
{
    /// <summary>The RAID or bcache it is a part of as a whole, as <see cref="DeviceUse"/> writes it.</summary>
    public string? PartOf { get; init; }
}

/// <summary>A partition.</summary>
/// <param name="Design">What the design says.</param>
/// <param name="Size">Its size in bytes as MAAS will make it.</param>
/// <param name="TakesRest">Whether it takes all that is left.</param>
internal sealed record DesiredPartition(StoragePartition Design, long Size, bool TakesRest)
{
    /// <summary>The RAID or bcache it is a part of, as <see cref="DeviceUse"/> writes it.</summary>
    public string? PartOf { get; init; }

    /// <summary>What it is a part of, volume groups included.</summary>
    public string? Holder => Design.VolumeGroup ?? PartOf;

    public FilesystemSettings? Filesystem => Holder is null ? Swap.AsMounted(Design.Filesystem) : null;

    public string? MountPoint => Filesystem?.MountPoint;
}

/// <summary>A volume group.</summary>
/// <param name="Design">What the design says.</param>
/// <param name="Disks">Names of the disks that belong to it as a whole.</param>
/// <param name="Partitions">Keys (disk/partition) of the partitions that belong to it.</param>
/// <param name="LogicalVolumes">Its logical volumes, in order.</param>
internal sealed record DesiredVolumeGroup(
    StorageVolumeGroup Design, IReadOnlyList<string> Disks, IReadOnlyList<string> Partitions, IReadOnlyList<DesiredLogicalVolume> LogicalVolumes)
{
    public string Name => Design.Name;

    /// <summary>Names of the RAIDs and bcaches that belong to it.</summary>
    public IReadOnlyList<string> Devices { get; init; } = [];

    /// <summary>Names of all that belongs to it.</summary>
    public IReadOnlyList<string> Members => [.. Disks, .. Partitions, .. Devices];
}

/// <summary>A logical volume.</summary>
/// <param name="Design">What the design says.</param>
/// <param name="Size">Its size in bytes as MAAS will make it.</param>
internal sealed record DesiredLogicalVolume(StorageLogicalVolume Design, long Size)
{
    public FilesystemSettings? Filesystem => Swap.AsMounted(Design.Filesystem);
}

/// <summary>How MAAS is asked to lay out the root file system.</summary>
/// <param name="Disk">The disk it boots from.</param>
/// <param name="RootPartition">The root partition of a flat layout; null for
/// an LVM root, and for one that no layout makes: on a RAID, or beside an EFI partition of the design's own.</param>
/// <param name="BootPartition">The partition mounted at /boot on that disk, if any.</param>
/// <param name="RootGroup">The volume group of an LVM root.</param>
/// <param name="RootVolume">The root volume of an LVM root.</param>
internal sealed record RootLayout(
    DesiredDisk Disk,
    DesiredPartition? RootPartition,
    DesiredPartition? BootPartition,
    DesiredVolumeGroup? RootGroup,
    DesiredLogicalVolume? RootVolume)
{
    /// <summary>Whether the root is made piece by piece, since no layout makes it.</summary>
    public bool IsByParts => RootPartition is null && RootGroup is null;
}
