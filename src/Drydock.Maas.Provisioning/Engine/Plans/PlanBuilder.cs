using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>Collects operations and messages while a planner compares.</summary>
internal sealed class PlanBuilder<TContext>
{
    private readonly List<Operation> _operations = [];
    private readonly List<PlannedChange> _blocked = [];
    private readonly List<Precondition> _preconditions = [];
    private readonly List<string> _messages = [];

    /// <summary>Adds an operation; none at all when it changes nothing.</summary>
    public void Add(Operation operation)
    {
        if (operation.Changes.Count > 0)
            _operations.Add(operation);
    }

    /// <summary>Notes a difference that cannot be mended in the machine's present state.</summary>
    public void Block(PlannedChange change, string blocker) => _blocked.Add(change with { Blocker = blocker });

    /// <summary>Notes what has to hold in MAAS before the first write.</summary>
    public void Require(Precondition precondition) => _preconditions.Add(precondition);

    public void Say(string message) => _messages.Add(message);

    /// <summary>The plan, its operations in an order in which they can be carried out.</summary>
    public Plan<TContext> Build() => new([.. OperationOrder.Sort(_operations).Select(o => new PlannedWrite<TContext>(o))], [.. _messages])
    {
        Preconditions = [.. _preconditions],
        Blocked = [.. _blocked],
    };
}
