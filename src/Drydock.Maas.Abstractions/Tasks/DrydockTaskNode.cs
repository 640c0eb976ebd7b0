using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Tasks;

/// <summary>One node's way through a task.</summary>
public sealed class DrydockTaskNode
{
    /// <summary>The node.</summary>
    public required string Name { get; init; }

    /// <summary>The group whose turn it had; null without a deployment strategy.</summary>
    public string? Group { get; init; }

    /// <summary>Success, Drifted, Planned, Declined, Failure, or Incomplete when it was not begun or not ended.</summary>
    public DrydockTaskVerdict Verdict { get; init; }

    /// <summary>The last step taken; null when none was.</summary>
    public string? Step { get; init; }

    /// <summary>The results of its steps, in order.</summary>
    public IReadOnlyList<DrydockStepResult> Results { get; init => field = TextList<DrydockStepResult>.From(value); } = TextList<DrydockStepResult>.Empty;

    /// <summary>The machine as last seen; null when none was found.</summary>
    public Machine? Machine { get; init; }

    /// <summary>How long its steps took together.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Why it was not begun or not ended, why it failed or what has drifted; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it failed, or what has drifted; null unless the verdict is Failure or Drifted.</summary>
    public Exception? Error { get; init; }

    /// <summary>Name, step and verdict.</summary>
    public override string ToString() => $"{Name}: {Step ?? "not begun"} {Verdict}";
}
