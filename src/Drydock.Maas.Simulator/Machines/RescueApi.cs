using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>op=rescue_mode</c> and <c>exit_rescue_mode</c>.</summary>
internal sealed class RescueApi : IApiModule
{
    private const string One = "machines/{id}/";

    public static readonly TimeSpan Boot = TimeSpan.FromSeconds(60);

    public void Register(Router router)
    {
        router.Map("POST", One, "rescue_mode", Enter);
        router.Map("POST", One, "exit_rescue_mode", Leave);
    }

    private static ApiResponse Enter(ApiCall call)
    {
        var machine = Editable(call);
        StatusRules.RequireTransition(machine, MachineStatus.EnteringRescueMode, StatusRules.Rescuable);
        RackCalls.RequirePower(call.State, machine);
        var changes = new StatusChanges(call.State);
        changes.Announce(machine, MachineStatus.EnteringRescueMode);
        machine.StatusBeforeRescue = machine.PreviousStatus;
        machine.Owner ??= call.SignedUser;
        changes.Power(machine, "on", HappeningKind.RescueBoots);
        return MachineApi.Render(call, machine);
    }

    /// <summary>The machine goes back to what it was; only a deployed one stays on.</summary>
    private static ApiResponse Leave(ApiCall call)
    {
        var machine = Editable(call);
        StatusRules.RequireTransition(machine, MachineStatus.ExitingRescueMode, StatusRules.InRescue);
        RackCalls.RequirePower(call.State, machine);
        StatusChanges.Set(machine, MachineStatus.ExitingRescueMode);
        var stays = machine.StatusBeforeRescue == MachineStatus.Deployed;
        new StatusChanges(call.State).Power(machine, stays ? "on" : "off", HappeningKind.RescueModeLeft);
        return MachineApi.Render(call, machine);
    }

    public static void End(SimulatorState state, SimulatedMachine machine)
    {
        new StatusChanges(state).Announce(machine, machine.StatusBeforeRescue, "Exited rescue mode");
        if (machine.Status is not (MachineStatus.Deployed or MachineStatus.Allocated))
            machine.Owner = null;
    }

    private static SimulatedMachine Editable(ApiCall call)
    {
        var machine = MachineLookup.Unlocked(call);
        MachineLookup.RequireEdit(call, machine);
        return machine;
    }
}
