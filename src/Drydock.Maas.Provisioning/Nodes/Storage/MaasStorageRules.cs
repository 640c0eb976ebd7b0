using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Rules by which MAAS cuts sizes and keeps space for itself (seen in its answers).</summary>
internal static class MaasStorageRules
{
    /// <summary>By how much what fills a device may differ from what was worked out: firmware and tables take a few megabytes.</summary>
    public const long Tolerance = 4 * StorageExtent.Bytes;

    /// <summary>The smallest boot partition a layout accepts, and the EFI partition it reserves.</summary>
    public const long BootMinimum = 512L << 20;

    /// <summary>The smallest root a layout accepts.</summary>
    public const long RootMinimum = 3L << 30;

    /// <summary>Bytes of a disk that partitions can have.</summary>
    /// <param name="size">Size of the disk in bytes.</param>
    /// <param name="isBootDisk">Whether a layout also puts there what the machine's firmware boots from.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="listsBoot">Whether the design has a boot partition there, so that no layout adds one.</param>
    public static long Partitionable(long size, bool isBootDisk, Machine machine, bool listsBoot = false)
    {
        var isAdded = isBootDisk && (machine.Firmware.NeedsEfiPartition || (machine.Firmware.NeedsBootPartition && !listsBoot));
        return StorageExtent.Cut(Math.Max(0, size - machine.Firmware.TableOverhead - (isAdded ? BootMinimum : 0)));
    }

    /// <summary>The largest root a layout accepts: room for an EFI partition is kept even where none is made.</summary>
    public static long LayoutMaximum(long size, Machine machine) =>
        StorageExtent.Cut(Math.Max(0, size - machine.Firmware.TableOverhead - BootMinimum));

    /// <summary>
    /// The largest root size, and size of its volume, that a layout's form takes: it counts an EFI and a boot partition always.
    /// </summary>
    public static long LayoutLimit(long size) => StorageExtent.Cut(Math.Max(0, size - (2 * BootMinimum)));
}
