using Drydock.Maas.Planning;

namespace Drydock.Maas.Tasks;

/// <summary>One step of a task, over everything it was taken with.</summary>
public sealed class DrydockTaskStep
{
    /// <summary>The step, for instance SiteNetwork, Commission or Deploy.</summary>
    public required string Name { get; init; }

    /// <summary>Drydock's name for it, for instance ApplyNodeNetworking.</summary>
    public required string DrydockName { get; init; }

    /// <summary>How it ended.</summary>
    public DrydockTaskVerdict Verdict { get; init; }

    /// <summary>One result per node or network, in the order they ended.</summary>
    public IReadOnlyList<DrydockStepResult> Results { get; init => field = TextList<DrydockStepResult>.From(value); } = TextList<DrydockStepResult>.Empty;

    /// <summary>Names of what succeeded; none in a plan.</summary>
    public IReadOnlyList<string> Successes => TextList<string>.From(
        [.. Results.Where(r => Verdict != DrydockTaskVerdict.Planned && r.Status is StepStatus.Changed or StepStatus.Unchanged).Select(r => r.Target)]);

    /// <summary>Names of what differs from the design and cannot be mended now.</summary>
    public IReadOnlyList<string> Drifted =>
        TextList<string>.From([.. Results.Where(r => r.Status == StepStatus.Drifted).Select(r => r.Target)]);

    /// <summary>Names of what failed.</summary>
    public IReadOnlyList<string> Failures =>
        TextList<string>.From([.. Results.Where(r => r.Status == StepStatus.Failed).Select(r => r.Target)]);

    /// <summary>When the first began; null when none has.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>From the first beginning to the last end.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Name and verdict.</summary>
    public override string ToString() => $"{Name}: {Verdict}";
}
