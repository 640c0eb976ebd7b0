using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources;

/// <summary>Finds the machine a path names for whoever may do with it what is asked.</summary>
internal static class MachineLookup
{
    private const string Machine = "Machine";

    /// <exception cref="ApiException">404, or 403 to who may not see it.</exception>
    public static SimulatedMachine ToView(ApiCall call, string kind = Machine) =>
        Find(call, kind) is var machine ? NodeRights.Demand(machine, NodeRights.CanView(call.User, machine)) : machine;

    /// <exception cref="ApiException">404, or 403 when it is another's or locked.</exception>
    public static SimulatedMachine ToEdit(ApiCall call) =>
        Find(call, Machine) is var machine ? NodeRights.Demand(machine, NodeRights.CanEdit(call.User, machine)) : machine;

    /// <exception cref="ApiException">404, or 403 to all but administrators, and to them while it is locked.</exception>
    public static SimulatedMachine ToAdminister(ApiCall call, string kind = Machine) =>
        Find(call, kind) is var machine ? NodeRights.Demand(machine, NodeRights.CanAdminister(call.User, machine)) : machine;

    /// <exception cref="ApiException">404, or 403 to all but administrators.</exception>
    public static SimulatedMachine ToReadSecrets(ApiCall call, string kind = Machine) =>
        Find(call, kind) is var machine ? NodeRights.Demand(machine, call.User is { IsSuperuser: true }) : machine;

    /// <exception cref="ApiException">404, or 403 when it is another's.</exception>
    public static SimulatedMachine ToLock(ApiCall call) =>
        Find(call, Machine) is var machine ? NodeRights.Demand(machine, NodeRights.CanLock(call.User, machine)) : machine;

    /// <summary>Any kind of node.</summary>
    /// <exception cref="ApiException">404, or 403 to who may not see it.</exception>
    public static SimulatedNode NodeToView(ApiCall call)
    {
        var node = call.State.Nodes.Find(call.Route["id"]) ?? throw Lookup.Missing("Node");
        return NodeRights.Demand(node, NodeRights.CanView(call.User, node));
    }

    /// <summary>Any kind of node.</summary>
    /// <exception cref="ApiException">404, or 403 when it is another's or locked.</exception>
    public static SimulatedNode NodeToEdit(ApiCall call)
    {
        var node = call.State.Nodes.Find(call.Route["id"]) ?? throw Lookup.Missing("Node");
        return NodeRights.Demand(node, NodeRights.CanEdit(call.User, node));
    }

    /// <summary>Leaves with 409 unless the machine is in one of the statuses.</summary>
    public static void Require(SimulatedMachine machine, string text, params MachineStatus[] statuses)
    {
        if (!statuses.Contains(machine.Status))
            throw new ApiException(ApiResponse.Conflict(text));
    }

    /// <summary>Leaves with 409 when there is no way from the machine's status to that of the operation.</summary>
    public static void RequireTransition(SimulatedMachine machine, MachineOperation operation) => Require(
        machine,
        $"Invalid transition: {machine.Status.GetName()} -> {operation.To[0].GetName()}.",
        operation.From);

    private static SimulatedMachine Find(ApiCall call, string kind) =>
        call.State.Nodes.Find(call.Route["id"]) as SimulatedMachine ?? throw Lookup.Missing(kind);
}
