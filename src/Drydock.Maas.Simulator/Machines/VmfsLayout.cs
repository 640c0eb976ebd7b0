using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>What VMware ESXi wants: its boot partitions, and a datastore on the rest.</summary>
internal sealed class VmfsLayout(SimulatorState state, SimulatedMachine machine)
{
    private static readonly long[] System6 = [3145728, 4294967296, 261095424, 261095424, 114294784, 298844160, 2684354560];
    private static readonly long[] System7 = [105906176, 4293918720, 4293918720, 128848846336];

    private readonly LayoutVolumes _volumes = new(state, machine);

    public void Make(string layout, SimulatedBlockDevice disk)
    {
        disk.TableType = "GPT";
        foreach (var (size, index) in (layout == "vmfs7" ? System7 : System6).Select((size, index) => (size, index)))
            _volumes.AddExact(disk, size, bootable: index == 0);
        var extent = _volumes.AddPartition(disk, disk.AvailableSize, bootable: false);
        _volumes.AddDatastore("datastore1", extent);
    }
}
