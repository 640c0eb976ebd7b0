using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>
/// The changes that a saved plan allows in one step for one node or another thing of the site. Less than that is fine, and so is an approved operation that is
/// repeated after a failure; anything beyond is refused.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="step">The step.</param>
/// <param name="target">The node, network, key, repository, tag, image or script.</param>
internal sealed class ApprovedChanges(DrydockPlan plan, string step, string target)
{
    private readonly DrydockPlanPart? _part = plan.Find(step, target);

    private IEnumerable<PlannedChange> Approved => _part?.Changes.Where(c => c.IsKnown) ?? [];

    /// <summary>Whether what the target needs was not known, or not all of it, when the plan was made.</summary>
    public bool WasUnknown => _part is { IsKnown: false };

    /// <summary>Why changes go beyond the plan; null when it covers them all.</summary>
    /// <param name="changes">What is planned now.</param>
    /// <param name="systemId">The machine it is planned for; null for other things than nodes.</param>
    public NodeException? FindExcess(IReadOnlyList<PlannedChange> changes, string? systemId)
    {
        if (changes.Count > 0 && _part?.SystemId is { } approved && systemId is not null && approved != systemId)
            return Excess($"node {target} was machine {approved} then and is machine {systemId} now");
        var beyond = changes.Where(c => !Covers(c)).ToList();
        return beyond.Count == 0 ? null : Excess(string.Join("; ", beyond.Select(Describe)));
    }

    private bool Covers(PlannedChange change)
    {
        if (change.IsKnown && Approved.Any(a => IsSame(a, change) && a.Before == change.Before && a.After == change.After))
            return true;
        if (change.Kind == ResourceKind.Machine && IsRepetition(change))
            return true;
        return change.Severity != ChangeSeverity.Destructive
            && Approved.Any(a => IsSame(a, change) && a.After == change.After)
            && (change.Property == ChangeProperty.Tags || IsAltered(change));
    }

    /// <summary>The same of the same resource; a machine is known by its id, since it may get its name meanwhile.</summary>
    private static bool IsSame(PlannedChange one, PlannedChange other) =>
        one.Action == other.Action && one.Kind == other.Kind && one.Property == other.Property && one.PropertyKey == other.PropertyKey
        && (one.Resource == other.Resource || one.Kind == ResourceKind.Machine);

    /// <summary>What the plan has a machine do, in whatever status a failure has left it.</summary>
    private bool IsRepetition(PlannedChange change) => change.Action switch
    {
        ChangeAction.Commission or ChangeAction.Deploy => Approved.Any(a => IsSame(a, change) && a.After == change.After),
        ChangeAction.OverrideFailedTests => Has(ChangeAction.Commission),
        ChangeAction.Allocate => Has(ChangeAction.Deploy),
        ChangeAction.Abort => Has(MachineStatuses.Parse(change.Before) == MachineStatus.Deploying ? ChangeAction.Deploy : ChangeAction.Commission),
        ChangeAction.Release => HasFailed(MachineStatuses.Parse(change.Before)) && (Has(ChangeAction.Deploy) || Has(ChangeAction.Release)),
        ChangeAction.Delete => Has(ChangeAction.Delete),
        _ => false,
    };

    private bool Has(ChangeAction action) => Approved.Any(a => a.Kind == ResourceKind.Machine && a.Action == action);

    private static bool HasFailed(MachineStatus? status) =>
        status is { } known && (known == MachineStatus.FailedDeployment || MachineState.HasFailedToRelease(known));

    /// <summary>Whether other changes of the plan alter the value that it is changed from.</summary>
    private bool IsAltered(PlannedChange change) => Approved.Any(a => !IsSame(a, change)
        && (a.Resource == change.Resource || change.Parents.Contains(a.Resource)
            || (a.Action == ChangeAction.SetStorageLayout && change.Scope == ChangeScope.Disk)));

    private string Describe(PlannedChange change)
    {
        var approved = Approved.FirstOrDefault(a => IsSame(a, change));
        return approved is null ? $"{change} is not in it"
            : approved.After != change.After ? $"{change}, where it says: {approved}"
            : $"{change}: it was {Show(approved.Before)} then and is {Show(change.Before)} now";
    }

    private NodeException Excess(string what) => new(
        ErrorIds.PlanExceeded,
        $"{step} of {target} would go beyond the plan{(plan.Path is null ? "" : $" {Path.GetFileName(plan.Path)}")} of {plan.CreatedAt:u}: {what}. "
        + "Nothing of it was done. Make a new plan (-WhatIf | Export-DrydockPlan) and have that approved.");

    private static string Show(string? value) => string.IsNullOrEmpty(value) ? "(none)" : value;
}
