using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Putting volume groups together.</summary>
internal static class VolumeGroups
{
    public static void Join(SimulatedVolumeGroup group, SimulatedVolume member)
    {
        member.MemberOf = group;
        member.Filesystem = new("lvm-pv", Guid.NewGuid().ToString());
        group.Members.Add(member);
    }

    public static void Leave(SimulatedVolumeGroup group, SimulatedVolume member)
    {
        member.MemberOf = null;
        member.Filesystem = null;
        group.Members.Remove(member);
    }

    public static SimulatedBlockDevice AddVolume(
        SimulatorState state, SimulatedMachine machine, SimulatedVolumeGroup group, string name, string? uuid, long size)
    {
        var volume = new SimulatedBlockDevice
        {
            Id = state.Ids.Next("blockdevice"),
            Machine = machine,
            Name = $"{group.Name}-{name}",
            Size = size,
            Group = group,
        };
        if (uuid is not null)
            volume.Uuid = uuid;
        group.Volumes.Add(volume);
        machine.BlockDevices.Add(volume);
        return volume;
    }
}
