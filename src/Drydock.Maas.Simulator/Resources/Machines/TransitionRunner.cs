using System.Globalization;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>Runs the transitions that are due.</summary>
internal sealed class TransitionRunner(SimulatorState state)
{
    /// <summary>Lets happen what is due by now.</summary>
    public void RunDue() => state.Transitions.RunDue(Run);

    private void Run(Transition transition)
    {
        if (transition.Kind is TransitionKind.PowerOn or TransitionKind.PowerOff)
            ChangePower(transition, GetPower(transition));
        else if (transition.Machine.Generation == transition.Generation)
            Continue(transition, transition.Kind);
    }

    /// <summary>Switches a machine's power while a request waits for it.</summary>
    /// <exception cref="ApiException">500 in the words of the controller, 503 without a rack: the machine is what it was.</exception>
    public void SwitchNow(Transition transition, MachineStatus? back)
    {
        var machine = transition.Machine;
        ApiException? problem = null;
        if (!RackConnectivity.CanReach(state, machine))
            problem = RackRequirements.Unreachable(state, machine);
        else if (state.Strike(SimulatorFaultKind.PowerFailure, machine) is { } fault)
            problem = new(ApiResponse.Text(500, fault.Message ?? state.Rules.NoPowerAnswer));
        if (problem is null)
            SetPower(transition, GetPower(transition));
        else
            throw back is { } before ? TakeBack(machine, before) ?? problem : problem;
    }

    private static string GetPower(Transition transition) => transition.Kind == TransitionKind.PowerOn ? "on" : "off";

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
                $"({machine.Owner?.Username}) - Aborting {status.GetName().ToUpperInvariant()} and reverting to "
                + $"{before.GetName().ToUpperInvariant()}. Unable to power control the node. Please check power credentials.");
        }

        return status == MachineStatus.DiskErasing
            ? new(ApiResponse.Conflict($"Invalid transition: {status.GetName()} -> {before.GetName()}."))
            : null;
    }

    private void ChangePower(Transition transition, string power)
    {
        var machine = transition.Machine;
        if (state.Strike(SimulatorFaultKind.PowerFailure, machine) is not { } fault)
        {
            SetPower(transition, power);
            return;
        }

        machine.PowerState = power == "on" ? machine.PowerState : "unknown";
        if (machine.Generation != transition.Generation)
            return;
        // What was broken off has ended, whether the machine can be switched off or not.
        if (transition.Then == TransitionKind.AbortEnds)
        {
            Continue(transition, TransitionKind.AbortEnds);
        }
        else
        {
            new StatusChanges(state).Fail(machine, string.Format(
                CultureInfo.InvariantCulture, state.Rules.PowerFailure, power, fault.Message ?? state.Rules.NoPowerAnswer));
        }
    }

    /// <summary>The machine's power changes whatever became of the operation that asked for it; only what follows does not.</summary>
    private void SetPower(Transition transition, string power)
    {
        var machine = transition.Machine;
        var current = machine.Generation == transition.Generation;
        machine.IsRunning = power == "on";
        new StatusChanges(state).Note(machine, SimulatedEvent.Debug, $"Node powered {power}");
        // MAAS never learns how machines are that are switched by hand.
        if (machine.PowerType != "manual")
            new PowerReports(state).Take(machine, power);
        if (current && transition.Then is { } next)
            Continue(transition, next);
    }

    private void Continue(Transition transition, TransitionKind kind)
    {
        var machine = transition.Machine;
        var changes = new StatusChanges(state);
        Action end = kind switch
        {
            TransitionKind.CommissioningEnds => () => new Commissioning(state).End(machine, transition.Options),
            TransitionKind.TestingEnds => () => new Commissioning(state).EndTests(machine),
            TransitionKind.AddressesGiven => () => AutoAddresses.Claim(state, machine),
            TransitionKind.DeploymentEnds => () => new Deployment(state).End(machine),
            TransitionKind.AbortEnds => () => OperationAbort.End(machine, transition.Next),
            TransitionKind.ErasingEnds => () => new MachineRelease(state).EndErasing(machine),
            TransitionKind.ReleasePowersDown => () => changes.PowerLater(machine, "off", TransitionKind.ReleaseEnds),
            TransitionKind.ReleaseEnds => () => new MachineRelease(state).EndIfReleasing(machine),
            TransitionKind.RescueBoots => () => changes.PlanEnd(machine),
            TransitionKind.RescueModeEntered => () => changes.Announce(machine, MachineLifecycle.GetStage(MachineStatus.EnteringRescueMode).Next(machine)),
            TransitionKind.TimesOut => () => RescueApi.TimeOut(changes, machine),
            _ => () => { },
        };
        end();
    }
}
