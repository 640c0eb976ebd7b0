using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>Statuses, power and what follows on them in simulated time.</summary>
internal sealed class StatusChanges(SimulatorState state)
{
    private static readonly TimeSpan PowerChange = TimeSpan.FromSeconds(5);

    /// <summary>Sets a status; events planned for an earlier one no longer happen. New and Ready machines are nobody's.</summary>
    public static void Set(SimulatedMachine machine, MachineStatus status)
    {
        // Tests and rescue mode go back to what was before them, which they therefore do not forget.
        if (status != machine.Status && machine.Status != MachineStatus.Testing && !machine.Status.IsRescue())
            machine.PreviousStatus = machine.Status;
        if (status != machine.Status && status is MachineStatus.New or MachineStatus.Ready)
            machine.Owner = null;
        machine.Status = status;
        machine.Generation++;
    }

    /// <summary>Sets a status and says so.</summary>
    public void Announce(SimulatedMachine machine, MachineStatus status, string? message = null)
    {
        Set(machine, status);
        var failed = status is MachineStatus.FailedCommissioning or MachineStatus.FailedTesting;
        Note(machine, failed ? SimulatedEvent.Error : SimulatedEvent.Info, message ?? status.GetName());
    }

    /// <summary>Marks the operation under way as failed; scripts that have not run by then did not pass.</summary>
    public void Fail(SimulatedMachine machine, string reason)
    {
        if (MachineLifecycle.FindStage(machine.Status)?.Failed is not { } failed)
            return;
        Set(machine, failed);
        machine.ErrorDescription = reason;
        Note(machine, SimulatedEvent.Error, "Marking node failed", reason, "mark_failed");
        foreach (var set in machine.ScriptSets)
            set.End(ScriptStatus.Failed, state.Now);
    }

    /// <summary>
    /// Switches the machine's power for a request, whatever becomes of the operation: before the answer or afterwards, as the version does.
    /// </summary>
    /// <param name="machine">The machine.</param>
    /// <param name="power">on or off.</param>
    /// <param name="then">What follows.</param>
    /// <param name="next">What the machine becomes with that.</param>
    /// <param name="back">What it becomes again where its power cannot be switched before the answer; null for nothing else.</param>
    public void Power(
        SimulatedMachine machine, string power, TransitionKind? then = null, MachineStatus next = default, MachineStatus? back = null)
    {
        if (state.Rules.SwitchesPowerBeforeAnswering)
        {
            var transition = GetPower(machine, power, then, next);
            state.PostCommit.Add(() => new TransitionRunner(state).SwitchNow(transition, back));
        }
        else
        {
            PowerLater(machine, power, then, next);
        }
    }

    /// <summary>Switches the machine's power by and by; where that cannot be done, the operation fails.</summary>
    public void PowerLater(SimulatedMachine machine, string power, TransitionKind? then = null, MachineStatus next = default) =>
        state.Transitions.After(PowerChange, GetPower(machine, power, then, next));

    private static Transition GetPower(SimulatedMachine machine, string power, TransitionKind? then, MachineStatus next) =>
        new(machine, power == "on" ? TransitionKind.PowerOn : TransitionKind.PowerOff, machine.Generation) { Then = then, Next = next };

    /// <summary>Adds to what is known to have happened to the machine; the last that is no mere detail is its status message.</summary>
    public void Note(SimulatedMachine machine, string level, string type, string description = "", string action = "", string? username = null)
    {
        state.Journal.Add(new(state.Ids.Next("event"), machine, level, type, description, state.Now) { Username = username });
        if (level is SimulatedEvent.Debug or SimulatedEvent.Audit)
            return;
        machine.StatusMessage = description.Length > 0 ? $"{type} - {description}" : type;
        machine.StatusAction = action;
    }

    /// <summary>What a user asked for, which is a detail.</summary>
    public void NoteRequest(SimulatedMachine machine, SimulatedUser user, string type, string? comment, string action) =>
        Note(
            machine,
            SimulatedEvent.Debug,
            type,
            string.IsNullOrEmpty(comment) ? $"({user.Username})" : $"({user.Username}) - {comment}",
            action,
            user.Username);

    /// <summary>Whether a fault keeps the stage the machine is in from ending.</summary>
    public bool Hangs(SimulatedMachine machine, LifecycleStage stage) => stage.Hang is { } kind && state.Strike(kind, machine) is not null;

    /// <summary>The fault that makes the stage the machine is in fail; null for none.</summary>
    public SimulatorFault? Strike(SimulatedMachine machine, LifecycleStage stage) => stage.Failure is { } kind ? state.Strike(kind, machine) : null;

    /// <summary>Plans the end of the stage the machine is in, unless its status changes before.</summary>
    public void PlanEnd(SimulatedMachine machine, CommissionOptions? options = null)
    {
        var stage = MachineLifecycle.GetStage(machine.Status);
        After(machine, stage.Takes, stage.Ends, options);
    }

    /// <summary>Plans what happens next, unless the machine's status changes before.</summary>
    public void After(SimulatedMachine machine, TimeSpan delay, TransitionKind kind, CommissionOptions? options = null) =>
        state.Transitions.After(delay, new(machine, kind, machine.Generation) { Options = options ?? CommissionOptions.Default });
}
