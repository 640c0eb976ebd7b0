using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Scripts;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

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
        RackCalls.RequirePowerType(machine.PowerType);
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
        _changes.After(machine, CommissioningTakes, HappeningKind.CommissioningEnds, options);
    }

    public void Test(SimulatedMachine machine, SimulatedUser user, ScriptChoice choice)
    {
        RackCalls.RequirePowerType(machine.PowerType);
        _changes.NoteRequest(machine, user, "User starting node testing", null, "start testing");
        _changes.Announce(machine, MachineStatus.Testing);
        machine.Owner ??= user;
        _scripts.Add(machine, SimulatedScriptSet.Testing, null, choice);
        _changes.Power(machine, "on", back: machine.PreviousStatus);
        _changes.After(machine, TestingTakes, HappeningKind.TestingEnds);
    }

    /// <summary>From memory a machine installs nothing, so that there is no script of that.</summary>
    public void Deploy(SimulatedMachine machine)
    {
        _changes.Announce(machine, MachineStatus.Deploying);
        if (!machine.IsEphemeral)
        {
            machine.HasInstallation = true;
            _scripts.Add(machine, SimulatedScriptSet.Installation);
        }

        _changes.After(machine, TimeSpan.Zero, HappeningKind.AddressesGiven);
        _changes.PowerLater(machine, "on");
        _changes.After(machine, DeploymentTakes, HappeningKind.DeploymentEnds);
    }

    /// <summary>Breaks off commissioning, testing, erasing or deploying; the machine becomes another once it is off.</summary>
    public void Abort(SimulatedMachine machine, SimulatedUser user, string? comment)
    {
        var (next, what) = machine.Status switch
        {
            MachineStatus.Deploying => (MachineStatus.Allocated, "deployment"),
            MachineStatus.Testing when machine.PreviousStatus == MachineStatus.Commissioning => (MachineStatus.Ready, "testing"),
            MachineStatus.Testing => (machine.PreviousStatus, "testing"),
            MachineStatus.DiskErasing => (MachineStatus.FailedDiskErasing, "disk erasing"),
            _ => (MachineStatus.New, "commissioning"),
        };
        _changes.NoteRequest(machine, user, $"User aborting {what}", comment, $"abort {what}");
        _changes.Note(machine, SimulatedEvent.Info, $"Aborted {what}");
        if (machine.Status == MachineStatus.Commissioning)
            machine.Owner = null;
        machine.Generation++;
        _changes.Power(machine, "off", HappeningKind.AbortEnds, next);
    }
}
