namespace Drydock.Maas.Simulator.State;

/// <summary>MAAS's rounding of sizes.</summary>
internal static class StorageSizes
{
    private const long Table = 5L << 20;
    private const long BiosGrub = 1L << 20;
    private const long Prep = 8L << 20;

    public static long Cut(long size) => StorageExtent.Cut(size);

    /// <summary>Whole extents of a volume group's members, less one per member for its header.</summary>
    public static long OfGroup(IEnumerable<SimulatedVolume> members) => StorageExtent.VolumeGroup(members.Select(m => m.Size));

    /// <summary>What tables and boot loader take; here how the machine booted last counts alone.</summary>
    public static long TableOverhead(SimulatedBlockDevice device) => Table + device.Machine.MainArchitecture switch
    {
        "ppc64el" => Prep,
        "amd64" when device.Machine.BiosBootMethod != "uefi" => BiosGrub,
        _ => 0,
    };
}
