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

    /// <summary>Sets a status and says so in the status message.</summary>
    public static void Announce(SimulatedMachine machine, MachineStatus status, string? message = null)
    {
        Set(machine, status);
        (machine.StatusMessage, machine.StatusAction) = (message ?? MachineStatuses.NameOf(status), "");
    }

    /// <summary>Marks the operation under way as failed; scripts that have not run by then did not pass.</summary>
    public void Fail(SimulatedMachine machine, string reason)
    {
        if (StatusRules.FailureOf(machine.Status) is not { } failed)
            return;
        Announce(machine, failed, $"Marking node failed - {reason}");
        machine.StatusAction = "mark_failed";
        foreach (var set in machine.ScriptSets)
            set.End(ScriptStatus.Failed, state.Now);
    }

    /// <summary>Switches the machine's power, whatever becomes of the operation; where that cannot be done, the operation fails.</summary>
    public void Power(SimulatedMachine machine, string power, HappeningKind? then = null, MachineStatus next = default) =>
        state.Events.After(
            PowerChange,
            new(machine, power == "on" ? HappeningKind.PowerOn : HappeningKind.PowerOff, machine.Generation) { Then = then, Next = next });

    /// <summary>Plans what happens next, unless the machine's status changes before.</summary>
    public void After(SimulatedMachine machine, TimeSpan delay, HappeningKind kind, CommissionOptions? options = null) =>
        state.Events.After(delay, new(machine, kind, machine.Generation) { Options = options ?? CommissionOptions.Default });
}
