using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>Collects writes and messages while a planner compares.</summary>
internal sealed class PlanBuilder<TContext>
{
    private readonly List<PlannedWrite<TContext>> _writes = [];
    private readonly List<PlannedChange> _blocked = [];
    private readonly List<Precondition> _preconditions = [];
    private readonly List<string> _messages = [];

    public void Add(PlannedChange change, Func<TContext, CancellationToken, Task> applyAsync) => _writes.Add(new(change, applyAsync));

    /// <summary>Adds an operation; none at all when it changes nothing.</summary>
    public void Add(Operation operation)
    {
        if (operation.Changes.Count > 0)
            _writes.Add(new(operation));
    }

    /// <summary>Adds one write that makes several changes; none at all when there are no changes.</summary>
    public void Add(IReadOnlyList<PlannedChange> changes, Func<TContext, CancellationToken, Task> applyAsync)
    {
        if (changes.Count > 0)
            _writes.Add(new(changes, applyAsync));
    }

    /// <summary>Notes a difference that cannot be mended in the machine's present state.</summary>
    public void Block(PlannedChange change, string blocker) => _blocked.Add(change with { Blocker = blocker });

    /// <summary>Notes what has to hold in MAAS before the first write.</summary>
    public void Require(Precondition precondition) => _preconditions.Add(precondition);

    public void Say(string message) => _messages.Add(message);

    /// <summary>The plan, its operations in an order in which they can be carried out.</summary>
    public Plan<TContext> Build() => new(Sort(_writes), [.. _messages]) { Preconditions = [.. _preconditions], Blocked = [.. _blocked] };

    private static IReadOnlyList<PlannedWrite<TContext>> Sort(IReadOnlyList<PlannedWrite<TContext>> writes) =>
        writes.Any(w => w.Operation is null) ? [.. writes] : [.. OperationOrder.Sort([.. writes.Select(w => w.Operation!)]).Select(o => new PlannedWrite<TContext>(o))];
}
