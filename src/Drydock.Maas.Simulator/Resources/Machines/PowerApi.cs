using System.Text.Json.Nodes;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>Switching machines on and off, and asking how they are.</summary>
internal sealed class PowerApi : IApiModule
{
    private const string One = "machines/{id}/";
    private const string NoAnswer = "Could not contact node's BMC: Connection timed out while performing power action.";

    public void Register(Router router)
    {
        router.Map("GET", One, "query_power_state", Query);
        router.Map("POST", One, "power_on", On);
        router.Map("POST", One, "power_off", Off);
    }

    /// <summary>What the controller says, which MAAS believes from then on; it knows nothing of machines switched by hand.</summary>
    private static ApiResponse Query(ApiCall call)
    {
        var machine = MachineLookup.ToView(call);
        if (machine.PowerType.Length == 0)
            return ApiResponse.Unavailable("No BMC is defined.  Cannot power control node.");
        RackRequirements.RequirePower(call.State, machine);
        var power = ReadPower(call.State, machine);
        if (machine.PowerState != power)
            new PowerReports(call.State).Take(machine, power);
        return ApiResponse.Json(new JsonObject { ["state"] = power });
    }

    /// <summary>That a controller does not answer is noted, and stays the machine's status message when it answers again.</summary>
    private static string ReadPower(SimulatorState state, SimulatedMachine machine)
    {
        if (machine.PowerType == "manual" || machine.HasUnclearPower)
            return "unknown";
        if (state.Strike(SimulatorFaultKind.PowerFailure, machine) is not { } fault)
            return machine.IsRunning ? "on" : "off";
        if (state.Rules.SwitchesPowerBeforeAnswering)
            throw new ApiException(ApiResponse.Text(500, fault.Message ?? state.Rules.NoPowerAnswer));
        new StatusChanges(state).Note(machine, SimulatedEvent.Warning, "Failed to query node's BMC", fault.Message ?? NoAnswer);
        return "error";
    }

    /// <summary>Switching on an allocated machine deploys it.</summary>
    private static ApiResponse On(ApiCall call)
    {
        var machine = MachineLookup.ToEdit(call);
        if (machine.Owner is null)
            return ApiResponse.Conflict("Can't start node: it hasn't been allocated.");
        var options = BridgeOptions.ReadWhenStarting(call.Post);
        new MachineStart(call, machine).Start(options);
        return MachineApi.Render(call, machine);
    }

    /// <summary>Any stop mode but <c>soft</c> is a hard one; machines switched by hand answer null.</summary>
    private static ApiResponse Off(ApiCall call)
    {
        var machine = MachineLookup.ToEdit(call);
        if (machine.PowerType is "manual" or "")
            return ApiResponse.Json(null);
        RackRequirements.RequirePower(call.State, machine);
        var changes = new StatusChanges(call.State);
        changes.NoteRequest(machine, call.SignedUser, "User powering down node", call.Post.Get("comment"), "stop");
        changes.Power(machine, "off");
        return MachineApi.Render(call, machine);
    }
}

/// <summary>News of the power of machines, and the changes of status that follow.</summary>
internal sealed class PowerReports(SimulatorState state)
{
    private readonly StatusChanges _changes = new(state);

    /// <summary>Ends what waited for it: a release, the way out of rescue mode.</summary>
    public void Take(SimulatedMachine machine, string power)
    {
        var changed = machine.PowerState != power;
        machine.PowerState = power;
        if (machine.Status == MachineStatus.Releasing && power == "off")
            new MachineRelease(state).End(machine);
        else if (machine.Status == MachineStatus.ExitingRescueMode)
            RescueApi.End(_changes, machine, power);
        if (changed && power == "off" && !StatusGroups.KeepsAddresses.Contains(machine.Status))
            InterfaceRelease.Run(machine);
    }
}
