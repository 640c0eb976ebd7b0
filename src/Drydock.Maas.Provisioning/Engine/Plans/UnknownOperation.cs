using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>
/// What is expected of a machine that was never commissioned, and known only after that: it is shown, and no executor carries it out.
/// </summary>
internal sealed record UnknownOperation : Operation
{
    /// <param name="changes">What is expected.</param>
    public UnknownOperation(IEnumerable<PlannedChange> changes) => Changes = [.. changes.Select(c => c with { IsKnown = false })];

    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes { get; }
}
