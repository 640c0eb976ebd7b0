using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>A NIC that is in no bond.</summary>
internal sealed record Nic : DesiredInterface
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Nics => [Name];

    /// <inheritdoc/>
    public override bool IsNamed => false;

    /// <summary>Reads it from the design; null where a bond has it.</summary>
    /// <param name="reader">The site and the machine.</param>
    /// <param name="design">The interface in the design.</param>
    /// <param name="link">Its link.</param>
    /// <param name="bonded">The NICs of the node's bonds.</param>
    public static Nic? Read(DesiredNetworkReader reader, NodeInterface design, NetworkLink link, IReadOnlySet<string> bonded)
    {
        var node = reader.Node;
        if (design.Slaves.Count != 1)
        {
            throw new NodeException(
                ErrorIds.DesignInvalid, $"Interface {design.Name} of node {node.Name} has {design.Slaves.Count} slaves; on a link without bonding it needs one.");
        }

        var nic = reader.Names.Resolve(design.Slaves[0]);
        if (bonded.Contains(nic))
        {
            reader.AddMessage($"Interface {design.Name} shares NIC {nic} with a bond; the bond has it, {design.Name} gets no link of its own.");
            return null;
        }

        var name = reader.Nics.Claim(design.Slaves[0], design.Name);
        var networks = reader.ReadNetworks(design, link);
        return new() { Name = name, Vlan = networks.Untagged, Mtu = link.Mtu, Native = networks.Native, Tagged = networks.Tagged };
    }

    /// <summary>VLAN and MTU of a NIC, in one update.</summary>
    /// <param name="network">The network.</param>
    /// <param name="name">The NIC.</param>
    /// <param name="desired">The interface that has it.</param>
    /// <param name="above">The bond or bridge that may be on it already.</param>
    /// <param name="keepsMtu">Whether it needs an MTU of its own although its VLAN has it.</param>
    public static InterfaceOperation PlanUpdate(MachineNetwork network, string name, DesiredInterface desired, NetworkInterface? above, bool keepsMtu) =>
        UpdateInterface.Find(network.Find(name)!, desired.Vlan, desired.Mtu, above, keepsMtu) with { Causes = network.ClearedFrom(name) };

    /// <inheritdoc/>
    protected override IEnumerable<InterfaceOperation> PlanItself(MachineNetwork network) =>
        [PlanUpdate(network, Name, this, network.FindBridge(Name, null), InterfaceMtu.IsToBeKept(network.Find(Name)!, network, this))];
}
