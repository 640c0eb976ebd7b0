using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>Gives machines back, and marks them broken, which gives them back first.</summary>
internal sealed class MachineRelease(SimulatorState state)
{
    private readonly StatusChanges _changes = new(state);

    /// <summary>A server may be set to erase disks whatever is asked for.</summary>
    /// <exception cref="Http.ApiException">503: the machine runs and no rack can switch it off.</exception>
    public void Release(SimulatedMachine machine, SimulatedUser user, bool erase, string? comment)
    {
        if (!erase && state.Config["enable_disk_erasing_on_release"]?.GetValue<bool>() != true)
        {
            _changes.NoteRequest(machine, user, "User releasing node", comment, "release");
            Start(machine, forRequest: true);
            return;
        }

        RackRequirements.RequireEphemeralImage(state, machine.Architecture);
        RackRequirements.RequirePower(state, machine);
        _changes.NoteRequest(machine, user, "User erasing disk", comment, "start disk erasing");
        StatusChanges.Set(machine, MachineStatus.DiskErasing);
        _changes.Power(machine, "on", back: machine.PreviousStatus);
        _changes.PlanEnd(machine);
    }

    /// <summary>Machines in use are given back first; what is known of a workload goes only with a release that ends.</summary>
    public void MarkBroken(SimulatedMachine machine, SimulatedUser user, string? comment)
    {
        var before = machine.Status;
        _changes.NoteRequest(machine, user, "User marking node broken", comment, "mark broken");
        machine.ErrorDescription = comment ?? "";
        try
        {
            var isReleased = MachineLifecycle.Release.IsTakenIn(before);
            var isSwitchedOff = isReleased && IsRunning(machine) && !state.Rules.SwitchesPowerBeforeAnswering;
            if (isReleased)
                Start(machine, forRequest: true);
            var known = machine.PreviousStatus;
            StatusChanges.Set(machine, MachineStatus.Broken);
            machine.PreviousStatus = before == MachineStatus.Broken ? known : before;
            // It is broken before it is off.
            if (isSwitchedOff)
                _changes.PowerLater(machine, "off");
        }
        finally
        {
            // Whoever it belonged to; also where it cannot be switched off, and is therefore what it was.
            if (!state.Rules.BrokenKeepsOwner)
                machine.Owner = null;
        }
    }

    /// <summary>A machine that was deployed is taken to be so still.</summary>
    public static void MarkFixed(SimulatedMachine machine)
    {
        StatusChanges.Set(machine, machine.PreviousStatus == MachineStatus.Deployed ? MachineStatus.Deployed : MachineStatus.Ready);
        (machine.OperatingSystem, machine.DistroSeries, machine.HweKernel, machine.HasInstallation) = ("", "", null, false);
        machine.ErrorDescription = "";
    }

    public void EndErasing(SimulatedMachine machine)
    {
        _changes.Note(machine, SimulatedEvent.Info, "Disks erased");
        Start(machine, forRequest: false);
    }

    /// <summary>A power controller that answered late has ended the release itself.</summary>
    public void EndIfReleasing(SimulatedMachine machine)
    {
        if (machine.Status == MachineStatus.Releasing)
            End(machine);
    }

    public void End(SimulatedMachine machine)
    {
        var stage = MachineLifecycle.GetStage(MachineStatus.Releasing);
        if (_changes.Strike(machine, stage) is { } fault)
        {
            _changes.Fail(machine, fault.Message ?? stage.FailureMessage!);
            return;
        }

        InterfaceRelease.Run(machine);
        machine.Annotations.Clear();
        _changes.Announce(machine, stage.Next(machine), "Released");
        machine.Owner = null;
    }

    /// <summary>A request that waits for the power controller waits for the machine to be off; else that takes its time.</summary>
    private void Start(SimulatedMachine machine, bool forRequest)
    {
        var before = machine.Status;
        var running = IsRunning(machine);
        _changes.Announce(machine, MachineStatus.Releasing);
        Forget(machine);
        if (!running)
        {
            End(machine);
        }
        else if (RackConnectivity.CanReach(state, machine))
        {
            if (forRequest && state.Rules.SwitchesPowerBeforeAnswering)
                _changes.Power(machine, "off", TransitionKind.ReleaseEnds, back: before);
            else
                _changes.PlanEnd(machine);
        }
        else
        {
            // The status is taken back, what was forgotten is not.
            (machine.Status, machine.PowerState) = (before, "unknown");
            throw RackRequirements.Unreachable(state, machine);
        }
    }

    /// <summary>Whether it is to be switched off.</summary>
    private static bool IsRunning(SimulatedMachine machine) => machine.PowerState != "off" && machine.PowerType != "manual";

    private void Forget(SimulatedMachine machine)
    {
        (machine.AgentName, machine.OperatingSystem, machine.DistroSeries) = ("", "", "");
        (machine.HweKernel, machine.UserData, machine.Token) = (null, null, null);
        machine.HasInstallation &= !state.Rules.ForgetsInstallations;
        (machine.Netboot, machine.EphemeralDeploy) = (true, machine.BlockDevices.Count == 0);
        machine.EnableHwSync = false;
        AcquiredFilesystems.Clear(machine);
    }
}
