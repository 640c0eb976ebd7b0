using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>The findings of a commissioning: processors, memory, disks with MAAS's own layout, and where the NICs are.</summary>
internal sealed class HardwareDiscovery(SimulatorState state)
{
    private const string VirtualTag = "virtual";

    public void Run(SimulatedMachine machine, CommissionOptions options)
    {
        machine.BiosBootMethod ??= machine.Hardware.BootMethod;
        machine.CpuCount = machine.Cores = machine.Hardware.CpuCount;
        machine.Memory = machine.NumaMemory = machine.Hardware.MemoryMiB;
        if (!options.SkipNetworking)
        {
            ForgetInterfaces(machine);
            FindNics(machine);
        }

        FindDisks(machine, options.SkipStorage);
        machine.FoundNics.Clear();
        machine.FoundNics.AddRange(machine.Interfaces.Where(nic => nic.Type == "physical").Select(nic => (nic.Name, nic.MacAddress)));
        if (!options.SkipNetworking)
            PlaceInterfaces(machine);
        if (state.Tags.TrueForAll(t => t.Name != VirtualTag))
            state.Tags.Add(new SimulatedTag { Id = state.Ids.Next("tag"), Name = VirtualTag });
        state.AutoFabrics.Sweep();
    }

    /// <summary>
    /// Networking as the last commissioning found it: NICs it did not see go, those that were deleted come back, and the one that booted is on the
    /// subnet it was seen on, whatever VLAN it has been put on since.
    /// </summary>
    public void ResetInterfaces(SimulatedMachine machine)
    {
        machine.ForgetGateways(_ => true);
        machine.Interfaces.RemoveAll(nic => nic.Type != "physical");
        foreach (var nic in machine.Interfaces.FindAll(nic => machine.FoundNics.Count > 0 && !machine.FoundNics.Exists(found => found.Mac == nic.MacAddress)))
            InterfaceChanges.Remove(nic);
        foreach (var (name, mac) in machine.FoundNics)
        {
            if (machine.Interfaces.Find(nic => nic.MacAddress == mac) is { } known)
                known.Name = name;
            else
                NewMachines.AddNic(state, machine, name, mac);
        }

        machine.Interfaces.ForEach(nic => nic.Links.Clear());
        machine.Interfaces.ForEach(nic => nic.LinkConnected = true);
        if (machine.BootInterface is { } boot)
            LinkBoot(machine, boot);
        PlaceInterfaces(machine);
        state.AutoFabrics.Sweep();
    }

    private void LinkBoot(SimulatedMachine machine, SimulatedInterface boot)
    {
        if (boot.Discovered is null && SubnetOfBoot(machine) is { } subnet && state.Addresses.NextFree(subnet) is { } address)
            boot.Discovered = (subnet, address);
        boot.Vlan ??= boot.Discovered?.Subnet.Vlan;
        if (boot.Vlan is null)
            return;
        // One that was seen nowhere gets the first subnet of its VLAN, or what a DHCP server says.
        var on = boot.Discovered?.Subnet ?? state.Subnets.Find(other => other.Vlan == boot.Vlan);
        boot.Links.Add(new() { Id = state.Ids.Next("link"), Mode = on is null ? "dhcp" : "auto", Subnet = on, Created = state.Now });
    }

    private SimulatedSubnet? SubnetOfBoot(SimulatedMachine machine) =>
        state.Subnets.Find(subnet => subnet.Cidr.ToString() == machine.Hardware.BootCidr);

    /// <summary>Bonds, VLAN interfaces and bridges, and NICs that are not there, go with what a commissioning sees: it sees NICs alone.</summary>
    private static void ForgetInterfaces(SimulatedMachine machine)
    {
        var nics = machine.Hardware.Nics;
        foreach (var gone in machine.Interfaces.FindAll(i => i.Type != "physical" || (nics.Count > 0 && !nics.Any(nic => nic.Mac == i.MacAddress))))
            InterfaceChanges.Remove(gone);
    }

    /// <summary>A machine that was made known by its controller, or by some of its NICs, shows them all now, by the names they have.</summary>
    private void FindNics(SimulatedMachine machine)
    {
        var nics = machine.Hardware.Nics.Count > 0 || machine.Interfaces.Count > 0
            ? machine.Hardware.Nics
            : [("eno1", state.Ids.NextMac(), null), ("eno2", state.Ids.NextMac(), null)];
        foreach (var (name, mac, product) in nics)
        {
            if (machine.Interfaces.Find(i => i.Type == "physical" && i.MacAddress == mac) is not { } known)
                NewMachines.AddNic(state, machine, name, mac, product);
            else if (known.Name.StartsWith("eth", StringComparison.Ordinal) && machine.Interfaces.TrueForAll(i => i.Name != name))
                known.Name = name;
        }

        machine.BootInterface ??= machine.Interfaces.FirstOrDefault();
    }

    private void FindDisks(SimulatedMachine machine, bool keepLayout)
    {
        var known = machine.Disks.Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, size) in machine.Hardware.Disks.Where(d => !known.Contains(d.Name)))
        {
            var marks = machine.Hardware.Marks.FirstOrDefault(m => m.Name == name);
            var disk = new SimulatedBlockDevice
            {
                Id = state.Ids.Next("blockdevice"),
                Machine = machine,
                Name = name,
                Size = size,
                Serial = marks?.Serial ?? "",
                Model = marks?.Model ?? "",
                IdPath = marks?.IdPath is { Length: > 0 } path ? path : $"/dev/{name}",
            };
            disk.Tags.AddRange(["ssd", "sata"]);
            machine.BlockDevices.Add(disk);
        }

        if (!keepLayout && machine.EffectiveBootDisk is not null)
            new StorageLayouts(state, machine).Flat(null, null, null);
    }

    /// <summary>The NIC that booted is on the network it booted from; the others get fabrics of their own.</summary>
    private void PlaceInterfaces(SimulatedMachine machine)
    {
        var subnet = SubnetOfBoot(machine);
        foreach (var nic in machine.Interfaces.Where(i => i.Type == "physical").ToList())
        {
            nic.Vendor ??= "My Corporation";
            nic.Product ??= "My Gigabit Network Connection";
            nic.FirmwareVersion ??= "1.63, 0x800009fa";
            nic.LinkSpeed = nic.InterfaceSpeed = 10_000;
            if (nic.Links.Count > 0 || nic.Parents.Count > 0 || nic.Children.Any())
                continue;
            var boots = nic == machine.BootInterface && subnet is not null;
            nic.Vlan ??= boots ? subnet!.Vlan : state.AutoFabrics.Create();
            var link = boots && nic.Vlan == subnet!.Vlan
                ? new SimulatedLink { Id = state.Ids.Next("link"), Mode = "auto", Subnet = subnet, Created = state.Now }
                : new SimulatedLink { Id = state.Ids.Next("link"), Mode = "link_up", Created = state.Now };
            nic.Links.Add(link);
        }
    }
}
