using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.State;
using Microsoft.Extensions.Time.Testing;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>What a recording notes that machines and their controllers did, for as long as its request is asked.</summary>
internal sealed class RecordedMoment : IDisposable
{
    private static readonly TransitionKind[] OfPower =
        [TransitionKind.PowerOn, TransitionKind.PowerOff, TransitionKind.ReleasePowersDown, TransitionKind.ReleaseEnds];

    private readonly SimulatorCore _core;
    private readonly SimulatedMachine? _machine;
    private readonly int? _fault;

    public RecordedMoment(SimulatorCore core, FakeTimeProvider time, Recording recording)
    {
        _core = core;
        _machine = MachineOf(core, recording);
        var note = recording.Note;
        if (note.Contains("does not answer", StringComparison.Ordinal) && _machine is not null)
            _fault = core.State.Faults.Add(new() { Kind = SimulatorFaultKind.PowerFailure, Machine = _machine.SystemId }).Id;
        if (note.Contains("unknown state", StringComparison.Ordinal) && _machine is not null)
            _machine.HasUnclearPower = true;
        if (note.Contains("asked for its user data", StringComparison.Ordinal))
            End(time, TransitionKind.DeploymentEnds);
        else if (note.Contains("rescue", StringComparison.Ordinal))
            End(time, TransitionKind.RescueModeEntered);
        else if (note.Contains("erased", StringComparison.Ordinal))
            End(time, TransitionKind.ErasingEnds);
        else if (note.Contains("test", StringComparison.Ordinal))
            End(time, TransitionKind.TestingEnds);
        else if (note.Contains("commission", StringComparison.Ordinal))
            End(time, TransitionKind.CommissioningEnds);
    }

    /// <summary>Lets time pass until no machine's power is about to change.</summary>
    public static void SettlePower(SimulatorCore core, FakeTimeProvider time)
    {
        while (core.State.Transitions.Pending.FirstOrDefault(pending => OfPower.Contains(pending.Transition.Kind)) is { } next)
            PassUntil(core, time, next.Due);
    }

    public void Dispose()
    {
        if (_fault is { } fault)
            _core.State.Faults.Remove(fault);
        if (_machine is not null)
            _machine.HasUnclearPower = false;
    }

    private void End(FakeTimeProvider time, TransitionKind kind)
    {
        var due = _core.State.Transitions.Pending.FirstOrDefault(pending => pending.Transition.Kind == kind
            && pending.Transition.Generation == pending.Transition.Machine.Generation
            && (_machine is null || pending.Transition.Machine == _machine))?.Due;
        if (due is { } moment)
            PassUntil(_core, time, moment);
    }

    private static void PassUntil(SimulatorCore core, FakeTimeProvider time, DateTimeOffset due)
    {
        if (due > core.State.Now)
            time.Advance(due - core.State.Now);
        new TransitionRunner(core.State).RunDue();
    }

    private static SimulatedMachine? MachineOf(SimulatorCore core, Recording recording) => recording.Path.Split('/')
        .Select(core.State.Nodes.Find).OfType<SimulatedMachine>().FirstOrDefault();
}
