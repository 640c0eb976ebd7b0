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

        // MAAS never learns how machines are that are switched by hand.
        machine.PowerState = machine.PowerType == "manual" ? machine.PowerState : power;
        new StatusChanges(state).Note(machine, "DEBUG", $"Node powered {power}");
        if (current && happening.Then is { } next)
            Continue(happening, next);
    }

    private void Continue(Happening happening, HappeningKind kind)
    {
        var machine = happening.Machine;
        switch (kind)
        {
            case HappeningKind.CommissioningEnds:
                new Lifecycle(state).EndCommissioning(machine, happening.Options);
                break;
            case HappeningKind.TestingEnds:
                new Lifecycle(state).EndTesting(machine);
                break;
            case HappeningKind.AddressesGiven:
                AutoAddresses.Claim(state, machine);
                break;
            case HappeningKind.DeploymentEnds:
                new Lifecycle(state).EndDeployment(machine);
                break;
            case HappeningKind.AbortEnds:
                Lifecycle.EndAbort(machine, happening.Next);
                break;
            case HappeningKind.ErasingEnds:
                new Releases(state).EndErasing(machine);
                break;
            case HappeningKind.ReleasePowersDown:
                new StatusChanges(state).Power(machine, "off", HappeningKind.ReleaseEnds);
                break;
            case HappeningKind.ReleaseEnds:
                new Releases(state).End(machine);
                break;
            case HappeningKind.RescueBoots:
                new StatusChanges(state).After(machine, RescueApi.Boot, HappeningKind.RescueModeEntered);
                break;
            case HappeningKind.RescueModeEntered:
                new StatusChanges(state).Announce(machine, MachineStatus.RescueMode);
                break;
            case HappeningKind.RescueModeLeft:
                RescueApi.End(state, machine);
                break;
        }
    }
}
