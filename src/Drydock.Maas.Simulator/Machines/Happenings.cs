using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Lets happen what was planned.</summary>
internal sealed class Happenings(SimulatorState state)
{
    private const string NoAnswer = "the power controller does not answer";

    public void Run(Happening happening)
    {
        if (happening.Kind is HappeningKind.PowerOn or HappeningKind.PowerOff)
            ChangePower(happening, happening.Kind == HappeningKind.PowerOn ? "on" : "off");
        else if (happening.Machine.Generation == happening.Generation)
            Continue(happening, happening.Kind);
    }

    /// <summary>The machine's power changes whatever became of the operation that asked for it; only what follows does not.</summary>
    private void ChangePower(Happening happening, string power)
    {
        var machine = happening.Machine;
        var current = machine.Generation == happening.Generation;
        if (state.Faults.Strike(SimulatorFaultKind.PowerFailure, machine) is { } fault)
        {
            machine.PowerState = power == "on" ? machine.PowerState : "unknown";
            if (current)
                new StatusChanges(state).Fail(machine, $"Node could not be powered {power}: {fault.Message ?? NoAnswer}");
            return;
        }

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
            HappeningKind.ReleasePowersDown => () => changes.Power(machine, "off", HappeningKind.ReleaseEnds),
            HappeningKind.ReleaseEnds => () => new Releases(state).EndIfReleasing(machine),
            HappeningKind.RescueBoots => () => changes.After(machine, RescueApi.Boot, HappeningKind.RescueModeEntered),
            HappeningKind.RescueModeEntered => () => changes.Announce(machine, MachineStatus.RescueMode),
            HappeningKind.TimesOut => () => RescueApi.TimeOut(changes, machine),
            _ => () => { },
        };
        end();
    }
}
