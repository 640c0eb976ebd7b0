using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>
/// A condition of a plan that its planner cannot see in what it was given: MAAS is asked for it before the first write of the plan.
/// </summary>
internal abstract record Precondition
{
    /// <summary>Why it does not hold and what to do about that; null when it holds.</summary>
    /// <param name="reads">What is read for it, shared by all nodes of a command.</param>
    /// <param name="isRefused">Whether MAAS has refused a write of the plan for good: then what was expected to change meanwhile has not.</param>
    /// <param name="token">Cancels.</param>
    public abstract Task<NodeException?> FindBreachAsync(PreconditionReads reads, bool isRefused, CancellationToken token);

    /// <summary>What is worth knowing about it although it holds; null for nothing.</summary>
    /// <param name="reads">What is read for it.</param>
    /// <param name="token">Cancels.</param>
    public virtual Task<string?> FindNoteAsync(PreconditionReads reads, CancellationToken token) => Task.FromResult<string?>(null);
}
