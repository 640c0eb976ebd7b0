using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>Finds the disks, partitions and groups a path names, by number or by name.</summary>
internal static class VolumeLookup
{
    /// <summary>The device; of a machine there is none of, too, MAAS says only that there is no such device.</summary>
    public static SimulatedBlockDevice Device(ApiCall call)
    {
        var devices = (call.State.Nodes.Find(call.Route["id"]) as SimulatedMachine)?.BlockDevices;
        var name = call.Route["device"];
        return (IsNumber(name) ? devices?.Find(device => Lookup.IsId(name, device.Id)) : devices?.Find(device => device.Name == name))
            ?? throw Lookup.Missing("BlockDevice");
    }

    public static SimulatedBlockDevice DeviceToView(ApiCall call)
    {
        var device = Device(call);
        return NodeRights.Demand(device, NodeRights.CanView(call.User, device.Machine));
    }

    public static SimulatedBlockDevice DeviceToEdit(ApiCall call)
    {
        var device = Device(call);
        return NodeRights.Demand(device, NodeRights.CanEdit(call.User, device.Machine));
    }

    public static SimulatedBlockDevice DeviceToAdminister(ApiCall call)
    {
        var device = Device(call);
        return NodeRights.Demand(device, NodeRights.CanAdminister(call.User, device.Machine));
    }

    /// <summary>A partition of any of the machine's devices; <c>sda-part1</c> is one as well as its number.</summary>
    public static SimulatedPartition Partition(ApiCall call, SimulatedBlockDevice device)
    {
        var name = call.Route["partition"];
        var partitions = device.Machine.BlockDevices.SelectMany(other => other.Partitions);
        return partitions.FirstOrDefault(part => IsNumber(name) ? Lookup.IsId(name, part.Id) : part.Name == name)
            ?? throw new ApiException(ApiResponse.NotFound(""));
    }

    /// <summary>A group of whatever machine; on another machine it is not found without a word.</summary>
    public static (SimulatedMachine Machine, T Group) Group<T>(ApiCall call, Func<SimulatedMachine, List<T>> groupsOf, string kind)
        where T : SimulatedGroup
    {
        var name = call.Route["group"];
        foreach (var machine in call.State.Nodes.OfType<SimulatedMachine>())
        {
            if (groupsOf(machine).Find(group => IsNumber(name) ? Lookup.IsId(name, group.Id) : group.Name == name) is { } found)
                return machine.SystemId == call.Route["id"] ? (machine, found) : throw new ApiException(ApiResponse.NotFound(""));
        }

        throw Lookup.Missing(kind);
    }

    public static bool IsNumber(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
