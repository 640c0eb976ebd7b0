using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>
/// Names of VLAN interfaces, which MAAS makes of a NIC's real name and the tag: what is longer than Linux takes is refused since 3.6, and
/// missing on the deployed machine before.
/// </summary>
internal static class LongNames
{
    /// <summary>Refuses what would be made with such a name; says of what is there.</summary>
    /// <exception cref="NodeException">NetworkNotPossible.</exception>
    public static void Check(PlanBuilder<MachineContext> builder, DrydockNode node, Machine machine, IReadOnlyList<DesiredInterface> interfaces)
    {
        var missing = new List<string>();
        foreach (var (desired, tagged) in interfaces.SelectMany(d => d.Tagged.Select(t => (d, t))))
        {
            var present = InterfacePlanner.FindVlan(machine, desired.Name, tagged.Vlan, new HashSet<string>());
            var name = present?.Name ?? InterfacePlanner.VlanName(desired.Name, tagged.Vlan);
            if (name.Length <= MaasCapabilities.LongestInterfaceName)
                continue;
            if (present is not null)
                builder.Say($"{Describe(node, name)} It is there in MAAS, and missing on the deployed machine. {Advise(desired, machine)}");
            else
                missing.Add($"{Describe(node, name)} MAAS refuses it since 3.6; before, it is missing on the deployed machine. {Advise(desired, machine)}");
        }

        if (missing.Count > 0)
            throw new NodeException(NodeErrorIds.NetworkNotPossible, string.Join(" ", missing));
    }

    private static string Describe(DrydockNode node, string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"VLAN interface {name} of node {node.Name} has a name of {name.Length} characters, of which Linux takes {MaasCapabilities.LongestInterfaceName}.");

    private static string Advise(DesiredInterface below, Machine machine) => below.IsNamed
        ? $"Give {below.Name} a shorter name in the design."
        : $"Rename NIC {below.Name} of {machine} in MAAS, to eth1 for example, and in the design where it has that name; or put its networks on a bond.";
}
