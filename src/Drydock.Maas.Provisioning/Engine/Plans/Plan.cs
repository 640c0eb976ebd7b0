using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>A minimal list of operations in an order in which they can be carried out; empty when everything is as designed.</summary>
internal sealed record Plan
{
    /// <summary>Orders operations; those that change nothing are left out.</summary>
    /// <param name="operations">The operations as planned, from the ground up.</param>
    public Plan(params IEnumerable<Operation> operations) => Operations = OperationOrder.Sort([.. operations.Where(o => o.Changes.Count > 0)]);

    /// <summary>A plan that changes nothing.</summary>
    public static Plan Empty { get; } = new();

    /// <summary>The operations in their order.</summary>
    public IReadOnlyList<Operation> Operations { get; private init; }

    /// <summary>Whatever the person should know about it.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>What follows once the operations have taken effect; null when nothing does.</summary>
    public FollowUpPlan? FollowUp { get; init; }

    /// <summary>What has to hold in MAAS before the first write.</summary>
    public IReadOnlyList<Precondition> Preconditions => [.. Operations.SelectMany(o => o.Preconditions)];

    /// <summary>All preconditions, those of what follows too: what could not be finished is not begun.</summary>
    public IReadOnlyList<Precondition> AllPreconditions => [.. Preconditions, .. FollowUp?.Expected.AllPreconditions ?? []];

    /// <summary>Differences that cannot be mended in the machine's present state; each says why.</summary>
    public IReadOnlyList<PlannedChange> Blocked { get; init; } = [];

    /// <summary>The ids it was planned by, where the same words may stand for another request; null where the words say it all.</summary>
    public string? Basis { get; init; }

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => Operations.Count == 0 && FollowUp is null;

    /// <summary>All changes, those of what follows as they are expected to be.</summary>
    public IReadOnlyList<PlannedChange> Changes => [.. Operations.SelectMany(o => o.Changes), .. FollowUp?.Expected.Changes ?? []];

    /// <summary>One plan of several after which nothing follows.</summary>
    public static Plan Join(params IReadOnlyList<Plan> plans) => new(plans.SelectMany(p => p.Operations))
    {
        Messages = [.. plans.SelectMany(p => p.Messages)],
        Blocked = [.. plans.SelectMany(p => p.Blocked)],
        Basis = string.Concat(plans.Select(p => p.Basis)),
    };

    /// <summary>The operation that comes after so many changes, the first that was not finished; null when all were.</summary>
    public Operation? FindOperationAfter(int changesDone)
    {
        foreach (var operation in Operations)
        {
            if (changesDone < operation.Changes.Count)
                return operation;
            changesDone -= operation.Changes.Count;
        }

        return null;
    }

    /// <summary>The plan as one that is expected only: it is shown, and never carried out.</summary>
    public Plan AsUnknown() => this with { Operations = [.. Operations.Select(o => new UnknownOperation(o.Changes) { Preconditions = o.Preconditions })] };

    /// <summary>The plan of a machine that must not be changed now: what differs stays to be read, no write is left.</summary>
    /// <param name="blocker">Why it cannot be done now.</param>
    public Plan Block(string blocker) =>
        this with { Operations = [], FollowUp = null, Blocked = [.. Blocked, .. Changes.Select(c => c with { Blocker = blocker })] };
}
