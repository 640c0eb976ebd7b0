using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>What a storage layout made of a machine's root disk without the design listing it.</summary>
internal sealed class ObservedRoot(Machine machine, IReadOnlyList<VolumeGroup> groups, DesiredStorage desired)
{
    private readonly RootLayout _root = desired.Root;

    /// <summary>Whether the root disk has what the machine's firmware boots from.</summary>
    public bool HasFirmwarePartition => !machine.Firmware.NeedsEfiPartition || _root.Disk.Device.Partitions.Any(p => IsMountedAt(p, BootFirmware.EfiMountPoint));

    /// <summary>
    /// Whether a partition is one that a layout makes and the design does not list: what the firmware boots from, and
    /// the physical volume of a root that has its disk whole.
    /// </summary>
    public bool IsLayoutsOwn(DesiredDisk disk, Partition partition) =>
        IsFirmwares(disk, partition) || (IsRootDisk(disk) && disk.VolumeGroup is not null && IsPhysicalVolume(partition));

    /// <summary>How the physical volumes of the root's group differ where it has its disk whole, which the layout made one partition of.</summary>
    public VolumeGroupMembers? Members(VolumeGroup group)
    {
        var own = group.Devices.FirstOrDefault(d =>
            d.Type == "partition" && _root.Disk.Device.Partitions.Any(p => p.Id == d.Id && FillsDisk(p)));
        return own is null ? null : new([.. group.Devices.Where(d => d != own)], []);
    }

    /// <summary>What is mounted at /boot/efi is never in the way, whatever is known of how the machine boots.</summary>
    private bool IsFirmwares(DesiredDisk disk, Partition partition) =>
        IsUnlisted(partition, BootFirmware.EfiMountPoint)
        || (IsRootDisk(disk) && machine.Firmware.NeedsBootPartition && IsUnlisted(partition, "/boot"));

    private bool IsUnlisted(Partition partition, string place) =>
        IsMountedAt(partition, place) && desired.Disks.All(d => d.Partitions.All(p => p.MountPoint != place));

    private static bool IsMountedAt(Partition partition, string place) => partition.Filesystem?.MountPoint == place;

    private bool IsRootDisk(DesiredDisk disk) => disk.Device.Id == _root.Disk.Device.Id;

    private bool IsPhysicalVolume(Partition partition) =>
        _root.RootGroup is { } own && groups.Any(g => g.Name == own.Name && g.Devices.Any(d => d.Type == "partition" && d.Id == partition.Id));

    /// <summary>A layout leaves the physical volume what firmware and tables do not need.</summary>
    private bool FillsDisk(Partition partition) =>
        Math.Abs(partition.Size - StorageSpace.Partitionable(_root.Disk.Device.Size, isBootDisk: true, machine)) <= StorageSpace.Tolerance;
}
