using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>The changes somebody said yes to; a plan made anew may go beyond it.</summary>
internal sealed class Approval
{
    private HashSet<ChangeKey>? _shown;

    /// <summary>Whether the yes covers these changes: what destroys something has to have been shown.</summary>
    public bool Covers(IEnumerable<PlannedChange> changes) =>
        _shown is not null && changes.All(c => c.Severity != ChangeSeverity.Destructive || _shown.Contains(ChangeKey.From(c)));

    public void Add(IEnumerable<PlannedChange> changes) =>
        (_shown ??= []).UnionWith(changes.Select(ChangeKey.From));
}
