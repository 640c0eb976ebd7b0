using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Scripts;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>The installation of a machine, or its start from memory: begun with its power, ended by simulated time.</summary>
internal sealed class Deployment(SimulatorState state)
{
    private readonly StatusChanges _changes = new(state);

    /// <summary>From memory a machine installs nothing, so that there is no script of that.</summary>
    public void Begin(SimulatedMachine machine)
    {
        _changes.Announce(machine, MachineStatus.Deploying);
        if (!machine.IsEphemeral)
        {
            machine.HasInstallation = true;
            new ScriptSets(state).Add(machine, SimulatedScriptSet.Installation);
        }

        _changes.After(machine, TimeSpan.Zero, TransitionKind.AddressesGiven);
        _changes.PowerLater(machine, "on");
        _changes.PlanEnd(machine);
    }

    public void End(SimulatedMachine machine)
    {
        var stage = MachineLifecycle.GetStage(MachineStatus.Deploying);
        if (_changes.Hangs(machine, stage))
            return;
        if (_changes.Strike(machine, stage) is { } fault)
        {
            _changes.Fail(machine, fault.Message ?? stage.FailureMessage!);
            return;
        }

        machine.CurrentSet(SimulatedScriptSet.Installation)?.Report(ScriptStatus.Passed, state.Now);
        machine.Netboot = false;
        var image = $"deployed {machine.OperatingSystem}/{machine.DistroSeries}/{machine.Architecture}";
        _changes.Note(machine, SimulatedEvent.Info, "Image Deployed", image);
        _changes.Announce(machine, stage.Next(machine));
    }
}
