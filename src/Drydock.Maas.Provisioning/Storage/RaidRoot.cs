using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Storage;

/// <summary>
/// A root on a RAID, itself or by way of its volume group: no layout of MAAS's makes one, so that it is put together piece by piece.
/// </summary>
internal static class RaidRoot
{
    /// <summary>What a layout gives a machine that boots by UEFI, and such a root needs too.</summary>
    private static readonly StoragePartition Efi = new()
    {
        Name = "boot-efi",
        Size = "512mi",
        Bootable = true,
        Filesystem = new FilesystemSettings { Type = "fat32", MountPoint = Firmware.EfiPlace, MountOptions = "defaults", Label = "efi" },
    };

    /// <summary>
    /// The RAIDs that the root is on; empty when a layout makes it. Throws when one takes whole disks, from which no machine boots.
    /// </summary>
    public static IReadOnlyList<StorageRaid> Of(DrydockNode node)
    {
        var raids = node.Raids.Where(node.HasRoot).ToList();
        return raids.Find(r => r.Members.Any(m => !m.Contains('/'))) is not { } whole ? raids : throw new NodeException(
            NodeErrorIds.StorageNotPossible,
            $"The root of node {node.Name} is on RAID {whole.Name}, which takes disks whole; machines boot from partitions. "
            + "Give each disk a partition for it.");
    }

    /// <summary>The disk to boot from: with the EFI partition of the design, else with /boot, else that of the first member.</summary>
    public static StorageDevice BootDisk(DrydockNode node, IReadOnlyList<StorageRaid> raids) =>
        node.StorageDevices.FirstOrDefault(d => d.Partitions.Any(p => p.Filesystem?.MountPoint == Firmware.EfiPlace))
        ?? node.StorageDevices.FirstOrDefault(d => d.Partitions.Any(p => p.Filesystem?.MountPoint == "/boot"))
        ?? node.StorageDevices.FirstOrDefault(d => raids[0].Devices[0].StartsWith($"{d.Name}/", StringComparison.Ordinal))
        ?? throw DesiredDeviceReader.Invalid(
            node, $"RAID {raids[0].Name} has the member {raids[0].Devices[0]}, which is no partition of its physical devices");

    /// <summary>The partitions of a disk, with what the firmware needs and without what a layout makes anyway.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="isBootDisk">Whether the machine boots from it.</param>
    /// <param name="isUefi">Whether it boots by UEFI from an EFI partition.</param>
    /// <param name="isOnRaid">Whether the root is on a RAID.</param>
    public static IReadOnlyList<StoragePartition> Partitions(StorageDevice disk, bool isBootDisk, bool isUefi, bool isOnRaid)
    {
        var own = disk.Partitions.Where(p => p.Filesystem?.MountPoint == Firmware.EfiPlace).ToList();
        if (!isUefi || (isOnRaid && (!isBootDisk || own.Count > 0)))
            return disk.Partitions;
        return isOnRaid ? [Efi, .. disk.Partitions] : [.. disk.Partitions.Except(own)];
    }
}
