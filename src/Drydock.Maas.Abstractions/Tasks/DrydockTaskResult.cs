using Drydock.Maas.Planning;

namespace Drydock.Maas.Tasks;

/// <summary>A whole task: what was done, step by step and node by node, and how it ended.</summary>
public sealed class DrydockTaskResult
{
    // Not public: PowerShell would make one of any object with the right properties.
    internal DrydockTaskResult()
    {
    }

    /// <summary>The task's identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it does.</summary>
    public required DrydockTaskAction Action { get; init; }

    /// <summary>The site, or null when its design has no Region.</summary>
    public string? Site { get; init; }

    /// <summary>Whether it was only planned (-WhatIf).</summary>
    public bool IsPlan { get; init; }

    /// <summary>How it ended.</summary>
    public DrydockTaskVerdict Verdict { get; init; }

    /// <summary>
    /// Whether the criteria of the deployment strategy were met; without one, whether nothing failed, was declined or broken off. A node that
    /// has drifted is deployed, and counts as succeeded here; false where no node is selected.
    /// </summary>
    public bool MeetsCriteria { get; init; }

    /// <summary>Steps, in order.</summary>
    public IReadOnlyList<DrydockTaskStep> Steps { get; init => field = TextList<DrydockTaskStep>.From(value); } = TextList<DrydockTaskStep>.Empty;

    /// <summary>Nodes, in design order; empty for tasks of the site.</summary>
    public IReadOnlyList<DrydockTaskNode> Nodes { get; init => field = TextList<DrydockTaskNode>.From(value); } = TextList<DrydockTaskNode>.Empty;

    /// <summary>Groups of the deployment strategy, in the order of their turns; empty without one.</summary>
    public IReadOnlyList<DrydockTaskGroup> Groups { get; init => field = TextList<DrydockTaskGroup>.From(value); } = TextList<DrydockTaskGroup>.Empty;

    /// <summary>What steps and task have to say.</summary>
    public IReadOnlyList<DrydockTaskMessage> Messages { get; init => field = TextList<DrydockTaskMessage>.From(value); } = TextList<DrydockTaskMessage>.Empty;

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The journal it was recorded in; null without one.</summary>
    public string? JournalPath { get; init; }

    /// <summary>The address of the MAAS it was done on; null where its journal does not say.</summary>
    public Uri? MaasUrl { get; init; }

    /// <summary>How many nodes, or networks and keys of the site, succeeded.</summary>
    public int Succeeded => Count(DrydockTaskVerdict.Success);

    /// <summary>How many failed.</summary>
    public int Failed => Count(DrydockTaskVerdict.Failure);

    /// <summary>How many differ from the design in what cannot be mended now.</summary>
    public int Drifted => Count(DrydockTaskVerdict.Drifted);

    /// <summary>How many changes were made, or would be.</summary>
    public int ChangeCount => Steps.Sum(s => s.Results.Sum(r => r.Changes.Count));

    /// <summary>Action, site and verdict.</summary>
    public override string ToString() => $"{Action} of {Site ?? "site"}: {Verdict}";

    private int Count(DrydockTaskVerdict verdict) => Nodes.Count > 0
        ? Nodes.Count(n => n.Verdict == verdict)
        : Steps.Sum(s => verdict switch
        {
            DrydockTaskVerdict.Success => s.Successes.Count,
            DrydockTaskVerdict.Failure => s.Failures.Count,
            _ => s.Drifted.Count,
        });
}
