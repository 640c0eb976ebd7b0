using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Finds the machine and the parts of it that a path names.</summary>
internal static class MachineLookup
{
    public static SimulatedMachine Machine(ApiCall call, string kind = "Machine") =>
        call.State.Nodes.Find(call.Route["id"]) as SimulatedMachine ?? throw Lookup.Missing(kind);

    /// <summary>The machine, unless a lock forbids the operation.</summary>
    public static SimulatedMachine Unlocked(ApiCall call)
    {
        var machine = Machine(call);
        return machine.Locked ? throw new ApiException(ApiResponse.Forbidden()) : machine;
    }

    public static SimulatedBlockDevice Device(ApiCall call, SimulatedMachine machine) =>
        machine.BlockDevices.Find(d => Lookup.Matches(call.Route["device"], d.Id, d.Name)) ?? throw Lookup.Missing("BlockDevice");

    public static SimulatedPartition Partition(ApiCall call, SimulatedBlockDevice device) =>
        device.Partitions.Find(p => Lookup.IsId(call.Route["partition"], p.Id)) ?? throw new ApiException(ApiResponse.NotFound(""));

    public static T Group<T>(ApiCall call, List<T> groups, string kind)
        where T : SimulatedGroup => groups.Find(g => Lookup.IsId(call.Route["group"], g.Id)) ?? throw Lookup.Missing(kind);

    /// <summary>The machine, if groups of volumes on it may be changed.</summary>
    public static SimulatedMachine Ready(ApiCall call, string what)
    {
        var machine = Machine(call);
        Require(machine, $"Cannot {what} because the machine is not Ready.", MachineStatus.Ready);
        return machine;
    }

    /// <summary>Only the owner and administrators may change a machine that has an owner.</summary>
    public static void RequireEdit(ApiCall call, SimulatedMachine machine)
    {
        if (!call.SignedUser.IsSuperuser && machine.Owner is not null && machine.Owner != call.SignedUser)
            throw new ApiException(ApiResponse.Forbidden());
    }

    /// <summary>Leaves with 409 unless the machine is in one of the statuses.</summary>
    public static void Require(SimulatedMachine machine, string text, params MachineStatus[] statuses)
    {
        if (!statuses.Contains(machine.Status))
            throw new ApiException(ApiResponse.Conflict(text));
    }
}
