using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>The whole partition table a node wants, with names and sizes as MAAS will have them.</summary>
/// <param name="Disks">The disks with their partitions.</param>
/// <param name="Devices">RAIDs and bcaches, from the ground up.</param>
/// <param name="VolumeGroups">The volume groups.</param>
/// <param name="Root">How the root is laid out.</param>
internal sealed record DesiredStorage(
    IReadOnlyList<DesiredDisk> Disks, IReadOnlyList<ComposedDevice> Devices, IReadOnlyList<DesiredVolumeGroup> VolumeGroups, RootLayout Root)
{
    /// <summary>Where its file systems are mounted.</summary>
    public IEnumerable<string> MountPoints => Disks.Concat(Devices.Select(d => d.Disk).OfType<DesiredDisk>()).SelectMany(d => d.Partitions)
        .Select(p => p.MountPoint)
        .Concat(VolumeGroups.SelectMany(g => g.LogicalVolumes).Select(v => v.Filesystem?.MountPoint))
        .Concat(Devices.Select(d => d.Filesystem?.MountPoint))
        .OfType<string>()
        .Where(m => m != Swap.Nowhere);

    /// <summary>Whether a RAID, a bcache or a logical volume, be it of any group, has that name.</summary>
    public bool HasDevice(string name) =>
        Devices.Any(d => d.Name == name) || VolumeGroups.Any(g => g.LogicalVolumes.Any(v => v.Design.Name == name));

    /// <summary>The id of a disk by its name in MAAS.</summary>
    public int DiskId(string name) => Disks.First(d => d.Device.Name == name).Device.Id;

    /// <summary>The same for a machine of whose disks everything has been cleared.</summary>
    public DesiredStorage Clear() => this with { Disks = [.. Disks.Select(d => d.Clear())], Root = Root with { Disk = Root.Disk.Clear() } };
}

/// <summary>A disk and what the design puts on it.</summary>
/// <param name="Device">The machine's disk.</param>
/// <param name="VolumeGroup">The volume group it belongs to as a whole; null when it is partitioned.</param>
/// <param name="Partitions">Its partitions, in order.</param>
internal sealed record DesiredDisk(BlockDevice Device, string? VolumeGroup, IReadOnlyList<DesiredPartition> Partitions)
{
    /// <summary>The RAID or bcache it is a part of as a whole, as <see cref="DeviceUse"/> writes it.</summary>
    public string? PartOf { get; init; }

    /// <summary>The key of a partition within a node.</summary>
    public string GetKey(DesiredPartition partition) => $"{Device.Name}/{partition.Design.Name}";

    /// <summary>The disk with nothing on it.</summary>
    public DesiredDisk Clear() => this with { Device = Device with { Partitions = [], Filesystem = null } };
}
