using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>What somebody said yes to; a plan made anew may go beyond it.</summary>
internal sealed class Approval
{
    private HashSet<string>? _shown;

    /// <summary>Whether the yes covers these changes: what destroys something has to have been shown.</summary>
    public bool Covers(IEnumerable<PlannedChange> changes) =>
        _shown is not null && changes.All(c => c.Severity != ChangeSeverity.Destructive || _shown.Contains(c.ToString()));

    public void Add(IEnumerable<PlannedChange> changes) =>
        (_shown ??= new(StringComparer.Ordinal)).UnionWith(changes.Select(c => c.ToString()));
}
