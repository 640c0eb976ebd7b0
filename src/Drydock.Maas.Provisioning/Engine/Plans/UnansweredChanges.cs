using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>
/// The changes of writes that got no answer, until a plan made anew tells whether they happened. A plan that still has them tells nothing: the
/// write may be on its way, and refuse the one that is sent again.
/// </summary>
internal sealed class UnansweredChanges
{
    private readonly List<PlannedChange> _open = [];

    /// <summary>Keeps the changes of the operation that failed, where nobody knows whether it happened.</summary>
    /// <param name="operation">The operation; null where the failure was not in one.</param>
    /// <param name="error">Why it went no further.</param>
    public void KeepChanges(Operation? operation, MaasException error)
    {
        if (error is MaasConnectionException && operation is not null)
            _open.AddRange(operation.Changes.ExceptBy(_open.Select(ChangeKey.From), ChangeKey.From));
    }

    /// <summary>What a plan made anew no longer has to change has been changed.</summary>
    /// <param name="planned">What it has to change.</param>
    /// <param name="made">What was changed and answered since.</param>
    public IReadOnlyList<PlannedChange> Settle(IEnumerable<PlannedChange> planned, IEnumerable<PlannedChange> made)
    {
        var told = made.Select(ChangeKey.From).ToHashSet();
        _open.RemoveAll(c => told.Contains(ChangeKey.From(c)));
        IReadOnlyList<PlannedChange> happened = [.. _open.ExceptBy(planned.Select(ChangeKey.From), ChangeKey.From)];
        _open.RemoveAll(happened.Contains);
        return happened;
    }
}
