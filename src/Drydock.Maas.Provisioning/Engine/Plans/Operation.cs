using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>
/// A write to MAAS as data: what it is done to and the values it sets. Planners make operations without doing anything; the executor of their
/// family carries them out.
/// </summary>
internal abstract record Operation
{
    /// <summary>What the write changes, one per property; they derive from the operation's values. Empty for an operation that only waits.</summary>
    public IReadOnlyList<PlannedChange> Changes
    {
        get
        {
            var changes = OwnChanges;
            // A write that changes one thing has all it sends told of that; otherwise each change tells its own value.
            return Subjects.Count == 0 && Effects.Count == 0 && (changes.Count != 1 || (Sent is null && Found is null)) ? changes
                : [.. changes.Select(c => Complete(c, isOnly: changes.Count == 1))];
        }
    }

    /// <summary>The machine, NICs and disks it acts on, as they were found.</summary>
    public virtual IReadOnlyList<ChangeSubject> Subjects { get; init; } = [];

    /// <summary>What MAAS does to other resources with it, beyond what its changes say.</summary>
    public virtual IReadOnlyList<ChangeEffect> Effects => [];

    /// <summary>The values it sends, where there are more than the new value of one property.</summary>
    public virtual ChangeValues? Sent => null;

    /// <summary>The values it takes the place of, where there are more than the former value of one property.</summary>
    public virtual ChangeValues? Found => null;

    /// <summary>Its changes in themselves.</summary>
    protected abstract IReadOnlyList<PlannedChange> OwnChanges { get; }

    /// <summary>What has to hold in MAAS before the first write of its plan.</summary>
    public IReadOnlyList<Precondition> Preconditions { get; init; } = [];

    /// <summary>Whether it can be done only after another operation of the same plan.</summary>
    /// <param name="other">The other operation.</param>
    public virtual bool Requires(Operation other) => false;

    private PlannedChange Complete(PlannedChange change, bool isOnly)
    {
        var told = change with { Subjects = Subjects.Count == 0 ? change.Subjects : Subjects, Effects = Effects.Count == 0 ? change.Effects : Effects };
        if (isOnly && Sent is { } sent)
            told = told with { AfterValues = sent };
        return isOnly && Found is { } found ? told with { BeforeValues = found } : told;
    }

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
