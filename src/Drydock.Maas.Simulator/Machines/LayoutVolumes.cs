using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>The pieces layouts are made of.</summary>
internal sealed class LayoutVolumes(SimulatorState state, SimulatedMachine machine)
{
    private const int DatastoreBlock = 1024;

    public static SimulatedFilesystem Mounted(string type, string? label, string mountPoint) =>
        SimulatedFilesystem.New(type) with { Label = label, MountPoint = mountPoint };

    public SimulatedPartition AddPartition(SimulatedBlockDevice disk, long size, bool bootable)
    {
        disk.TableType ??= "GPT";
        return AddExact(disk, Math.Min(StorageSizes.Cut(size), disk.AvailableSize), bootable);
    }

    /// <summary>A partition whose size is no multiple of what MAAS otherwise keeps to.</summary>
    public SimulatedPartition AddExact(SimulatedBlockDevice disk, long size, bool bootable)
    {
        var partition = new SimulatedPartition { Id = state.Ids.Next("partition"), Device = disk, Size = size, Bootable = bootable };
        disk.Partitions.Add(partition);
        return partition;
    }

    public SimulatedBlockDevice AddDatastore(string name, SimulatedPartition extent)
    {
        var datastore = new SimulatedDatastore { Id = state.Ids.Next("filesystemgroup"), Name = name };
        datastore.Extend(extent);
        var device = VirtualDevices.Add(state, machine, datastore, name, extent.Size);
        device.BlockSize = DatastoreBlock;
        device.Filesystem = Mounted("vmfs6", null, "/vmfs/volumes/" + name);
        return device;
    }
}
