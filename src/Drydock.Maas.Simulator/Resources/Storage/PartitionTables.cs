using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>Adds partitions to devices and takes them off.</summary>
internal static class PartitionTables
{
    public const string Gpt = "GPT";
    public const string Mbr = "MBR";

    private const int FirstLogical = 5;
    private static readonly long LargestOfMbr = StorageExtent.Cut(((1L << 32) - 1) * 512);

    /// <summary>A partition of whole extents; without a size it takes what is left.</summary>
    public static SimulatedPartition Add(SimulatorState state, SimulatedBlockDevice device, long? size = null, bool bootable = false)
    {
        device.TableType ??= Gpt;
        return AddExact(state, device, StorageExtent.Cut(size ?? Rest(device)), bootable, NextIndex(device));
    }

    /// <summary>What a partition without a size takes.</summary>
    public static long Rest(SimulatedBlockDevice device) =>
        device.TableType == Mbr ? Math.Min(device.UnpartitionedSize, LargestOfMbr) : device.UnpartitionedSize;

    public static SimulatedPartition AddExact(SimulatorState state, SimulatedBlockDevice device, long size, bool bootable, int index)
    {
        device.TableType ??= Gpt;
        var partition = new SimulatedPartition
        {
            Id = state.Ids.Next("partition"), Device = device, Index = index, Size = size, Bootable = bootable,
        };
        device.Partitions.Add(partition);
        return partition;
    }

    /// <summary>Those behind it move up; the table goes with the last one.</summary>
    public static void Remove(SimulatedPartition partition)
    {
        var device = partition.Device;
        device.Partitions.Remove(partition);
        foreach (var later in device.Partitions.Where(other => other.Index > partition.Index))
            later.Index--;
        if (device.Partitions.Count == 0)
            device.TableType = null;
    }

    /// <summary>Why a partition of the size cannot be added; null when it can.</summary>
    public static string? Problem(SimulatedBlockDevice device, long size) => size > device.UnpartitionedSize
        ? "Partition cannot be saved; not enough free space on the block device."
        : device.TableType == Mbr && size > LargestOfMbr
            ? "Partition cannot be saved; size is larger than the MBR 2TiB maximum."
            : null;

    private static int NextIndex(SimulatedBlockDevice device)
    {
        var next = device.Partitions.Select(partition => partition.Index).DefaultIfEmpty().Max() + 1;
        return device.TableType == Mbr && next == FirstLogical - 1 ? FirstLogical : next == 1 && HasLoaderInFront(device) ? 2 : next;
    }

    /// <summary>What a PC's BIOS needs comes first on every disk, what POWER needs on the one it boots from.</summary>
    private static bool HasLoaderInFront(SimulatedBlockDevice device) => device.TableType != Mbr && device.Machine.MainArchitecture switch
    {
        "ppc64el" => device.IsBootDisk,
        "amd64" => !device.Machine.Firmware.IsUefi && device.Group is null,
        _ => false,
    };
}
