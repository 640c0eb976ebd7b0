using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>The devices groups make.</summary>
internal static class VirtualDevices
{
    private const int LogicalBlock = 4096;

    public static SimulatedBlockDevice AddVolume(
        SimulatorState state, SimulatedMachine machine, SimulatedVolumeGroup group, string name, string? uuid, long size)
    {
        var volume = Add(state, machine, group, $"{group.Name}-{name}", size);
        volume.BlockSize = LogicalBlock;
        volume.Uuid = uuid ?? volume.Uuid;
        group.Volumes.Add(volume);
        return volume;
    }

    public static SimulatedBlockDevice Add(SimulatorState state, SimulatedMachine machine, SimulatedGroup group, string name, long size)
    {
        var device = new SimulatedBlockDevice
        {
            Id = state.Ids.Next("blockdevice"),
            Machine = machine,
            Name = name,
            Size = size,
            Group = group,
        };
        machine.BlockDevices.Add(device);
        return device;
    }

    /// <summary>The one device of a RAID or bcache.</summary>
    public static SimulatedBlockDevice Of(SimulatedMachine machine, SimulatedGroup group) =>
        machine.BlockDevices.First(device => device.Group == group);

    public static void Remove(SimulatedMachine machine, SimulatedGroup group) =>
        machine.BlockDevices.RemoveAll(device => device.Group == group);
}
