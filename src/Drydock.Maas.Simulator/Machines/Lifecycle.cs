using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Commissions, tests and deploys machines in simulated time.</summary>
internal sealed class Lifecycle(SimulatorState state)
{
    private static readonly TimeSpan Commissioning = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan Testing = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Deployment = TimeSpan.FromSeconds(270);

    private readonly StatusChanges _changes = new(state);
    private readonly ScriptSets _scripts = new(state);

    public void Commission(SimulatedMachine machine, SimulatedUser user, CommissionOptions options)
    {
        StatusChanges.Announce(machine, MachineStatus.Commissioning);
        machine.Owner = user;
        machine.CommissioningPassed = false;
        if (!options.SkipStorage)
            new StorageLayouts(state, machine).Clear();
        if (!options.SkipNetworking)
            machine.Interfaces.ForEach(nic => nic.Links.Clear());
        var scripts = _scripts.Add(machine, SimulatedScriptSet.Commissioning);
        if (options.SkipBmc)
            scripts.Skip(ScriptSets.BmcScript, state.Now);
        if (!options.SkipTests)
            _scripts.Add(machine, SimulatedScriptSet.Testing);
        _changes.Power(machine, "on");
        _changes.After(machine, Commissioning, () => EndCommissioning(machine, options));
    }

    public void Test(SimulatedMachine machine, SimulatedUser user)
    {
        StatusChanges.Announce(machine, MachineStatus.Testing);
        machine.Owner ??= user;
        _scripts.Add(machine, SimulatedScriptSet.Testing);
        _changes.Power(machine, "on");
        _changes.After(machine, Testing, () => EndTesting(machine));
    }

    public void Deploy(SimulatedMachine machine, SimulatedUser user)
    {
        StatusChanges.Announce(machine, MachineStatus.Deploying);
        machine.Owner = user;
        (machine.HasInstallation, machine.HasAcquiredFilesystems) = (true, true);
        machine.MinHweKernel ??= "";
        _scripts.Add(machine, SimulatedScriptSet.Installation);
        _changes.After(machine, TimeSpan.Zero, () => AutoAddresses.Claim(state, machine));
        _changes.Power(machine, "on");
        _changes.After(machine, Deployment, () => EndDeployment(machine));
    }

    /// <summary>Breaks off commissioning, testing, erasing or deploying.</summary>
    public void Abort(SimulatedMachine machine)
    {
        var next = machine.Status switch
        {
            MachineStatus.Deploying => MachineStatus.Allocated,
            MachineStatus.Testing => machine.PreviousStatus,
            MachineStatus.DiskErasing => MachineStatus.FailedDiskErasing,
            _ => MachineStatus.New,
        };
        machine.StatusMessage = $"Aborted {MachineStatuses.NameOf(machine.Status).ToLowerInvariant()}";
        if (machine.Status == MachineStatus.Commissioning)
            machine.Owner = null;
        machine.Generation++;
        _changes.Power(machine, "off", () => EndAbort(machine, next));
    }

    private static void EndAbort(SimulatedMachine machine, MachineStatus next)
    {
        foreach (var set in machine.ScriptSets)
            set.Abort();
        StatusChanges.Set(machine, next);
        if (next is MachineStatus.New or MachineStatus.Ready)
            machine.Owner = null;
    }

    private void EndCommissioning(SimulatedMachine machine, CommissionOptions options)
    {
        if (machine.FailCommissioning)
        {
            machine.CurrentSet(SimulatedScriptSet.Commissioning)!.Scripts.Find(
                script => script.Name == ScriptSets.MainScript)!.Status = ScriptStatus.Failed;
            machine.CurrentSet(SimulatedScriptSet.Commissioning)!.End(ScriptStatus.Passed, state.Now);
            _changes.Fail(machine, $"1 script failed: {ScriptSets.MainScript}");
            return;
        }

        machine.CurrentSet(SimulatedScriptSet.Commissioning)!.End(ScriptStatus.Passed, state.Now);
        new HardwareDiscovery(state).Run(machine, options);
        machine.CommissioningPassed = true;
        if (options.SkipTests)
        {
            BecomeReady(machine);
            return;
        }

        StatusChanges.Announce(machine, MachineStatus.Testing);
        _changes.After(machine, Testing, () => EndTesting(machine));
    }

    private void EndTesting(SimulatedMachine machine)
    {
        machine.CurrentSet(SimulatedScriptSet.Testing)!.End(ScriptStatus.Passed, state.Now);
        if (machine.PreviousStatus is MachineStatus.Deployed or MachineStatus.Allocated)
            StatusChanges.Announce(machine, machine.PreviousStatus);
        else
            BecomeReady(machine);
    }

    private static void BecomeReady(SimulatedMachine machine)
    {
        StatusChanges.Announce(machine, MachineStatus.Ready);
        machine.Owner = null;
        machine.PowerState = "off";
    }

    private void EndDeployment(SimulatedMachine machine)
    {
        if (machine.FailDeployment)
        {
            _changes.Fail(machine, "Installation failed (refer to the installation log for more information).");
            return;
        }

        machine.CurrentSet(SimulatedScriptSet.Installation)?.End(ScriptStatus.Passed, state.Now);
        machine.Netboot = false;
        StatusChanges.Announce(machine, MachineStatus.Deployed);
    }
}
