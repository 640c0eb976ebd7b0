using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Engine.Steps;

/// <summary>The course of a step for one thing of the site.</summary>
internal sealed class SiteWork(string target)
{
    private readonly List<string> _messages = [];

    public string Target => target;

    public List<PlannedChange> Changes { get; } = [];

    public UnansweredChanges Unanswered { get; } = new();

    public Exception? Error { get; set; }

    /// <summary>Why something of it could not be done, while the rest was.</summary>
    public NodeException? Shortfall { get; private set; }

    public StepStatus? Ended { get; set; }

    /// <summary>What MAAS said when it refused one of its writes.</summary>
    public HashSet<string> Refusals { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the person said no.</summary>
    public bool IsDeclined { get; private set; }

    public bool IsOpen => Error is null && Ended is null;

    public void Decline()
    {
        IsDeclined = true;
        Skip("Not approved.");
    }

    public void Skip(string reason)
    {
        Ended = StepStatus.Skipped;
        if (!_messages.Contains(reason))
            _messages.Add(reason);
    }

    public void Take(SitePart part)
    {
        Changes.AddRange(Unanswered.Settle(part.Changes, Changes));
        // A plan made twice says the same.
        _messages.AddRange(part.Plan.Messages.Append(part.SkippedBecause).OfType<string>().Where(m => !_messages.Contains(m)).ToList());
        if (part.SkippedBecause is not null)
            Ended = StepStatus.Skipped;
        Error ??= part.Error;
        Shortfall = part.Shortfall;
    }

    public DrydockStepResult ToResult(string step, DateTimeOffset start, DateTimeOffset now) => new()
    {
        Target = target,
        Step = step,
        Status = Error is not null || Shortfall is not null ? StepStatus.Failed : Ended ?? (Changes.Count > 0 ? StepStatus.Changed : StepStatus.Unchanged),
        Changes = [.. Changes.Select(c => c with { Target = target })],
        Messages = [.. _messages],
        IsDeclined = IsDeclined,
        StartedAt = start,
        Duration = now - start,
        Error = Error ?? Shortfall,
    };
}
