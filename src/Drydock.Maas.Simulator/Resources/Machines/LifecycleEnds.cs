using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.Resources.Scripts;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>How what <see cref="Lifecycle"/> began ends, for good or ill.</summary>
internal sealed class LifecycleEnds(SimulatorState state)
{
    private readonly StatusChanges _changes = new(state);

    public static void EndAbort(SimulatedMachine machine, MachineStatus next)
    {
        foreach (var set in machine.ScriptSets)
            set.Abort();
        StatusChanges.Set(machine, next);
        if (!StatusRules.KeepsAddresses.Contains(next))
            InterfaceRelease.Run(machine);
    }

    public void EndCommissioning(SimulatedMachine machine, CommissionOptions options)
    {
        if (state.Strike(SimulatorFaultKind.CommissioningHang, machine) is not null)
            return;
        if (state.Strike(SimulatorFaultKind.CommissioningFailure, machine) is { } fault)
        {
            FailScript(machine, SimulatedScriptSet.Commissioning, fault.Script ?? ScriptSets.MainScript, fault.Message);
            return;
        }

        machine.CurrentSet(SimulatedScriptSet.Commissioning)!.Report(ScriptStatus.Passed, state.Now);
        new HardwareDiscovery(state).Run(machine, options);
        machine.CommissioningPassed = true;
        if (options.SkipTests)
        {
            BecomeReady(machine);
            return;
        }

        _changes.Announce(machine, MachineStatus.Testing);
        _changes.After(machine, Lifecycle.TestingTakes, HappeningKind.TestingEnds);
    }

    public void EndTesting(SimulatedMachine machine)
    {
        if (state.Strike(SimulatorFaultKind.TestingFailure, machine) is { } fault)
        {
            FailScript(machine, SimulatedScriptSet.Testing, fault.Script ?? ScriptSets.DiskTest, fault.Message);
            return;
        }

        machine.CurrentSet(SimulatedScriptSet.Testing)!.Report(ScriptStatus.Passed, state.Now);
        if (machine.PreviousStatus is MachineStatus.Deployed or MachineStatus.Allocated)
            _changes.Announce(machine, machine.PreviousStatus);
        else
            BecomeReady(machine);
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
        _changes.Announce(machine, StatusRules.FailureOf(machine.Status) ?? machine.Status, message);
    }

    private void BecomeReady(SimulatedMachine machine)
    {
        _changes.Announce(machine, MachineStatus.Ready);
        machine.PowerState = "off";
        machine.IsRunning = false;
    }

    public void EndDeployment(SimulatedMachine machine)
    {
        if (state.Strike(SimulatorFaultKind.DeploymentHang, machine) is not null)
            return;
        if (state.Strike(SimulatorFaultKind.DeploymentFailure, machine) is { } fault)
        {
            _changes.Fail(machine, fault.Message ?? "Installation failed (refer to the installation log for more information).");
            return;
        }

        machine.CurrentSet(SimulatedScriptSet.Installation)?.Report(ScriptStatus.Passed, state.Now);
        machine.Netboot = false;
        var image = $"deployed {machine.OperatingSystem}/{machine.DistroSeries}/{machine.Architecture}";
        _changes.Note(machine, SimulatedEvent.Info, "Image Deployed", image);
        _changes.Announce(machine, MachineStatus.Deployed);
    }
}
