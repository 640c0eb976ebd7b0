using System.Text.Json.Nodes;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Switching machines on and off, and asking how they are.</summary>
internal sealed class PowerApi : IApiModule
{
    private const string One = "machines/{id}/";

    public void Register(Router router)
    {
        router.Map("GET", One, "query_power_state", Query);
        router.Map("POST", One, "power_on", On);
        router.Map("POST", One, "power_off", Off);
    }

    /// <summary>What the controller says, which MAAS believes from then on; it knows nothing of machines switched by hand.</summary>
    private static ApiResponse Query(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        RackCalls.RequirePower(call.State, machine);
        var state = call.State.Faults.Strike(SimulatorFaultKind.PowerFailure, machine) is not null
            ? "error" : machine.PowerType == "manual" ? "unknown" : Told(machine);
        machine.PowerState = state;
        return ApiResponse.Json(new JsonObject { ["state"] = state });
    }

    private static string Told(SimulatedMachine machine) =>
        machine.PowerState is "on" or "off" ? machine.PowerState : machine.IsRunning ? "on" : "off";

    /// <summary>Switching on an allocated machine deploys it.</summary>
    private static ApiResponse On(ApiCall call)
    {
        var machine = Editable(call);
        if (machine.Owner is null)
            return ApiResponse.Conflict("Can't start node: it hasn't been allocated.");
        if (machine.Status == MachineStatus.Allocated)
            return LifecycleApi.Deploy(call);
        RackCalls.RequirePower(call.State, machine);
        new StatusChanges(call.State).Power(machine, "on");
        return MachineApi.Render(call, machine);
    }

    /// <summary>Any stop mode but <c>soft</c> is a hard one; machines switched by hand answer null.</summary>
    private static ApiResponse Off(ApiCall call)
    {
        var machine = Editable(call);
        if (machine.PowerType == "manual")
            return ApiResponse.Json(null);
        RackCalls.RequirePower(call.State, machine);
        new StatusChanges(call.State).Power(machine, "off");
        return MachineApi.Render(call, machine);
    }

    private static SimulatedMachine Editable(ApiCall call)
    {
        var machine = MachineLookup.Unlocked(call);
        MachineLookup.RequireEdit(call, machine);
        return machine;
    }
}
