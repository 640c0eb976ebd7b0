using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Plans;

/// <summary>An ordered, minimal list of writes; empty when everything is as designed.</summary>
internal sealed record Plan<TContext>(IReadOnlyList<PlannedWrite<TContext>> Writes, IReadOnlyList<string> Messages)
{
    public static Plan<TContext> Empty { get; } = new([], []);

    public bool IsEmpty => Writes.Count == 0;

    public IReadOnlyList<PlannedChange> Changes => [.. Writes.SelectMany(w => w.Changes)];
}
