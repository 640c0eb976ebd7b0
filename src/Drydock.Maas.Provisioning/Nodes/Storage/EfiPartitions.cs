using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>
/// EFI partitions of machines that boot by UEFI. A layout of MAAS's makes one of 512 MiB on the disk of the root, and of no other size; a design
/// that wants another one has its root made piece by piece, as one on a RAID is.
/// </summary>
internal static class EfiPartitions
{
    /// <summary>What a layout gives a machine that boots by UEFI, and a root that is made piece by piece needs too.</summary>
    private static readonly StoragePartition Usual = new()
    {
        Name = "boot-efi",
        Size = "512mi",
        Bootable = true,
        Filesystem = new FilesystemSettings { Type = "fat32", MountPoint = BootFirmware.EfiMountPoint, MountOptions = "defaults", Label = "efi" },
    };

    /// <summary>Whether a partition is mounted where firmware looks for what it boots.</summary>
    public static bool IsOne(StoragePartition partition) => partition.Filesystem?.MountPoint == BootFirmware.EfiMountPoint;

    /// <summary>The disk with an EFI partition that no layout makes; null where the layout's is what the design wants, or it wants none.</summary>
    /// <param name="node">The node.</param>
    /// <param name="machine">Its machine.</param>
    /// <param name="rootDisk">The disk of the root.</param>
    /// <param name="names">Real names of device aliases.</param>
    public static StorageDevice? FindOwnDisk(DrydockNode node, Machine machine, StorageDevice rootDisk, DeviceNames names)
    {
        if (!machine.Firmware.NeedsEfiPartition
            || node.StorageDevices.FirstOrDefault(d => d.Partitions.Any(IsOne)) is not { } disk)
            return null;
        var partition = disk.Partitions.First(IsOne);
        var size = DesignSize.Read(partition.Size, $"partition {disk.Name}/{partition.Name}");
        var whole = machine.PhysicalBlockDevices.FirstOrDefault(d => d.Name == names.Resolve(disk.Name))?.Size ?? 0;
        var isUsual = ReferenceEquals(disk, rootDisk) && !size.TakesRest && size.CutBytes(whole) == MaasStorageRules.BootMinimum;
        return isUsual ? null : disk;
    }

    /// <summary>The partitions of a disk, with what the firmware needs and without what a layout makes anyway.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="isBootDisk">Whether the machine boots from it.</param>
    /// <param name="isUefi">Whether it boots by UEFI from an EFI partition.</param>
    /// <param name="isByParts">Whether the root is made piece by piece.</param>
    public static IReadOnlyList<StoragePartition> Complete(StorageDevice disk, bool isBootDisk, bool isUefi, bool isByParts)
    {
        if (!isUefi)
            return disk.Partitions;
        if (!isByParts)
            return [.. disk.Partitions.Where(p => !IsOne(p))];
        if (!isBootDisk)
            return disk.Partitions;
        // The installer makes an EFI partition of what is bootable, which is what the firmware knows it by, and should of nothing else.
        var partitions = disk.Partitions.Select(p => p with { Bootable = IsOne(p) }).ToList();
        return partitions.Exists(IsOne) ? partitions : [Usual, .. partitions];
    }
}
