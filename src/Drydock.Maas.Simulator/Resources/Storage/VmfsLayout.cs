using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>The layout for VMware ESXi: its boot partitions, and a datastore on the rest.</summary>
internal sealed class VmfsLayout(SimulatorState state, SimulatedMachine machine)
{
    private const long MiB = 1L << 20;

    /// <summary>The partitions of each layout by number and size; the one without a size is the datastore's.</summary>
    private static readonly (string Layout, (int Index, long Size)[] Parts)[] Known =
    [
        ("vmfs6", [(1, 3 * MiB), (2, 4096 * MiB), (3, 0), (5, 249 * MiB), (6, 249 * MiB), (7, 109 * MiB), (8, 285 * MiB), (9, 2560 * MiB)]),
        ("vmfs7", [(1, 100 * MiB), (5, 4095 * MiB), (6, 4095 * MiB), (7, 25_662_832_128), (8, 0)]),
        ("vmfs7", [(1, 105 * MiB), (5, 1074 * MiB), (6, 1074 * MiB), (7, 8704 * MiB), (8, 0)]),
    ];

    private readonly LayoutVolumes _volumes = new(state, machine);

    public static bool IsOn(SimulatedMachine machine) => machine.Disks.Any(disk => GetLayout(disk) is not null);

    /// <summary>Whether ESXi boots from the partition, so that it has to stay as it is.</summary>
    public static bool IsBase(SimulatedPartition partition) => GetLayout(partition.Device) is { } layout && partition.Index <= LastBase(layout);

    /// <summary>MAAS lists the datastore's partition last, since it sizes it when all others are there.</summary>
    public void Make(string layout, SimulatedBlockDevice disk, long? rootSize)
    {
        SimulatedPartition? extent = null;
        foreach (var (index, size) in Known.First(known => known.Layout == layout).Parts)
        {
            var partition = PartitionTables.AddExact(state, disk, size, bootable: index == 1, index);
            extent = size == 0 ? partition : extent;
        }

        disk.Partitions.Remove(extent!);
        disk.Partitions.Add(extent!);
        extent!.Size = StorageExtent.Cut(rootSize ?? disk.UnpartitionedSize);
        _volumes.AddDatastore("datastore1", [extent]);
    }

    /// <summary>The number of the last of the partitions that a layout begins with.</summary>
    private static int LastBase(string layout) => layout == "vmfs7" ? 7 : 9;

    /// <summary>MAAS goes by the sizes of all but the last, which it does not look at.</summary>
    private static string? GetLayout(SimulatedBlockDevice disk)
    {
        var parts = disk.Partitions.OrderBy(partition => partition.Id).ToList();
        return disk.TableType != PartitionTables.Gpt
            ? null
            : Known.Where(known => parts.Count >= known.Parts.Length && Begins(parts, known.Parts[..^1])).Select(known => known.Layout)
                .FirstOrDefault();
    }

    private static bool Begins(List<SimulatedPartition> parts, (int Index, long Size)[] known) => parts.Zip(known).All(
        pair => pair.First.Bootable == (pair.Second.Index == 1) && (pair.Second.Size == 0 || pair.First.Size == pair.Second.Size));
}
