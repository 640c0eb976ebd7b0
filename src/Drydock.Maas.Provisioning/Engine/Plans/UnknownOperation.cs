using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>
/// Changes expected of a machine that was never commissioned, and known only after that: they are shown, and no executor carries them out.
/// </summary>
internal sealed record UnknownOperation : Operation
{
    /// <param name="changes">What is expected.</param>
    public UnknownOperation(IEnumerable<PlannedChange> changes) => OwnChanges = [.. changes.Select(c => c with { IsKnown = false })];

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges { get; }
}
