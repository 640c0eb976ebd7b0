using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>Consequences of a change of one interface for those around it.</summary>
internal sealed class InterfaceChanges(SimulatorState state)
{
    /// <summary>Another VLAN drops the links; a fabric that nothing is on any more goes.</summary>
    public void Move(SimulatedInterface nic, SimulatedVlan? vlan)
    {
        if (nic.Vlan == vlan)
            return;
        var before = nic.Vlan;
        nic.Vlan = vlan;
        if (nic.Node is SimulatedController)
            MoveSubnets(nic, before);
        else
            InterfaceLinks.Clear(nic);
        if (before is not null)
            state.AutoFabrics.DropIfEmpty(before.Fabric);
    }

    /// <summary>
    /// MAAS saves what stands on an interface with it: bonds and bridges strip their members of links and pull them onto their VLAN, VLAN
    /// interfaces take over the MAC address.
    /// </summary>
    public void Follow(SimulatedInterface nic)
    {
        if (!nic.LinkConnected)
            nic.LinkSpeed = 0;
        if (nic.Type != "physical" && nic.Parents.Count > 0)
            nic.Enabled = nic.Parents.Exists(parent => parent.Enabled);
        if (nic.Type == "vlan" && nic.Parents.Count > 0)
            nic.MacAddress = nic.Parents[0].MacAddress;
        foreach (var child in nic.Children.ToList())
            Follow(child);
        if (nic.Type is not ("bond" or "bridge"))
            return;
        foreach (var parent in nic.Parents)
        {
            InterfaceLinks.Clear(parent);
            if (parent.Vlan == nic.Vlan)
                continue;
            Move(parent, nic.Vlan);
            Follow(parent);
        }
    }

    /// <summary>A NIC that is switched off has no links, nor has what stands on such NICs alone.</summary>
    public void Enable(SimulatedInterface nic, bool enabled)
    {
        if (nic.Enabled == enabled)
            return;
        nic.Enabled = enabled;
        var children = nic.Children.ToList();
        if (enabled)
        {
            var links = new InterfaceLinks(state);
            foreach (var other in children.Prepend(nic))
                links.EnsureLinkUp(other);
            return;
        }

        InterfaceLinks.Clear(nic);
        foreach (var child in children.Where(child => !child.Parents.Exists(parent => parent.Enabled)))
        {
            InterfaceLinks.Clear(child);
            child.Discovered = null;
        }
    }

    /// <summary>What stands on the interface alone goes with it.</summary>
    public static void Remove(SimulatedInterface nic)
    {
        foreach (var child in nic.Children.ToList())
        {
            if (child.Parents.Count == 1)
                Remove(child);
            child.Parents.Remove(nic);
        }

        InterfaceLinks.Clear(nic);
        nic.Node.Interfaces.Remove(nic);
        if (nic.Node is SimulatedMachine machine && machine.BootInterface == nic)
            machine.BootInterface = null;
    }

    /// <summary>Subnets a controller is on go where it goes; so do the VLANs on its interface.</summary>
    private static void MoveSubnets(SimulatedInterface nic, SimulatedVlan? before)
    {
        if (before is null || nic.Vlan is null)
            return;
        foreach (var subnet in nic.Links.Select(link => link.Subnet).OfType<SimulatedSubnet>())
            subnet.Vlan = nic.Vlan;
    }
}
