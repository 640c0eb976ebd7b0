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

    /// <summary>What has to hold in MAAS before the first write of its plan.</summary>
    public IReadOnlyList<Precondition> Preconditions { get; init; } = [];

    /// <summary>Whether it can be done only after another operation of the same plan.</summary>
    /// <param name="other">The other operation.</param>
    public virtual bool Requires(Operation other) => false;

    /// <summary>That something comes into being; that disturbs nobody but a machine that gets it among its disks or interfaces.</summary>
    /// <param name="kind">The kind of resource.</param>
    /// <param name="name">Its name.</param>
    /// <param name="after">What it will be, in words.</param>
    /// <param name="parents">What it stands on or belongs to.</param>
    internal static PlannedChange Create(ResourceKind kind, string name, string? after = null, params IReadOnlyList<string> parents)
    {
        var severity = kind <= ResourceKind.Machine ? ChangeSeverity.Cosmetic : ChangeSeverity.Disruptive;
        return Act(ChangeAction.Create, kind, name, null, after, severity) with { Parents = parents };
    }

    /// <summary>That something goes away, and what it holds with it; an interface or a link holds nothing that could not be made again.</summary>
    /// <param name="kind">The kind of resource.</param>
    /// <param name="name">Its name.</param>
    /// <param name="before">What it is now, in words.</param>
    /// <param name="parents">What it stands on or belongs to.</param>
    internal static PlannedChange Delete(ResourceKind kind, string name, string? before = null, params IReadOnlyList<string> parents)
    {
        var severity = kind is ResourceKind.Interface or ResourceKind.Link ? ChangeSeverity.Disruptive : ChangeSeverity.Destructive;
        return Act(ChangeAction.Delete, kind, name, before, null, severity) with { Parents = parents };
    }

    /// <summary>That a property gets another value.</summary>
    /// <param name="kind">The kind of resource.</param>
    /// <param name="name">Its name.</param>
    /// <param name="property">The property.</param>
    /// <param name="before">The value in MAAS, in words.</param>
    /// <param name="after">The value it gets, in words.</param>
    /// <param name="severity">What that does to a machine in use.</param>
    internal static PlannedChange Set(
        ResourceKind kind, string name, ChangeProperty property, string? before, string? after, ChangeSeverity severity = ChangeSeverity.Disruptive) =>
        Act(ChangeAction.Update, kind, name, before, after, severity) with { Property = property };

    /// <summary>That something is done to a resource: it is formatted, deployed, imported.</summary>
    /// <param name="action">What is done.</param>
    /// <param name="kind">The kind of resource.</param>
    /// <param name="name">Its name.</param>
    /// <param name="before">What is there now, in words.</param>
    /// <param name="after">What will be there, in words.</param>
    /// <param name="severity">What that does to a machine in use.</param>
    internal static PlannedChange Act(
        ChangeAction action, ResourceKind kind, string name, string? before, string? after, ChangeSeverity severity = ChangeSeverity.Disruptive) => new()
    {
        Action = action,
        Kind = kind,
        Resource = name,
        Before = before,
        After = after,
        Severity = severity,
    };
}
