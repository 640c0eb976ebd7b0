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
    public IReadOnlyList<DrydockStepResult> Results { get; init => field = TextList<DrydockStepResult>.Of(value); } = [];

    /// <summary>Names of what succeeded.</summary>
    public IReadOnlyList<string> Successes => TextList<string>.Of(
        [.. Results.Where(r => r.Status is not (StepStatus.Failed or StepStatus.Skipped)).Select(r => r.Target)]);

    /// <summary>Names of what failed.</summary>
    public IReadOnlyList<string> Failures =>
        TextList<string>.Of([.. Results.Where(r => r.Status == StepStatus.Failed).Select(r => r.Target)]);

    /// <summary>When the first began; null when none has.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>From the first beginning to the last end.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Name and verdict.</summary>
    public override string ToString() => $"{Name}: {Verdict}";
}
