using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Scripts;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>Commissioning and tests: a user begins them, and simulated time brings their ends, for good or ill.</summary>
internal sealed class Commissioning(SimulatorState state)
{
    private readonly StatusChanges _changes = new(state);
    private readonly ScriptSets _scripts = new(state);

    public void Begin(SimulatedMachine machine, SimulatedUser user, CommissionOptions options, ScriptChoice? choice = null)
    {
        RackRequirements.RequirePowerType(machine.PowerType);
        _changes.Announce(machine, MachineStatus.Commissioning);
        _changes.NoteRequest(machine, user, "User starting node commissioning", null, "start commissioning");
        machine.Owner = user;
        machine.CommissioningPassed = false;
        if (!options.SkipStorage)
            new StorageLayouts(state, machine).Clear();
        if (!options.SkipNetworking)
            machine.Interfaces.ForEach(nic => nic.Links.Clear());
        var scripts = _scripts.Add(machine, SimulatedScriptSet.Commissioning, null, choice);
        if (options.SkipBmc)
            scripts.Skip(ScriptSets.BmcScript, state.Now);
        if (!options.SkipTests)
            _scripts.Add(machine, SimulatedScriptSet.Testing, null, choice);
        _changes.Power(machine, "on", back: machine.PreviousStatus);
        _changes.PlanEnd(machine, options);
    }

    /// <summary>A machine that boots for the first time tells what it is made of, by itself and for nobody.</summary>
    public void BeginEnlistment(SimulatedMachine machine)
    {
        StatusChanges.Set(machine, MachineStatus.Commissioning);
        _scripts.Add(machine, SimulatedScriptSet.Commissioning);
        _changes.PlanEnd(machine, CommissionOptions.Default with { SkipTests = true, Enlists = true });
    }

    public void BeginTests(SimulatedMachine machine, SimulatedUser user, ScriptChoice choice)
    {
        RackRequirements.RequirePowerType(machine.PowerType);
        _changes.NoteRequest(machine, user, "User starting node testing", null, "start testing");
        _changes.Announce(machine, MachineStatus.Testing);
        machine.Owner ??= user;
        _scripts.Add(machine, SimulatedScriptSet.Testing, null, choice);
        _changes.Power(machine, "on", back: machine.PreviousStatus);
        _changes.PlanEnd(machine);
    }

    /// <summary>A machine whose tests were left out goes on as if it had passed them.</summary>
    public void End(SimulatedMachine machine, CommissionOptions options)
    {
        var stage = MachineLifecycle.GetStage(MachineStatus.Commissioning);
        if (_changes.Hangs(machine, stage))
            return;
        if (_changes.Strike(machine, stage) is { } fault)
        {
            FailScript(machine, SimulatedScriptSet.Commissioning, fault.Script ?? ScriptSets.MainScript, fault.Message);
            return;
        }

        machine.CurrentSet(SimulatedScriptSet.Commissioning)!.Report(ScriptStatus.Passed, state.Now);
        new HardwareDiscovery(state).Run(machine, options);
        if (options.Enlists)
        {
            _changes.Announce(machine, MachineStatus.New);
            return;
        }

        machine.CommissioningPassed = true;
        TagAssignment.Assign(state, machine);
        if (options.SkipTests)
        {
            BecomeReady(machine);
            return;
        }

        if (!options.SkipStorage)
            _scripts.RenewDiskTests(machine, machine.CurrentSet(SimulatedScriptSet.Testing)!);
        _changes.Announce(machine, stage.Next(machine));
        _changes.PlanEnd(machine);
    }

    public void EndTests(SimulatedMachine machine)
    {
        var stage = MachineLifecycle.GetStage(MachineStatus.Testing);
        if (_changes.Strike(machine, stage) is { } fault)
        {
            FailScript(machine, SimulatedScriptSet.Testing, fault.Script ?? ScriptSets.DiskTest, fault.Message);
            return;
        }

        machine.CurrentSet(SimulatedScriptSet.Testing)!.Report(ScriptStatus.Passed, state.Now);
        var next = stage.Next(machine);
        if (next == MachineStatus.Ready)
            BecomeReady(machine);
        else
            _changes.Announce(machine, next);
    }

    /// <summary>One script fails and the others of its set pass; what has not begun is aborted.</summary>
    private void FailScript(SimulatedMachine machine, int type, string name, string? message)
    {
        var set = machine.CurrentSet(type)!;
        var script = set.Scripts.Find(script => script.Name == name) ?? set.Scripts.LastOrDefault();
        if (script is not null)
            (script.Status, script.Ended) = (ScriptStatus.Failed, state.Now);
        set.Report(ScriptStatus.Passed, state.Now);
        if (type == SimulatedScriptSet.Commissioning)
            machine.CurrentSet(SimulatedScriptSet.Testing)?.End(ScriptStatus.Aborted, state.Now);
        _changes.Announce(machine, MachineLifecycle.FindStage(machine.Status)?.Failed ?? machine.Status, message);
    }

    private void BecomeReady(SimulatedMachine machine)
    {
        _changes.Announce(machine, MachineStatus.Ready);
        machine.PowerState = "off";
        machine.IsRunning = false;
    }
}
