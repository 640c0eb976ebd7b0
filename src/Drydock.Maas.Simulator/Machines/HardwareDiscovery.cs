using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>What commissioning finds: processors, memory, disks with MAAS's own layout, and where the NICs are.</summary>
internal sealed class HardwareDiscovery(SimulatorState state)
{
    private const string VirtualTag = "virtual";

    public void Run(SimulatedMachine machine, CommissionOptions options)
    {
        machine.BiosBootMethod ??= machine.Hardware.BootMethod;
        machine.CpuCount = machine.Cores = machine.Hardware.CpuCount;
        machine.Memory = machine.NumaMemory = machine.Hardware.MemoryMiB;
        FindNics(machine);
        FindDisks(machine, options.SkipStorage);
        PlaceInterfaces(machine);
        if (state.Tags.TrueForAll(t => t.Name != VirtualTag))
            state.Tags.Add(new SimulatedTag { Id = state.Ids.Next("tag"), Name = VirtualTag });
        state.AutoFabrics.Sweep();
    }

    /// <summary>Networking as commissioning makes it, whatever was made of it since.</summary>
    public void ResetInterfaces(SimulatedMachine machine)
    {
        machine.Interfaces.RemoveAll(nic => nic.Type != "physical");
        machine.Interfaces.ForEach(nic => nic.Links.Clear());
        machine.ForgetGateways(_ => true);
        PlaceInterfaces(machine);
        if (machine.BootInterface is { } boot && boot.Links.Find(link => link.Mode == "auto")?.Subnet is { } subnet)
            boot.Discovered = (subnet, state.Addresses.NextFree(subnet)!);
        state.AutoFabrics.Sweep();
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
        var subnet = state.Subnets.Find(s => s.Cidr.ToString() == machine.Hardware.BootCidr);
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
