using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>The assignment of the NICs of a machine to interfaces of the design; each has one owner.</summary>
internal sealed class NicAssignment(DrydockNode node, Machine machine, DeviceNames names)
{
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    /// <summary>The NIC's name, given to an interface of the design.</summary>
    public string Claim(string aliasOrName, string owner)
    {
        var nic = Nic(aliasOrName);
        return _owners.TryAdd(nic, owner) ? nic : throw new NodeException(
            ErrorIds.DesignInvalid,
            $"NIC {nic} of {machine} is wanted twice by node {node.Name}: in {_owners[nic]} and in {owner} as {aliasOrName}. "
            + "Correct slaves, or device_aliases of the hardware profile.");
    }

    private string Nic(string aliasOrName)
    {
        var name = names.Resolve(aliasOrName);
        var physical = machine.Interfaces.Where(i => i.Type == "physical").ToList();
        if (physical.Any(i => i.Name == name))
            return name;
        var there = physical.Count == 0 ? "none" : string.Join(", ", physical.Select(i => AliasText.IsAlias(node, aliasOrName) ? DeviceMarks.Describe(i) : i.Name));
        throw new NodeException(
            ErrorIds.InterfaceNotFound,
            $"Machine {machine} of node {node.Name} has no network interface {AliasText.Describe(node, aliasOrName, name)}; it has {there}. "
            + "Correct the design, rename the interface in MAAS, or commission the machine again.");
    }
}
