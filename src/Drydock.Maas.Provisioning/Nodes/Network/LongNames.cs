using System.Globalization;
using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Names of VLAN interfaces that are longer than Linux takes: refused by MAAS since 3.6, and missing on the deployed machine before.</summary>
internal static class LongNames
{
    /// <summary>Refuses what would be made with such a name; answers what there is to say of those that are there.</summary>
    /// <exception cref="NodeException">NetworkNotPossible.</exception>
    public static IReadOnlyList<string> Check(DrydockNode node, MachineNetwork network)
    {
        var (missing, present) = (new List<string>(), new List<string>());
        foreach (var (desired, tagged) in network.Desired.SelectMany(d => d.Tagged.Select(t => (d, t))))
        {
            var name = network.VlanName(desired.Name, tagged.Vlan);
            if (!InterfaceName.IsTooLong(name))
                continue;
            if (network.FindVlan(desired.Name, tagged.Vlan) is not null)
                present.Add($"{Describe(node, name)} It is there in MAAS, and missing on the deployed machine. {Advise(desired, network.Machine)}");
            else
                missing.Add($"{Describe(node, name)} MAAS refuses it since 3.6; before, it is missing on the deployed machine. {Advise(desired, network.Machine)}");
        }

        return missing.Count == 0 ? present : throw new NodeException(ErrorIds.NetworkNotPossible, string.Join(" ", missing));
    }

    private static string Describe(DrydockNode node, string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"VLAN interface {name} of node {node.Name} has a name of {name.Length} characters, of which Linux takes {InterfaceName.LongestLength}.");

    private static string Advise(DesiredInterface below, Machine machine) => below.IsNamed
        ? $"Give {below.Name} a shorter name in the design."
        : $"Rename NIC {below.Name} of {machine} in MAAS, to eth1 for example, and in the design where it has that name; or put its networks on a bond.";
}
