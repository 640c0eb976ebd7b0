using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>
/// The changes of writes that got no answer, until a plan made anew tells whether they happened. A plan that still has them tells nothing: the
/// write may be on its way, and refuse the one that is sent again.
/// </summary>
internal sealed class UnansweredChanges
{
    private readonly List<PlannedChange> _open = [];

    /// <summary>Keeps the changes of the write that failed, where nobody knows whether it happened.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="done">How many of its changes were made.</param>
    /// <param name="error">Why it went no further.</param>
    public void Keep<TContext>(Plan<TContext> plan, int done, MaasException error)
    {
        if (error is MaasConnectionException && plan.WriteAfter(done) is { } write)
            _open.AddRange(write.Changes.ExceptBy(_open.Select(ChangeKey.Of), ChangeKey.Of));
    }

    /// <summary>What a plan made anew no longer has to change has been changed.</summary>
    /// <param name="planned">What it has to change.</param>
    /// <param name="made">What was changed and answered since.</param>
    public IReadOnlyList<PlannedChange> Settle(IEnumerable<PlannedChange> planned, IEnumerable<PlannedChange> made)
    {
        var told = made.Select(ChangeKey.Of).ToHashSet();
        _open.RemoveAll(c => told.Contains(ChangeKey.Of(c)));
        IReadOnlyList<PlannedChange> happened = [.. _open.ExceptBy(planned.Select(ChangeKey.Of), ChangeKey.Of)];
        _open.RemoveAll(happened.Contains);
        return happened;
    }
}
