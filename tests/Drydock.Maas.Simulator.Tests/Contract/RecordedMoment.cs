using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.State;
using Microsoft.Extensions.Time.Testing;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>What a recording notes that machines and their controllers did, for as long as its request is asked.</summary>
internal sealed class RecordedMoment : IDisposable
{
    private static readonly HappeningKind[] OfPower =
        [HappeningKind.PowerOn, HappeningKind.PowerOff, HappeningKind.ReleasePowersDown, HappeningKind.ReleaseEnds];

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
            End(time, HappeningKind.DeploymentEnds);
        else if (note.Contains("rescue", StringComparison.Ordinal))
            End(time, HappeningKind.RescueModeEntered);
        else if (note.Contains("erased", StringComparison.Ordinal))
            End(time, HappeningKind.ErasingEnds);
        else if (note.Contains("test", StringComparison.Ordinal))
            End(time, HappeningKind.TestingEnds);
        else if (note.Contains("commission", StringComparison.Ordinal))
            End(time, HappeningKind.CommissioningEnds);
    }

    /// <summary>Lets time pass until no machine's power is about to change.</summary>
    public static void SettlePower(SimulatorCore core, FakeTimeProvider time)
    {
        while (core.State.Events.Pending.FirstOrDefault(pending => OfPower.Contains(pending.Happening.Kind)) is { } next)
            PassUntil(core, time, next.Due);
    }

    public void Dispose()
    {
        if (_fault is { } fault)
            _core.State.Faults.Remove(fault);
        if (_machine is not null)
            _machine.HasUnclearPower = false;
    }

    private void End(FakeTimeProvider time, HappeningKind kind)
    {
        var due = _core.State.Events.Pending.FirstOrDefault(pending => pending.Happening.Kind == kind
            && pending.Happening.Generation == pending.Happening.Machine.Generation
            && (_machine is null || pending.Happening.Machine == _machine))?.Due;
        if (due is { } moment)
            PassUntil(_core, time, moment);
    }

    private static void PassUntil(SimulatorCore core, FakeTimeProvider time, DateTimeOffset due)
    {
        if (due > core.State.Now)
            time.Advance(due - core.State.Now);
        new Happenings(core.State).RunDue();
    }

    private static SimulatedMachine? MachineOf(SimulatorCore core, Recording recording) => recording.Path.Split('/')
        .Select(core.State.Nodes.Find).OfType<SimulatedMachine>().FirstOrDefault();
}
