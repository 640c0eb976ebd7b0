using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Begins to commission, test and deploy machines; simulated time brings the end.</summary>
internal sealed class Lifecycle(SimulatorState state)
{
    public static readonly TimeSpan TestingTakes = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan CommissioningTakes = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan DeploymentTakes = TimeSpan.FromSeconds(270);

    private readonly StatusChanges _changes = new(state);
    private readonly ScriptSets _scripts = new(state);

    public void Commission(SimulatedMachine machine, SimulatedUser user, CommissionOptions options, ScriptChoice? choice = null)
    {
        _changes.Announce(machine, MachineStatus.Commissioning);
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
        _changes.Power(machine, "on");
        _changes.After(machine, CommissioningTakes, HappeningKind.CommissioningEnds, options);
    }

    public void Test(SimulatedMachine machine, SimulatedUser user, ScriptChoice choice)
    {
        _changes.Announce(machine, MachineStatus.Testing);
        machine.Owner ??= user;
        _scripts.Add(machine, SimulatedScriptSet.Testing, null, choice);
        _changes.Power(machine, "on");
        _changes.After(machine, TestingTakes, HappeningKind.TestingEnds);
    }

    public void Deploy(SimulatedMachine machine, SimulatedUser user)
    {
        _changes.Announce(machine, MachineStatus.Deploying);
        machine.Owner = user;
        (machine.HasInstallation, machine.HasAcquiredFilesystems) = (true, true);
        machine.MinHweKernel ??= "";
        _scripts.Add(machine, SimulatedScriptSet.Installation);
        _changes.After(machine, TimeSpan.Zero, HappeningKind.AddressesGiven);
        _changes.Power(machine, "on");
        _changes.After(machine, DeploymentTakes, HappeningKind.DeploymentEnds);
    }

    /// <summary>Breaks off commissioning, testing, erasing or deploying.</summary>
    public void Abort(SimulatedMachine machine)
    {
        var next = machine.Status switch
        {
            MachineStatus.Deploying => MachineStatus.Allocated,
            MachineStatus.Testing when machine.PreviousStatus == MachineStatus.Commissioning => MachineStatus.Ready,
            MachineStatus.Testing => machine.PreviousStatus,
            MachineStatus.DiskErasing => MachineStatus.FailedDiskErasing,
            _ => MachineStatus.New,
        };
        machine.StatusMessage = $"Aborted {MachineStatuses.NameOf(machine.Status).ToLowerInvariant()}";
        if (machine.Status == MachineStatus.Commissioning)
            machine.Owner = null;
        machine.Generation++;
        _changes.Power(machine, "off", HappeningKind.AbortEnds, next);
    }
}
