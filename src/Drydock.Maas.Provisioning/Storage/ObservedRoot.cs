using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Storage;

/// <summary>What a storage layout made of a machine's root disk without the design listing it.</summary>
internal sealed class ObservedRoot(Machine machine, IReadOnlyList<VolumeGroup> groups, RootLayout root)
{
    private readonly bool _isUefi = Firmware.IsUefi(machine);

    /// <summary>Whether the root disk has what the machine's firmware boots from.</summary>
    public bool HasFirmwarePartition => !_isUefi || root.Disk.Device.Partitions.Any(IsEfi);

    /// <summary>
    /// Whether a partition is one that a layout makes and the design does not list: the EFI partition, and
    /// the physical volume of a root that has its disk whole.
    /// </summary>
    public bool IsLayoutsOwn(DesiredDisk disk, Partition partition) =>
        IsRootDisk(disk)
        && ((IsEfi(partition) && MakesEfi) || (disk.VolumeGroup is not null && IsPhysicalVolume(partition)));

    /// <summary>How the physical volumes of the root's group differ where it has its disk whole, which the layout made one partition of.</summary>
    public VolumeGroupMembers? Members(VolumeGroup group)
    {
        var own = group.Devices.FirstOrDefault(d =>
            d.Type == "partition" && root.Disk.Device.Partitions.Any(p => p.Id == d.Id && FillsDisk(p)));
        return own is null ? null : new([.. group.Devices.Where(d => d != own)], [], []);
    }

    /// <summary>A root on a RAID has its EFI partition in the design, and another boot method needs none.</summary>
    private bool MakesEfi => _isUefi && !root.IsOnRaid;

    private static bool IsEfi(Partition partition) => partition.Filesystem?.MountPoint == Firmware.EfiPlace;

    private bool IsRootDisk(DesiredDisk disk) => disk.Device.Id == root.Disk.Device.Id;

    private bool IsPhysicalVolume(Partition partition) =>
        root.RootGroup is { } own && groups.Any(g => g.Name == own.Name && g.Devices.Any(d => d.Type == "partition" && d.Id == partition.Id));

    /// <summary>A layout leaves the physical volume what firmware and tables do not need.</summary>
    private bool FillsDisk(Partition partition) =>
        Math.Abs(partition.Size - StorageSpace.Partitionable(root.Disk.Device.Size, isBootDisk: true, _isUefi)) <= StorageSpace.Tolerance;
}
