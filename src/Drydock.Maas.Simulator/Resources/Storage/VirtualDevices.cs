using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>The devices groups make, and what goes with a device or a group.</summary>
internal static class VirtualDevices
{
    private const int LogicalBlock = 4096;

    public static SimulatedBlockDevice AddVolume(
        SimulatorState state, SimulatedMachine machine, SimulatedVolumeGroup group, string name, string? uuid, long size)
    {
        var volume = Add(state, machine, group, name, size);
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

    /// <summary>The one device of a RAID, bcache or datastore.</summary>
    public static SimulatedBlockDevice Find(SimulatedMachine machine, SimulatedGroup group) =>
        machine.BlockDevices.First(device => device.Group == group);

    /// <exception cref="ApiException">400: another device of the machine has the name.</exception>
    public static void DemandFree(SimulatedMachine machine, string name, SimulatedGroup? self = null)
    {
        if (machine.BlockDevices.Exists(device => device.Name == name && (self is null || device.Group != self)))
            throw new ApiException(NameTaken());
    }

    public static ApiResponse NameTaken() =>
        ApiResponse.BareInvalid("__all__", "Block device with this Node config and Name already exists.");

    /// <exception cref="ApiException">400: it is a part of a group.</exception>
    public static void DemandNoMember(SimulatedBlockDevice device)
    {
        if (device.MemberOf is { NiceName: { } kind })
            throw new ApiException(ApiResponse.Text(400, $"Cannot delete block device because its part of a {kind}."));
    }

    /// <summary>Gives the devices of groups the names and sizes that follow from the groups, the lowest first.</summary>
    public static void Resize(SimulatedMachine machine)
    {
        foreach (var device in machine.BlockDevices.Where(device => device.Group is not null).OrderBy(device => device.Id))
        {
            if (device.Group is null or SimulatedVolumeGroup)
                continue;
            device.Name = device.Group.Name;
            device.Size = device.Group switch
            {
                SimulatedRaid raid => raid.Size,
                SimulatedDatastore datastore => datastore.Size,
                _ => device.Group.AllMembers.Sum(member => member.Size),
            };
        }
    }

    /// <summary>The device goes with what is on it, and the group that it is the one device of.</summary>
    public static void Remove(SimulatedBlockDevice device)
    {
        var machine = device.Machine;
        machine.BlockDevices.Remove(device);
        if (machine.BootDisk == device)
            machine.BootDisk = null;
        foreach (var volume in device.Partitions.Prepend<SimulatedVolume>(device))
            Free(machine, volume);
        if (device.Group is SimulatedVolumeGroup group)
            group.Volumes.Remove(device);
        else if (device.Group is { } made)
            RemoveGroup(machine, made);
    }

    /// <summary>The group goes with its devices, and frees its members.</summary>
    public static void RemoveGroup(SimulatedMachine machine, SimulatedGroup group)
    {
        if (!machine.Forget(group))
            return;
        foreach (var device in machine.BlockDevices.FindAll(device => device.Group == group))
            Remove(device);
        foreach (var member in group.AllMembers.ToList())
            group.Leave(member);
    }

    /// <summary>Groups that have lost their last member are gone, too.</summary>
    public static void Free(SimulatedMachine machine, SimulatedVolume volume)
    {
        if (volume.MemberOf is not { } group)
            return;
        group.Leave(volume);
        if (!group.AllMembers.Any())
            RemoveGroup(machine, group);
    }
}
