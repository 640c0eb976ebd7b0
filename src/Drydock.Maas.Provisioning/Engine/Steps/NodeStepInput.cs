using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Engine.Steps;

/// <summary>A node to take a step with.</summary>
public sealed record NodeStepInput
{
    /// <summary>The node.</summary>
    public required DrydockNode Node { get; init; }

    /// <summary>The machine an earlier step found for it; null to look for it.</summary>
    public Machine? Machine { get; init; }

    /// <summary>
    /// When the machine was read, where it need not be read again within a few seconds; null to read it again in any case. A timestamp of the
    /// run's <see cref="TimeProvider"/>: the clock may be set back.
    /// </summary>
    internal long? ReadAt { get; init; }

    /// <summary>
    /// System ids of the machines that the step may be taken with; null for any. What a task has destroyed before it was interrupted is not
    /// destroyed again when the node has another machine since.
    /// </summary>
    public IReadOnlyList<string>? OnlyMachines { get; init; }

    internal bool IsFresh(TimeProvider time, long now) =>
        Machine is not null && ReadAt is { } at && time.GetElapsedTime(at, now) < TimeSpan.FromSeconds(10);
}
