using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>The pieces layouts are made of.</summary>
internal sealed class LayoutVolumes(SimulatorState state, SimulatedMachine machine)
{
    private const int DatastoreBlock = 1024;

    public static SimulatedFilesystem Mounted(string type, string? label, string mountPoint) =>
        SimulatedFilesystem.New(type) with { Label = label, MountPoint = mountPoint };

    public SimulatedPartition AddPartition(SimulatedBlockDevice disk, long? size, bool bootable) =>
        PartitionTables.Add(state, disk, size is { } asked ? Math.Min(StorageSizes.Cut(asked), disk.UnpartitionedSize) : null, bootable);

    public SimulatedDatastore AddDatastore(string name, IEnumerable<SimulatedVolume> extents)
    {
        var datastore = new SimulatedDatastore { Id = state.Ids.Next("filesystemgroup"), Name = name };
        foreach (var extent in extents)
            datastore.Extend(extent);
        machine.Datastores.Add(datastore);
        var device = VirtualDevices.Add(state, machine, datastore, name, datastore.Size);
        device.BlockSize = DatastoreBlock;
        device.Filesystem = Mounted(SimulatedDatastore.Filesystem, null, "/vmfs/volumes/" + name);
        return datastore;
    }
}
