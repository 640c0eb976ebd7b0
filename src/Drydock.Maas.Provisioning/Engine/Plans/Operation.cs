using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>
/// A write to MAAS as data: what it is done to and the values it sets. Planners make operations without doing anything; the executor of their
/// family carries them out.
/// </summary>
internal abstract record Operation
{
    /// <summary>What the write changes, one per property; they derive from the operation's values. Empty for an operation that only waits.</summary>
    public abstract IReadOnlyList<PlannedChange> Changes { get; }

    /// <summary>Whether it can be done only after another operation of the same plan.</summary>
    /// <param name="other">The other operation.</param>
    public virtual bool Requires(Operation other) => false;
}
