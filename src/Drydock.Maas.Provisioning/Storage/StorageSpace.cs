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
    private const long BiosGrub = 1L << 20;

    /// <summary>The size MAAS will make of a size asked for.</summary>
    public static long Cut(long size) => size / Extent * Extent;

    /// <summary>Bytes of a disk that partitions can have.</summary>
    /// <param name="size">Size of the disk in bytes.</param>
    /// <param name="isBootDisk">Whether a layout also puts an EFI partition there, if the machine boots by UEFI.</param>
    /// <param name="isUefi">Whether it does; otherwise each disk has what BIOS needs.</param>
    public static long Partitionable(long size, bool isBootDisk, bool isUefi)
    {
        var boot = !isUefi ? BiosGrub : isBootDisk ? BootMinimum : 0;
        return Cut(Math.Max(0, size - TableOverhead - boot));
    }

    /// <summary>The largest root a layout accepts: room for an EFI partition is kept even where none is made.</summary>
    public static long LayoutMaximum(long size, bool isUefi) =>
        Cut(Math.Max(0, size - TableOverhead - BootMinimum - (isUefi ? 0 : BiosGrub)));

    /// <summary>
    /// The largest root size, and size of its volume, that a layout's form takes: it counts an EFI and a boot partition always.
    /// </summary>
    public static long LayoutLimit(long size) => Cut(Math.Max(0, size - (2 * BootMinimum)));

    /// <summary>Bytes of a volume group over physical volumes of these sizes.</summary>
    public static long VolumeGroup(IEnumerable<long> physicalVolumes) => physicalVolumes.Sum(s => Math.Max(0, Cut(s) - Extent));
}
