using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Gives machines back, and marks them broken, which gives them back first.</summary>
internal sealed class Releases(SimulatorState state)
{
    private static readonly TimeSpan PowerDown = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Erasing = TimeSpan.FromSeconds(60);

    private readonly StatusChanges _changes = new(state);

    /// <exception cref="Http.ApiException">503: the machine runs and no rack can switch it off.</exception>
    public void Release(SimulatedMachine machine, bool erase)
    {
        if (!erase)
        {
            Start(machine);
            return;
        }

        RackCalls.RequirePower(state, machine);
        StatusChanges.Set(machine, MachineStatus.DiskErasing);
        _changes.Power(machine, "on");
        _changes.After(machine, Erasing, HappeningKind.ErasingEnds);
    }

    /// <summary>Allocated, deploying and deployed machines are given back first.</summary>
    public void MarkBroken(SimulatedMachine machine)
    {
        var before = machine.Status;
        if (StatusRules.Releasable.Contains(before))
            Start(machine);
        StatusChanges.Set(machine, MachineStatus.Broken);
        machine.PreviousStatus = before;
        machine.Owner = null;
    }

    /// <summary>A machine that was deployed is taken to be so still.</summary>
    public static void MarkFixed(SimulatedMachine machine)
    {
        StatusChanges.Set(machine, machine.PreviousStatus == MachineStatus.Deployed ? MachineStatus.Deployed : MachineStatus.Ready);
        Forget(machine);
    }

    public void EndErasing(SimulatedMachine machine) => Start(machine);

    private void Start(SimulatedMachine machine)
    {
        var before = machine.Status;
        var running = machine.PowerState != "off" && machine.PowerType != "manual";
        _changes.Announce(machine, MachineStatus.Releasing);
        machine.AgentName = "";
        Forget(machine);
        if (!running)
        {
            End(machine);
        }
        else if (RackCalls.CanReach(state, machine))
        {
            _changes.After(machine, PowerDown, HappeningKind.ReleasePowersDown);
        }
        else
        {
            (machine.Status, machine.PowerState) = (before, "unknown");
            throw RackCalls.Unreachable(state);
        }
    }

    public void End(SimulatedMachine machine)
    {
        if (state.Faults.Strike(SimulatorFaultKind.ReleaseFailure, machine) is { } fault)
        {
            _changes.Fail(machine, fault.Message ?? "Failed to release machine.");
            return;
        }

        AutoAddresses.Free(machine);
        machine.Annotations.Clear();
        machine.Owner = null;
        machine.Locked = false;
        _changes.Announce(machine, machine.CommissioningPassed ? MachineStatus.Ready : MachineStatus.New, "Released");
    }

    private static void Forget(SimulatedMachine machine)
    {
        (machine.OperatingSystem, machine.DistroSeries, machine.HweKernel, machine.UserData) = ("", "", null, null);
        (machine.Netboot, machine.HasInstallation, machine.HasAcquiredFilesystems) = (true, false, false);
    }
}
