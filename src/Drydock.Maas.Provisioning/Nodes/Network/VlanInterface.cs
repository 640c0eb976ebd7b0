using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>A tagged interface on another, as the design wants it.</summary>
/// <param name="Vlan">The VLAN.</param>
/// <param name="Mtu">Its MTU in bytes; null for the VLAN's.</param>
/// <param name="Link">Its link; null below a bridge.</param>
internal sealed record VlanInterface(Vlan Vlan, int? Mtu, SubnetLink? Link)
{
    /// <summary>
    /// The MTU it is to have where it is there already: the NIC below carries at least this MTU, and one that the design no longer has would never
    /// let it come down.
    /// </summary>
    public int WantedMtu => Mtu ?? Vlan.Mtu;

    /// <summary>Reads it from the design.</summary>
    /// <param name="reader">The site and the machine.</param>
    /// <param name="design">The interface it is on.</param>
    /// <param name="link">The link of that.</param>
    /// <param name="fabric">The link's fabric.</param>
    /// <param name="network">The network it is for.</param>
    public static VlanInterface Read(DesiredNetworkReader reader, NodeInterface design, NetworkLink link, Fabric fabric, Design.Network network)
    {
        if (network.VlanTag is not { } tag || tag <= 0)
        {
            throw new NodeException(
                ErrorIds.NetworkNotPossible,
                $"Network {network.Name} (node {reader.Node.Name}) has no VLAN tag and is not the native network of link {link.Name}; it cannot share the link.");
        }

        RequireCarrier(reader, design, link, fabric, network);
        return new(DesiredNetworkReader.FindVlan(fabric, tag, network.Name), network.Mtu, SubnetLink.Read(reader, network));
    }

    /// <summary>What it lacks to be as designed.</summary>
    /// <param name="network">The network.</param>
    /// <param name="parent">The interface it is on.</param>
    public IEnumerable<InterfaceOperation> Plan(MachineNetwork network, DesiredInterface parent) => network.FindVlan(parent.Name, Vlan) is { } present
        ? [UpdateInterface.Find(present, Vlan, WantedMtu, network.FindBridge(parent.Name, Vlan))]
        : [new CreateVlanInterface(parent.Name, this) { Causes = [.. network.DeletedOver(parent.Name).Select(i => i.Name)] }];

    /// <summary>The MTU that it is made with or changed to; null where it is not written.</summary>
    public int? FindWrittenMtu(MachineNetwork network, string parent) => network.FindVlan(parent, Vlan) is not { } present ? Mtu
        : InterfaceMtu.Find(present, Vlan, WantedMtu).Differs ? WantedMtu
        : null;

    /// <summary>A network that no link carries, or another, has its VLAN elsewhere or nowhere, whatever is run.</summary>
    private static void RequireCarrier(DesiredNetworkReader reader, NodeInterface design, NetworkLink link, Fabric fabric, Design.Network network)
    {
        if (link.AllowedNetworks.Contains(network.Name) || fabric.Vlans.Any(v => v.Vid == network.VlanTag))
            return;
        var node = reader.Node;
        var carrier = node.Site.FindLinkOfNetwork(network.Name) is { } other ? $"link {other.Name} carries it" : "no network link carries it";
        throw new NodeException(
            ErrorIds.DesignInvalid,
            $"Interface {design.Name} of node {node.Name} is on network {network.Name}, but its link {link.Name} does not carry that network: {carrier}. "
            + $"Add {network.Name} to allowed_networks of {link.Name} and run Set-MaasSiteNetwork, or take it off the interface.");
    }
}

/// <summary>Makes a VLAN interface.</summary>
/// <param name="Parent">The name of the interface it is on.</param>
/// <param name="Wanted">The VLAN interface.</param>
internal sealed record CreateVlanInterface(string Parent, VlanInterface Wanted) : InterfaceSetup
{
    /// <inheritdoc/>
    public override string Interface => InterfaceName.FormatVlan(Parent, Wanted.Vlan.Vid);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parents => [Parent];

    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(new InterfaceUpdate { VlanId = Wanted.Vlan.Id, Mtu = Wanted.Mtu }).With("parent", Parent);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges
    {
        get
        {
            var mtu = Wanted.Mtu is { } size ? string.Create(CultureInfo.InvariantCulture, $", mtu {size}") : "";
            return [Create(ResourceKind.Interface, Interface, $"VLAN {Wanted.Vlan}{mtu}", [Parent, .. Causes])];
        }
    }

    /// <inheritdoc/>
    protected override bool IsTagged => true;
}
