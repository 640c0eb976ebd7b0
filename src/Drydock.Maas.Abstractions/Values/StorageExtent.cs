namespace Drydock.Maas.Values;

/// <summary>The unit in which MAAS hands out storage, 4 MiB: partitions and logical volumes are whole multiples of it.</summary>
internal static class StorageExtent
{
    /// <summary>Its bytes.</summary>
    public const long Bytes = 4L << 20;

    /// <summary>The size MAAS will make of a size asked for.</summary>
    public static long Cut(long size) => size / Bytes * Bytes;

    /// <summary>
    /// Bytes of a volume group over physical volumes of these sizes: the whole extents of all of them together, less one each for its header.
    /// </summary>
    public static long VolumeGroup(IEnumerable<long> physicalVolumes)
    {
        var sizes = physicalVolumes.ToList();
        return Math.Max(0, Cut(sizes.Sum()) - (sizes.Count * Bytes));
    }
}
