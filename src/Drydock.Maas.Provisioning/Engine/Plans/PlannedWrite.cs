using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>An operation in its place in a plan, with the changes it makes.</summary>
/// <typeparam name="TContext">What the operation is carried out on: the present state and the client.</typeparam>
/// <param name="Operation">The operation.</param>
internal sealed record PlannedWrite<TContext>(Operation Operation)
{
    /// <summary>What it changes, one per property; at least one.</summary>
    public IReadOnlyList<PlannedChange> Changes { get; } = Operation.Changes;
}
