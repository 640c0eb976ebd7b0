using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Deploy;

/// <summary>
/// A rack controller that MAAS is connected to: machines get their system from it, and without one MAAS only says that the operating system
/// is unavailable.
/// </summary>
/// <param name="NodeName">The node that is to be deployed.</param>
internal sealed record ConnectedRack(string NodeName) : Precondition
{
    /// <inheritdoc/>
    public override async Task<NodeException?> FindBreachAsync(PreconditionReads reads, bool isRefused, CancellationToken token)
    {
        var racks = await reads.RacksAsync(token).ConfigureAwait(false);
        if (racks.Count == 0 && !reads.SeesRacks)
            return null;
        if (racks.Count > 0 && await reads.IsRackConnectedAsync(token).ConfigureAwait(false))
            return null;
        var found = racks.Count == 0
            ? "MAAS has no rack controller"
            : $"MAAS is connected to no rack controller ({string.Join("; ", racks.Select(r => $"{r}: {Describe(RackHealth.Faults(r))}"))})";
        return new(
            ErrorIds.NoRackConnected,
            $"{found}, so that node {NodeName} cannot get its operating system. See to it that maas-rackd runs and reaches the region, then run the step again.");
    }

    private static string Describe(IReadOnlyList<string> faults) => faults.Count == 0 ? "not connected" : string.Join(", ", faults);
}
