using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>Breaks off commissioning, testing, erasing or deploying; the machine becomes another once it is off.</summary>
internal sealed class OperationAbort(SimulatorState state)
{
    private readonly StatusChanges _changes = new(state);

    public void Begin(SimulatedMachine machine, SimulatedUser user, string? comment)
    {
        var stage = MachineLifecycle.GetStage(machine.Status);
        var next = stage.Aborted!(machine);
        _changes.NoteRequest(machine, user, $"User aborting {stage.Name}", comment, $"abort {stage.Name}");
        _changes.Note(machine, SimulatedEvent.Info, $"Aborted {stage.Name}");
        if (machine.Status == MachineStatus.Commissioning)
            machine.Owner = null;
        machine.Generation++;
        _changes.Power(machine, "off", TransitionKind.AbortEnds, next);
    }

    public static void End(SimulatedMachine machine, MachineStatus next)
    {
        foreach (var set in machine.ScriptSets)
            set.Abort();
        StatusChanges.Set(machine, next);
        if (!StatusGroups.KeepsAddresses.Contains(next))
            InterfaceRelease.Run(machine);
    }
}
