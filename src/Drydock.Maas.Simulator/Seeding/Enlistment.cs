using System.Globalization;
using Drydock.Maas.Design;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.Resources.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Seeding;

/// <summary>Machines that boot from the network for the first time and become known.</summary>
internal static class Enlistment
{
    /// <summary>A machine whose hardware fits the node.</summary>
    public static void Enlist(SimulatorState state, DrydockNode node)
    {
        var nics = NodeHardware.GetNics(node);
        var disks = NodeHardware.GetDisks(node);
        var boots = nics.FirstOrDefault(n => n.Mac == node.BootMac) ?? nics.FirstOrDefault(n => n.Mac is null);
        var machine = NewMachines.Add(state, new HiddenHardware
        {
            Nics = [.. nics.Select(n => (n.Name, (n == boots ? node.BootMac : null) ?? n.Mac ?? state.Ids.NextMac(), n.Product))],
            BootMethod = node.HardwareProfile?.BootMode == "uefi" ? "uefi" : "pxe",
            Disks = [.. disks.Select(d => (d.Name, d.Size))],
            Marks = [.. disks.Where(d => d.Alias?.HasMarks == true).Select(NodeHardware.GetMarks)],
            Resources = NodeHardware.Resources(disks),
            Lshw = NodeHardware.Lshw(node, nics, disks),
            BootCidr = BootNetwork(node)?.Block.Canonical,
        });
        foreach (var (name, mac, product) in machine.Hardware.Nics)
            NewMachines.AddNic(state, machine, name, mac, product);
        machine.BiosBootMethod = machine.Hardware.BootMethod;
        machine.BootInterface = machine.Interfaces.Find(i => i.MacAddress == node.BootMac) ?? machine.Interfaces.FirstOrDefault();
        SetPower(machine, node);
        PowerTypes.Complete(state.Rules, machine);
    }

    /// <summary>A machine of no design, with two NICs and two disks.</summary>
    public static void Enlist(SimulatorState state, int number)
    {
        var machine = NewMachines.Add(state, new HiddenHardware { Disks = [("sda", 480_000_000_000), ("sdb", 1_000_000_000_000)] });
        NewMachines.AddNic(state, machine, "eno1", state.Ids.NextMac());
        NewMachines.AddNic(state, machine, "eno2", state.Ids.NextMac());
        machine.BiosBootMethod = machine.Hardware.BootMethod;
        machine.BootInterface = machine.Interfaces[0];
        machine.PowerType = "ipmi";
        machine.PowerParameters["power_address"] = string.Create(
            CultureInfo.InvariantCulture, $"10.255.{number / 250}.{(number % 250) + 1}");
        machine.PowerParameters["power_user"] = "maas";
        machine.PowerParameters["power_pass"] = "";
        PowerTypes.Complete(state.Rules, machine);
    }

    /// <summary>The network machines boot on: the first that the node gets by DHCP, or the first with a DHCP range.</summary>
    private static Network? BootNetwork(DrydockNode node) =>
        node.Addressing.Where(a => a.Type == "dhcp").Select(a => node.Site.FindNetwork(a.Network)).FirstOrDefault(n => n is not null)
        ?? node.Site.Networks.FirstOrDefault(n => n.HasDhcp);

    private static void SetPower(SimulatedMachine machine, DrydockNode node)
    {
        switch (node.Oob)
        {
            case { Type: "ipmi" or "redfish", Address: { } address }:
                machine.PowerType = node.Oob.Type;
                machine.PowerParameters["power_address"] = address;
                machine.PowerParameters["power_user"] = node.Oob.Account ?? "maas";
                machine.PowerParameters["power_pass"] = node.Oob.Credential?.Reveal() ?? "";
                break;
            case { Type: "libvirt", LibvirtUri: { } uri }:
                machine.PowerType = "virsh";
                machine.PowerParameters["power_address"] = uri;
                machine.PowerParameters["power_id"] = node.Name;
                break;
        }
    }
}
