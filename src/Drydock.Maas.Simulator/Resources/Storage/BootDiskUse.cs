using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>The use of the disk a machine boots from: nothing lies on it but partitions.</summary>
internal static class BootDiskUse
{
    public const string NoFilesystem =
        "Cannot place filesystem directly on the boot disk. Create a partition on the boot disk first and then format the partition.";

    /// <summary>In the boot disk's place a partition of the whole of it, which is made; other devices as they are.</summary>
    public static SimulatedVolume Replace(SimulatorState state, SimulatedVolume volume) =>
        volume is SimulatedBlockDevice { IsBootDisk: true } disk ? PartitionTables.Add(state, disk) : volume;

    /// <summary>Makes a disk the one to boot from; what it was formatted with is dropped.</summary>
    /// <exception cref="ApiException">400: it is a part of something.</exception>
    public static void Choose(SimulatedBlockDevice disk)
    {
        if (disk.EffectiveFilesystem is { IsFormat: false } && disk.MemberOf is { } group)
        {
            var use = group is SimulatedCacheSet ? $"cache set '{group.Name}'" : $"{group.NiceName} '{group.Name}'";
            throw new ApiException(
                ApiResponse.BareInvalid("boot_disk", $"Cannot be set as the boot disk; already in-use in {use}."));
        }

        disk.EffectiveFilesystem = null;
        disk.Machine.BootDisk = disk;
    }
}
