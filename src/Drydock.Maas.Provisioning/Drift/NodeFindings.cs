using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Drift;

/// <summary>Differences of a node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Machine">Its machine; null when there is none, or none that is certain.</param>
/// <param name="Changes">What would be changed.</param>
/// <param name="Notes">What no plan mends.</param>
internal sealed record NodeFindings(
    DrydockNode Node, Machine? Machine, IReadOnlyList<PlannedChange> Changes, IReadOnlyList<NodeNote> Notes)
{
    /// <summary>Real names of the node's device aliases, where extras are asked for.</summary>
    public DeviceNames Names { get; init; } = DeviceNames.None;
}
