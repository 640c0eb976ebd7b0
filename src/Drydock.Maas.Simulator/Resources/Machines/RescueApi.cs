using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary><c>op=rescue_mode</c> and <c>exit_rescue_mode</c>.</summary>
internal sealed class RescueApi : IApiModule
{
    private const string One = "machines/{id}/";

    public void Register(Router router)
    {
        router.Map("POST", One, "rescue_mode", Enter);
        router.Map("POST", One, "exit_rescue_mode", Leave);
    }

    /// <summary>
    /// What the power controller says ends the way out of rescue mode; only a machine that was deployed is expected to run then.
    /// </summary>
    public static void End(StatusChanges changes, SimulatedMachine machine, string power)
    {
        var stage = MachineLifecycle.GetStage(MachineStatus.ExitingRescueMode);
        var before = stage.Next(machine);
        if (power != (before == MachineStatus.Deployed ? "on" : "off"))
        {
            changes.Announce(machine, stage.Failed, "Failed exiting rescue mode");
            return;
        }

        changes.Announce(machine, before, "Exited rescue mode");
        if (before != MachineStatus.Deployed)
            machine.Owner = null;
    }

    /// <summary>MAAS waits so long for a machine to leave rescue mode.</summary>
    public static void TimeOut(StatusChanges changes, SimulatedMachine machine)
    {
        if (machine.Status == MachineStatus.ExitingRescueMode)
            changes.Fail(machine, "Node operation 'Exiting rescue mode' timed out after 5 minutes.");
    }

    /// <summary>The machine becomes who asks's, whoever had it.</summary>
    private static ApiResponse Enter(ApiCall call)
    {
        var machine = MachineLookup.ToAdminister(call);
        MachineLookup.RequireTransition(machine, MachineLifecycle.EnterRescueMode);
        RackRequirements.RequirePower(call.State, machine);
        var changes = new StatusChanges(call.State);
        changes.NoteRequest(machine, call.SignedUser, "User starting rescue mode", null, "start rescue mode");
        changes.Announce(machine, MachineStatus.EnteringRescueMode);
        machine.Owner = call.SignedUser;
        changes.Power(machine, "on", TransitionKind.RescueBoots, back: machine.PreviousStatus);
        return MachineApi.Render(call, machine);
    }

    /// <summary>
    /// Ready and broken machines are switched off, deployed ones started anew; of others MAAS waits to learn that they are off.
    /// </summary>
    private static ApiResponse Leave(ApiCall call)
    {
        var machine = MachineLookup.ToAdminister(call);
        MachineLookup.RequireTransition(machine, MachineLifecycle.ExitRescueMode);
        RackRequirements.RequirePower(call.State, machine);
        var changes = new StatusChanges(call.State);
        changes.NoteRequest(machine, call.SignedUser, "User stopping rescue mode", null, "stop rescue mode");
        StatusChanges.Set(machine, MachineStatus.ExitingRescueMode);
        if (machine.PowerType == "manual")
        {
            EndByHand(machine);
            return MachineApi.Render(call, machine);
        }

        if (machine.PreviousStatus is MachineStatus.Ready or MachineStatus.Broken)
            changes.Power(machine, "off");
        else if (machine.PreviousStatus == MachineStatus.Deployed)
            changes.Power(machine, "on");
        changes.PlanEnd(machine);
        return MachineApi.Render(call, machine);
    }

    private static void EndByHand(SimulatedMachine machine)
    {
        if (machine.PreviousStatus != MachineStatus.Deployed)
            machine.Owner = null;
        StatusChanges.Set(machine, machine.PreviousStatus);
    }
}
