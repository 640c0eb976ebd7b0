using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Storage;

/// <summary>How MAAS cuts sizes, and what it keeps for itself (seen in its answers).</summary>
internal static class StorageSpace
{
    /// <summary>Partitions, physical volumes and logical volumes are whole multiples of this.</summary>
    public const long Extent = 4L << 20;

    /// <summary>By how much what fills a device may differ from what was worked out: firmware and tables take a few megabytes.</summary>
    public const long Tolerance = 4 * Extent;

    /// <summary>The smallest boot partition a layout accepts, and the EFI partition it reserves.</summary>
    public const long BootMinimum = 512L << 20;

    /// <summary>The smallest root a layout accepts.</summary>
    public const long RootMinimum = 3L << 30;

    private const long TableOverhead = 5L << 20;

    /// <summary>The size MAAS will make of a size asked for.</summary>
    public static long Cut(long size) => size / Extent * Extent;

    /// <summary>Bytes of a disk that partitions can have.</summary>
    /// <param name="size">Size of the disk in bytes.</param>
    /// <param name="isBootDisk">Whether a layout also puts there what the machine's firmware boots from.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="listsBoot">Whether the design has a boot partition there, so that no layout adds one.</param>
    public static long Partitionable(long size, bool isBootDisk, Machine machine, bool listsBoot = false)
    {
        var isAdded = isBootDisk && (Firmware.NeedsEfiPartition(machine) || (Firmware.NeedsBootPartition(machine) && !listsBoot));
        return Cut(Math.Max(0, size - TableOverhead - Firmware.TableOverhead(machine) - (isAdded ? BootMinimum : 0)));
    }

    /// <summary>The largest root a layout accepts: room for an EFI partition is kept even where none is made.</summary>
    public static long LayoutMaximum(long size, Machine machine) =>
        Cut(Math.Max(0, size - TableOverhead - BootMinimum - Firmware.TableOverhead(machine)));

    /// <summary>
    /// The largest root size, and size of its volume, that a layout's form takes: it counts an EFI and a boot partition always.
    /// </summary>
    public static long LayoutLimit(long size) => Cut(Math.Max(0, size - (2 * BootMinimum)));

    /// <summary>
    /// Bytes of a volume group over physical volumes of these sizes: the whole extents of all of them together, less one each for its header.
    /// </summary>
    public static long VolumeGroup(IEnumerable<long> physicalVolumes)
    {
        var sizes = physicalVolumes.ToList();
        return Math.Max(0, Cut(sizes.Sum()) - (sizes.Count * Extent));
    }
}
