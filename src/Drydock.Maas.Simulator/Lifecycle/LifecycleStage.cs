using Drydock.Maas.Simulation;

namespace Drydock.Maas.Simulator.Lifecycle;

/// <summary>A status that does not last.</summary>
/// <param name="Status">The status.</param>
/// <param name="Name">What MAAS calls the operation in its events.</param>
/// <param name="EndedBy">Who ends it.</param>
/// <param name="Takes">Simulated time until then; where a power controller ends it, the time until that is asked or given up.</param>
/// <param name="Ends">What is due then.</param>
internal sealed record LifecycleStage(MachineStatus Status, string Name, StageActor EndedBy, TimeSpan Takes, TransitionKind Ends)
{
    /// <summary>What a machine becomes with which all is well.</summary>
    public required Func<IMachineHistory, MachineStatus> Next { get; init; }

    /// <summary>What it becomes with which something is not.</summary>
    public required MachineStatus Failed { get; init; }

    /// <summary>What it becomes when a user breaks the operation off; null where nobody can.</summary>
    public Func<IMachineHistory, MachineStatus>? Aborted { get; init; }

    /// <summary>The fault that makes it fail; null for none.</summary>
    public SimulatorFaultKind? Failure { get; init; }

    /// <summary>What a machine fails with when the fault does not say.</summary>
    public string? FailureMessage { get; init; }

    /// <summary>The fault that keeps it from ending at all; null for none.</summary>
    public SimulatorFaultKind? Hang { get; init; }
}
