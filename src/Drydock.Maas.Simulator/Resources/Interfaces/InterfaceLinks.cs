using System.Net;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>Makes and drops the links of interfaces, as MAAS's own steps do.</summary>
internal sealed class InterfaceLinks(SimulatorState state)
{
    /// <summary>Adds a link; a first subnet decides the VLAN.</summary>
    public SimulatedLink Add(SimulatedInterface nic, string mode, SimulatedSubnet? subnet, IPAddress? address = null, SimulatedUser? user = null)
    {
        if (nic.Vlan is null && subnet is not null)
            new InterfaceChanges(state).Move(nic, subnet.Vlan);
        if (mode is "dhcp")
            DropDhcp(nic, subnet);
        if (mode is "link_up")
            Drop(nic, IsLinkUp);
        var link = new SimulatedLink
        {
            Id = state.Ids.Next("link"), Mode = mode, Subnet = subnet, Address = address, User = user, Created = state.Now,
        };
        if (mode is not "dhcp")
            DropDhcp(nic, subnet);
        Drop(nic, IsLinkUp);
        nic.Links.Add(link);
        if (IsLinkUp(link))
            new InterfaceChanges(state).Follow(nic);
        return link;
    }

    /// <summary>
    /// No interface on a VLAN stays without a link: one that was seen on a subnet of the VLAN is up on that. A link that is only up goes as soon as
    /// there is another.
    /// </summary>
    public void EnsureLinkUp(SimulatedInterface nic)
    {
        if (nic.Links.Count > 0)
        {
            if (!nic.Links.TrueForAll(IsLinkUp))
                Drop(nic, IsLinkUp);
        }
        else if (nic.Vlan is { } vlan)
        {
            Add(nic, "link_up", nic.Discovered is { } seen && seen.Subnet.Vlan == vlan ? seen.Subnet : null);
        }
    }

    /// <summary>Drops one link; what is enabled is up all the same.</summary>
    public void Unlink(SimulatedInterface nic, SimulatedLink link)
    {
        Drop(nic, other => other == link);
        if (nic.Enabled)
            EnsureLinkUp(nic);
    }

    public static void Clear(SimulatedInterface nic) => Drop(nic, _ => true);

    /// <summary>The choice of a link's gateway goes with it.</summary>
    public static void Drop(SimulatedInterface nic, Predicate<SimulatedLink> isGone)
    {
        if (nic.Node is SimulatedMachine machine)
            machine.ForgetGateways(link => nic.Links.Contains(link) && isGone(link));
        nic.Links.RemoveAll(isGone);
    }

    private static bool IsLinkUp(SimulatedLink link) => link.Mode == "link_up";

    private static void DropDhcp(SimulatedInterface nic, SimulatedSubnet? subnet) => Drop(
        nic, link => link.Mode == "dhcp" && (subnet is null || link.Subnet is null || link.Subnet.IsV6 == subnet.IsV6));
}
