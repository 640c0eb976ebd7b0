using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Statuses, power and what follows on them in simulated time.</summary>
internal sealed class StatusChanges(SimulatorState state)
{
    private static readonly TimeSpan PowerChange = TimeSpan.FromSeconds(5);

    /// <summary>Sets a status; events planned for an earlier one no longer happen.</summary>
    public static void Set(SimulatedMachine machine, MachineStatus status)
    {
        if (status != machine.Status)
            machine.PreviousStatus = machine.Status;
        machine.Status = status;
        machine.Generation++;
    }

    /// <summary>Sets a status and says so in the status message, which is the last event to MAAS.</summary>
    public void Announce(SimulatedMachine machine, MachineStatus status, string? message = null)
    {
        Set(machine, status);
        (machine.StatusMessage, machine.StatusAction) = (message ?? MachineStatuses.NameOf(status), "");
        var failed = status is MachineStatus.FailedCommissioning or MachineStatus.FailedTesting;
        Note(machine, failed ? "ERROR" : "INFO", machine.StatusMessage);
    }

    /// <summary>Marks the operation under way as failed; scripts that have not run by then did not pass.</summary>
    public void Fail(SimulatedMachine machine, string reason)
    {
        if (StatusRules.FailureOf(machine.Status) is not { } failed)
            return;
        Set(machine, failed);
        (machine.StatusMessage, machine.StatusAction) = ($"Marking node failed - {reason}", "mark_failed");
        Note(machine, "ERROR", "Marking node failed", reason);
        foreach (var set in machine.ScriptSets)
            set.End(ScriptStatus.Failed, state.Now);
    }

    /// <summary>Switches the machine's power, whatever becomes of the operation; where that cannot be done, the operation fails.</summary>
    public void Power(SimulatedMachine machine, string power, HappeningKind? then = null, MachineStatus next = default) =>
        state.Events.After(
            PowerChange,
            new(machine, power == "on" ? HappeningKind.PowerOn : HappeningKind.PowerOff, machine.Generation) { Then = then, Next = next });

    /// <summary>Adds to what is known to have happened to the machine.</summary>
    public void Note(SimulatedMachine machine, string level, string type, string description = "") =>
        state.Journal.Add(new(state.Ids.Next("event"), machine, level, type, description, state.Now));

    /// <summary>Plans what happens next, unless the machine's status changes before.</summary>
    public void After(SimulatedMachine machine, TimeSpan delay, HappeningKind kind, CommissionOptions? options = null) =>
        state.Events.After(delay, new(machine, kind, machine.Generation) { Options = options ?? CommissionOptions.Default });
}
