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
    public void Power(SimulatedMachine machine, string power, Action? then = null)
    {
        var generation = machine.Generation;
        state.Events.After(PowerChange, () =>
        {
            var current = machine.Generation == generation;
            if (machine.PowerFailure is { } reason)
            {
                machine.PowerState = power == "on" ? machine.PowerState : "unknown";
                if (current)
                    Fail(machine, $"Node could not be powered {power}: {reason}");
                return;
            }

            // MAAS never learns how machines are that are switched by hand.
            machine.PowerState = machine.PowerType == "manual" ? machine.PowerState : power;
            if (current)
                then?.Invoke();
        });
    }

    public void After(SimulatedMachine machine, TimeSpan delay, Action action)
    {
        var generation = machine.Generation;
        state.Events.After(delay, () =>
        {
            if (machine.Generation == generation)
                action();
        });
    }
}
