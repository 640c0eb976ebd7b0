using System.Globalization;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>Lets happen what was planned.</summary>
internal sealed class Happenings(SimulatorState state)
{
    /// <summary>Lets happen what is due by now.</summary>
    public void RunDue() => state.Events.RunDue(Run);

    private void Run(Happening happening)
    {
        if (happening.Kind is HappeningKind.PowerOn or HappeningKind.PowerOff)
            ChangePower(happening, PowerOf(happening));
        else if (happening.Machine.Generation == happening.Generation)
            Continue(happening, happening.Kind);
    }

    /// <summary>Switches a machine's power while a request waits for it.</summary>
    /// <exception cref="ApiException">500 in the words of the controller, 503 without a rack: the machine is what it was.</exception>
    public void SwitchNow(Happening happening, MachineStatus? back)
    {
        var machine = happening.Machine;
        ApiException? problem = null;
        if (!RackConnectivity.CanReach(state, machine))
            problem = RackCalls.Unreachable(state);
        else if (state.Strike(SimulatorFaultKind.PowerFailure, machine) is { } fault)
            problem = new(ApiResponse.Text(500, fault.Message ?? state.Rules.NoPowerAnswer));
        if (problem is null)
            SetPower(happening, PowerOf(happening));
        else
            throw back is { } before ? TakeBack(machine, before) ?? problem : problem;
    }

    private static string PowerOf(Happening happening) => happening.Kind == HappeningKind.PowerOn ? "on" : "off";

    /// <summary>The status alone is set back, neither what was cleared for the operation nor its owner. From erasing there is no way back.</summary>
    private ApiException? TakeBack(SimulatedMachine machine, MachineStatus before)
    {
        var status = machine.Status;
        machine.Status = status == MachineStatus.DiskErasing ? MachineStatus.FailedDiskErasing : before;
        machine.Generation++;
        if (status is MachineStatus.Commissioning or MachineStatus.Testing)
        {
            foreach (var set in machine.ScriptSets)
                set.Abort();
            new StatusChanges(state).Note(
                machine,
                SimulatedEvent.Warning,
                "Failed to query node's BMC",
                $"({machine.Owner?.Username}) - Aborting {MachineStatuses.NameOf(status).ToUpperInvariant()} and reverting to "
                + $"{MachineStatuses.NameOf(before).ToUpperInvariant()}. Unable to power control the node. Please check power credentials.");
        }

        return status == MachineStatus.DiskErasing
            ? new(ApiResponse.Conflict($"Invalid transition: {MachineStatuses.NameOf(status)} -> {MachineStatuses.NameOf(before)}."))
            : null;
    }

    private void ChangePower(Happening happening, string power)
    {
        var machine = happening.Machine;
        if (state.Strike(SimulatorFaultKind.PowerFailure, machine) is not { } fault)
        {
            SetPower(happening, power);
            return;
        }

        machine.PowerState = power == "on" ? machine.PowerState : "unknown";
        if (machine.Generation != happening.Generation)
            return;
        // What was broken off has ended, whether the machine can be switched off or not.
        if (happening.Then == HappeningKind.AbortEnds)
        {
            Continue(happening, HappeningKind.AbortEnds);
        }
        else
        {
            new StatusChanges(state).Fail(machine, string.Format(
                CultureInfo.InvariantCulture, state.Rules.PowerFailure, power, fault.Message ?? state.Rules.NoPowerAnswer));
        }
    }

    /// <summary>The machine's power changes whatever became of the operation that asked for it; only what follows does not.</summary>
    private void SetPower(Happening happening, string power)
    {
        var machine = happening.Machine;
        var current = machine.Generation == happening.Generation;
        machine.IsRunning = power == "on";
        new StatusChanges(state).Note(machine, SimulatedEvent.Debug, $"Node powered {power}");
        // MAAS never learns how machines are that are switched by hand.
        if (machine.PowerType != "manual")
            new PowerReports(state).Take(machine, power);
        if (current && happening.Then is { } next)
            Continue(happening, next);
    }

    private void Continue(Happening happening, HappeningKind kind)
    {
        var machine = happening.Machine;
        var changes = new StatusChanges(state);
        Action end = kind switch
        {
            HappeningKind.CommissioningEnds => () => new LifecycleEnds(state).EndCommissioning(machine, happening.Options),
            HappeningKind.TestingEnds => () => new LifecycleEnds(state).EndTesting(machine),
            HappeningKind.AddressesGiven => () => AutoAddresses.Claim(state, machine),
            HappeningKind.DeploymentEnds => () => new LifecycleEnds(state).EndDeployment(machine),
            HappeningKind.AbortEnds => () => LifecycleEnds.EndAbort(machine, happening.Next),
            HappeningKind.ErasingEnds => () => new Releases(state).EndErasing(machine),
            HappeningKind.ReleasePowersDown => () => changes.PowerLater(machine, "off", HappeningKind.ReleaseEnds),
            HappeningKind.ReleaseEnds => () => new Releases(state).EndIfReleasing(machine),
            HappeningKind.RescueBoots => () => changes.After(machine, RescueApi.Boot, HappeningKind.RescueModeEntered),
            HappeningKind.RescueModeEntered => () => changes.Announce(machine, MachineStatus.RescueMode),
            HappeningKind.TimesOut => () => RescueApi.TimeOut(changes, machine),
            _ => () => { },
        };
        end();
    }
}
