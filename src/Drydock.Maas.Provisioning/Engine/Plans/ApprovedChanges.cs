using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>
/// The changes that a saved plan allows in one step for one node or another thing of the site. Less than that is fine, and so is an approved operation that is
/// repeated after a failure; anything beyond is refused. Values and what is acted on are compared, never the words that are shown.
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
        var left = FindEffects(changes);
        var beyond = changes.Where(c => !Covers(c, left)).ToList();
        return beyond.Count == 0 ? null : Excess(string.Join("; ", beyond.Select(c => Describe(c))));
    }

    /// <summary>What approved changes that are no longer to be done, since they have been, have left behind.</summary>
    private List<ChangeEffect> FindEffects(IReadOnlyList<PlannedChange> changes) =>
        [.. plan.Parts.Where(p => string.Equals(p.Step, step, StringComparison.OrdinalIgnoreCase) && (p == _part || _part?.SystemId is null))
            .SelectMany(p => p.Changes)
            .Where(a => a.IsKnown && a.Effects.Count > 0 && !changes.Any(c => IsSame(a, c) && a.AfterValues.Equals(c.AfterValues)))
            .SelectMany(a => a.Effects)];

    private bool Covers(PlannedChange change, List<ChangeEffect> left) =>
        (change.IsKnown && Approved.Any(a => HasSameAim(a, change) && ActsOnSame(a, change) && (a.BeforeValues.Equals(change.BeforeValues) || IsLeft(change, left))))
        || (change.Kind == ResourceKind.Machine && IsRepetition(change));

    private static bool IsSame(PlannedChange one, PlannedChange other) =>
        one.Action == other.Action && one.Kind == other.Kind && one.Property == other.Property && one.PropertyKey == other.PropertyKey && IsOfSame(one, other);

    /// <summary>
    /// The same resource: a machine, which may get its name meanwhile, and what goes, which is named by what comes in its place, by the identity; others by
    /// the name.
    /// </summary>
    private static bool IsOfSame(PlannedChange one, PlannedChange other) => FindOwn(one) is { } own && FindOwn(other) is { } others ? IsSame(own, others)
        : one.Resource == other.Resource || one.Kind == ResourceKind.Machine;

    private static ChangeSubject? FindOwn(PlannedChange change) =>
        change.Kind == ResourceKind.Machine || (change.Action == ChangeAction.Delete && change.Kind >= ResourceKind.BlockDevice)
            ? change.Subjects.FirstOrDefault(s => s.Kind == change.Kind) : null;

    private static bool HasSameAim(PlannedChange one, PlannedChange other) => IsSame(one, other) && one.AfterValues.Equals(other.AfterValues);

    /// <summary>Every disk, NIC and machine that it acts on was there when the plan was made; a machine may get its name meanwhile.</summary>
    private static bool ActsOnSame(PlannedChange approved, PlannedChange change) => change.Subjects.All(s => approved.Subjects.Any(a => IsSame(a, s)));

    private static bool IsSame(ChangeSubject one, ChangeSubject other) => one.Kind == other.Kind && one.Identity == other.Identity && one.Size == other.Size;

    /// <summary>Whether the value that it is changed from is what carried out changes of the plan have left.</summary>
    private static bool IsLeft(PlannedChange change, List<ChangeEffect> left) => left.Exists(e =>
        e.Kind == change.Kind && e.Resource == change.Resource && e.Property == FindProperty(change) && ChangeValues.FromText(e.Left).Equals(change.BeforeValues));

    private static ChangeProperty? FindProperty(PlannedChange change) => change.Action switch
    {
        ChangeAction.Mount or ChangeAction.Unmount => ChangeProperty.Mount,
        ChangeAction.Format or ChangeAction.Unformat => ChangeProperty.Filesystem,
        ChangeAction.SetBootDisk => ChangeProperty.BootDisk,
        ChangeAction.SetStorageLayout => ChangeProperty.StorageLayout,
        _ => change.Property,
    };

    /// <summary>What the plan has a machine do, in a status in which a failure of that has left it.</summary>
    private bool IsRepetition(PlannedChange change) => change.Action switch
    {
        ChangeAction.Commission => FindStatus(change) is MachineStatus.New or MachineStatus.FailedCommissioning or MachineStatus.FailedTesting && Has(change),
        ChangeAction.Deploy => Has(change),
        ChangeAction.OverrideFailedTests => Has(ChangeAction.Commission),
        ChangeAction.Allocate => Has(ChangeAction.Deploy),
        ChangeAction.Abort => Has(FindStatus(change) == MachineStatus.Deploying ? ChangeAction.Deploy : ChangeAction.Commission),
        ChangeAction.Release => HasFailed(FindStatus(change)) && (Approved.Any(a => IsSame(a, change) && ErasesAs(a, change)) || (Has(ChangeAction.Deploy) && !Erases(change))),
        ChangeAction.Delete => Approved.Any(a => IsSame(a, change)),
        _ => false,
    };

    private bool Has(PlannedChange change) => Approved.Any(a => HasSameAim(a, change));

    private bool Has(ChangeAction action) => Approved.Any(a => a.Kind == ResourceKind.Machine && a.Action == action);

    /// <summary>An erasing that failed is asked for again without its details.</summary>
    private static bool ErasesAs(PlannedChange approved, PlannedChange change) => approved.AfterValues.Equals(change.AfterValues)
        || !Erases(change) || (Erases(approved) && FindStatus(change) == MachineStatus.FailedDiskErasing);

    private static bool Erases(PlannedChange change) => change.AfterValues.Members.Keys.Any(k => k.EndsWith("erase", StringComparison.OrdinalIgnoreCase));

    private static MachineStatus? FindStatus(PlannedChange change) =>
        Enum.TryParse<MachineStatus>(change.BeforeValues.Find(MachineWrite.Status), out var known) ? known : null;

    private static bool HasFailed(MachineStatus? status) =>
        status is { } known && (known == MachineStatus.FailedDeployment || MachineState.HasFailedToRelease(known));

    private string Describe(PlannedChange change)
    {
        var approved = Approved.FirstOrDefault(a => HasSameAim(a, change)) ?? Approved.FirstOrDefault(a => IsSame(a, change));
        if (approved is null)
            return $"{change} is not in it";
        if (!approved.AfterValues.Equals(change.AfterValues))
            return $"{change}{Compare(approved.AfterValues, change.AfterValues)}, where it says: {approved}";
        var others = change.Subjects.Where(s => !approved.Subjects.Any(a => IsSame(a, s))).ToList();
        if (others.Count > 0)
            return $"{change}: {string.Join(" and ", others.Select(s => Describe(approved, s)))}";
        return $"{change}: it was {Show(approved.Before, approved.BeforeValues, change.BeforeValues)} then and is {Show(change.Before, change.BeforeValues, approved.BeforeValues)} now";
    }

    private static string Describe(PlannedChange approved, ChangeSubject subject) => approved.Subjects.FirstOrDefault(s => s.Kind == subject.Kind && s.Name == subject.Name) is { } then
        ? $"it was {then} then and is {subject} now"
        : $"{subject} was not there then";

    /// <summary>Which values differ, where the words may be the same.</summary>
    private static string Compare(ChangeValues approved, ChangeValues now)
    {
        var differing = approved.Members.Keys.Union(now.Members.Keys).Where(k => approved.Find(k) != now.Find(k)).ToList();
        return differing.Count == 0 ? "" : $" with {string.Join(", ", differing.Select(k => $"{k} {now.Find(k) ?? "(none)"} instead of {approved.Find(k) ?? "(none)"}"))}";
    }

    private static string Show(string? words, ChangeValues values, ChangeValues others)
    {
        var differing = values.Members.Keys.Where(k => values.Find(k) != others.Find(k)).Select(k => $"{k} {values.Find(k)}").ToList();
        var shown = string.IsNullOrEmpty(words) ? "(none)" : words;
        return differing.Count == 0 ? shown : $"{shown} ({string.Join(", ", differing)})";
    }

    private NodeException Excess(string what) => new(
        ErrorIds.PlanExceeded,
        $"{step} of {target} would go beyond the plan{(plan.Path is null ? "" : $" {Path.GetFileName(plan.Path)} of {plan.Site ?? "the site"}")}: {what}. "
        + "Nothing of it was done. Make a new plan (-WhatIf | Export-DrydockPlan) and have that approved.");
}
