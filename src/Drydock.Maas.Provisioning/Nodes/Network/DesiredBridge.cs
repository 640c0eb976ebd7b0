using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>What makes a desired interface a bridge.</summary>
/// <param name="Below">The name of the NIC or bond it stands on.</param>
/// <param name="Over">The VLAN whose interface there it stands on; null for the NIC or bond itself.</param>
/// <param name="Settings">Its settings.</param>
internal sealed record DesiredBridge(string Below, Vlan? Over, BridgeSettings Settings)
{
    /// <summary>The name of the interface it stands on, whether it is there already or not.</summary>
    public string ParentIn(Machine machine, IReadOnlySet<string> gone) => Over is null
        ? Below
        : InterfacePlanner.FindVlan(machine, Below, Over, gone)?.Name ?? InterfacePlanner.VlanName(Below, Over);
}
