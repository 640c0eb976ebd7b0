using Drydock.Maas.Design;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>Waits until MAAS has done with a machine what it was asked for, and writes nothing.</summary>
/// <param name="Node">The node whose machine it is.</param>
internal abstract record WaitOperation(DrydockNode Node) : Operation
{
    /// <inheritdoc/>
    protected sealed override IReadOnlyList<PlannedChange> OwnChanges => [];
}
