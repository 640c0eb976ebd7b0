using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>One write to MAAS with the changes it makes; planners make these without doing anything.</summary>
/// <typeparam name="TContext">What the write works on: the present state and the client.</typeparam>
/// <param name="Changes">What the write changes, one per property; at least one.</param>
/// <param name="ApplyAsync">Sends the write and keeps its answer in the context; null where an executor carries out the operation.</param>
internal sealed record PlannedWrite<TContext>(IReadOnlyList<PlannedChange> Changes, Func<TContext, CancellationToken, Task>? ApplyAsync)
{
    public PlannedWrite(PlannedChange change, Func<TContext, CancellationToken, Task> applyAsync)
        : this([change], applyAsync)
    {
    }

    public PlannedWrite(Operation operation)
        : this(operation.Changes, null) => Operation = operation;

    /// <summary>The write as data; null where it is a function still.</summary>
    public Operation? Operation { get; }
}
