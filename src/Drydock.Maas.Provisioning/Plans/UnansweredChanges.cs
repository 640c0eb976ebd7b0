using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Plans;

/// <summary>The changes of a write that got no answer, until a plan made anew tells whether it happened.</summary>
internal sealed class UnansweredChanges
{
    private IReadOnlyList<PlannedChange> _changes = [];

    /// <summary>Keeps the changes of the write that failed, where nobody knows whether it happened.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="done">How many of its changes were made.</param>
    /// <param name="error">Why it went no further.</param>
    public void Keep<TContext>(Plan<TContext> plan, int done, MaasException error) =>
        _changes = error is MaasConnectionException ? plan.WriteAfter(done)?.Changes ?? [] : [];

    /// <summary>What a plan made anew no longer has to change has been changed.</summary>
    public IReadOnlyList<PlannedChange> Settle(IEnumerable<PlannedChange> planned)
    {
        var left = planned.Select(c => c.ToString()).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<PlannedChange> happened = [.. _changes.Where(c => !left.Contains(c.ToString()))];
        _changes = [];
        return happened;
    }
}
