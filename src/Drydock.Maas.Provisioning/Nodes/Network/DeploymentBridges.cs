using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>
/// Bridges that MAAS makes itself when a machine is deployed so (bridge_all, a VM host) and removes when it is released. Its answers do not
/// mark them; they are known by the names MAAS gives them, on a machine that holds a system.
/// </summary>
internal static class DeploymentBridges
{
    /// <summary>The machine without them: their links are again on the interfaces below.</summary>
    public static Machine Hide(Machine machine, IReadOnlySet<string> designed)
    {
        if (!MachineState.IsDeployed(machine) && !MachineState.HoldsSystem(machine))
            return machine;
        var bridges = machine.Interfaces.Where(i => IsMade(i) && !designed.Contains(i.Name)).ToList();
        if (bridges.Count == 0)
            return machine;
        var others = machine.Interfaces.Except(bridges).Select(i => bridges.Find(b => b.Parents[0] == i.Name) is { } bridge ? Under(i, bridge) : i);
        return machine with { Interfaces = [.. others] };
    }

    private static NetworkInterface Under(NetworkInterface nic, NetworkInterface bridge) => nic with
    {
        Links = nic.Links.Any(l => l.Subnet is not null) ? nic.Links : bridge.Links,
        Children = [.. nic.Children.Where(c => c != bridge.Name)],
    };

    private static bool IsMade(NetworkInterface nic) => nic.Type == "bridge" && nic.Parents is [var parent] && InterfaceName.IsOfAcquiredBridge(nic.Name, parent);
}
