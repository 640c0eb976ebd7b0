using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>An ordered, minimal list of writes; empty when everything is as designed.</summary>
internal sealed record Plan<TContext>(IReadOnlyList<PlannedWrite<TContext>> Writes, IReadOnlyList<string> Messages)
{
    public static Plan<TContext> Empty { get; } = new([], []);

    /// <summary>One plan of several that have no sequel, in order.</summary>
    public static Plan<TContext> Join(IReadOnlyList<Plan<TContext>> plans) =>
        new([.. plans.SelectMany(p => p.Writes)], [.. plans.SelectMany(p => p.Messages)])
    {
        Preconditions = [.. plans.SelectMany(p => p.Preconditions)],
        Blocked = [.. plans.SelectMany(p => p.Blocked)],
        Basis = string.Concat(plans.Select(p => p.Basis)),
    };

    /// <summary>What follows once the writes have taken effect; null when nothing does.</summary>
    public Sequel<TContext>? Sequel { get; init; }

    /// <summary>What has to hold in MAAS before the first write.</summary>
    public IReadOnlyList<Precondition> Preconditions { get; init; } = [];

    /// <summary>All preconditions, those of the sequel too: what could not be finished is not begun.</summary>
    public IReadOnlyList<Precondition> AllPreconditions => [.. Preconditions, .. Sequel?.Expected.AllPreconditions ?? []];

    /// <summary>Differences that cannot be mended in the machine's present state; each says why.</summary>
    public IReadOnlyList<PlannedChange> Blocked { get; init; } = [];

    /// <summary>The ids it was planned by, where the same words may stand for another request; null where the words say it all.</summary>
    public string? Basis { get; init; }

    public bool IsEmpty => Writes.Count == 0 && Sequel is null;

    /// <summary>All changes, those of the sequel as they are expected to be.</summary>
    public IReadOnlyList<PlannedChange> Changes => [.. Writes.SelectMany(w => w.Changes), .. Sequel?.Expected.Changes ?? []];

    /// <summary>The write that comes after so many changes, the first that was not finished; null when all were.</summary>
    public PlannedWrite<TContext>? WriteAfter(int changesDone)
    {
        foreach (var write in Writes)
        {
            if (changesDone < write.Changes.Count)
                return write;
            changesDone -= write.Changes.Count;
        }

        return null;
    }

    /// <summary>The plan as one that is expected only: it is shown, and never carried out.</summary>
    public Plan<TContext> AsUnknown() => this with { Writes = [.. Writes.Select(w => new PlannedWrite<TContext>(new UnknownOperation(w.Changes)))] };

    /// <summary>The plan of a machine that must not be changed now: what differs stays to be read, no write is left.</summary>
    /// <param name="blocker">Why it cannot be done now.</param>
    public Plan<TContext> Block(string blocker) =>
        this with { Writes = [], Sequel = null, Preconditions = [], Blocked = [.. Blocked, .. Changes.Select(c => c with { Blocker = blocker })] };
}
