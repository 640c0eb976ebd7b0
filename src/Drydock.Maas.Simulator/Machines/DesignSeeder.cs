using System.Globalization;
using System.Net;
using Drydock.Maas.Design;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Enlists a machine per node of a design, with hardware that fits it, and what the site needs around them.</summary>
internal static class DesignSeeder
{
    private static readonly string[] Adjectives =
    [
        "brave", "calm", "clever", "eager", "fair", "gentle", "happy", "keen", "lucky", "merry", "noble", "quick", "sharp", "swift",
        "witty",
    ];
    private static readonly string[] Animals =
    [
        "badger", "crane", "dingo", "eagle", "ferret", "gecko", "heron", "ibis", "jackal", "koala", "lynx", "marten", "newt", "otter",
        "panda",
    ];

    public static void Seed(SimulatorState state, SimulatorOptions options)
    {
        if (options.Design is { } design)
        {
            AddImages(state, design);
            AddRacks(state, design);
            foreach (var node in design.Nodes)
                Enlist(state, node);
        }

        for (var i = 1; i <= options.MachineCount; i++)
            EnlistGeneric(state, i);
    }

    private static void AddImages(SimulatorState state, SiteDesign design)
    {
        foreach (var (image, kernel) in design.Nodes.Where(n => n.Image is not null)
            .Select(n => (n.Image!, n.Kernel ?? "generic")).Distinct())
        {
            var name = image.Contains('/', StringComparison.Ordinal) ? image : $"ubuntu/{image}";
            if (!state.BootResources.Exists(r => r.Name == name && r.Architecture == $"amd64/{kernel}"))
                state.BootResources.Add(new()
                {
                    Id = state.Ids.Next("bootresource"),
                    Type = "Synced",
                    Name = name,
                    Architecture = $"amd64/{kernel}",
                    Subarches = "generic",
                });
        }
    }

    /// <summary>A rack controller on each network that wants DHCP without a relay; MAAS knows the network by that.</summary>
    private static void AddRacks(SimulatorState state, SiteDesign design)
    {
        foreach (var network in design.Networks.Where(n => n.HasDhcp && string.IsNullOrEmpty(n.DhcpRelayTarget) && !n.NoConfig))
        {
            if (!IPNetwork.TryParse(network.Cidr, out var cidr) || state.Subnets.Exists(s => s.Cidr.Equals(cidr)))
                continue;
            var vlan = state.AutoFabrics.AddFabric(null);
            var subnet = new SimulatedSubnet { Id = state.Ids.Next("subnet"), Name = network.Cidr, Vlan = vlan, Cidr = cidr };
            state.Subnets.Add(subnet);
            var rack = state.RackControllers.First();
            var nic = new SimulatedInterface
            {
                Id = state.Ids.Next("interface"),
                Node = rack,
                Name = string.Create(CultureInfo.InvariantCulture, $"eth{rack.Interfaces.Count}"),
                MacAddress = state.Ids.NextMac(),
                Vlan = vlan,
                LinkSpeed = 10_000,
                InterfaceSpeed = 10_000,
            };
            nic.Links.Add(new()
            {
                Id = state.Ids.Next("link"),
                Mode = "static",
                Subnet = subnet,
                Address = AddressOrder.Shift(cidr.BaseAddress, 2),
                Created = state.Now,
            });
            rack.Interfaces.Add(nic);
        }
    }

    private static void Enlist(SimulatorState state, DrydockNode node)
    {
        var nics = NodeHardware.NicsOf(node);
        var disks = NodeHardware.DisksOf(node);
        var machine = Add(state, new HiddenHardware
        {
            Disks = [.. disks.Select(d => (d.Name, d.Size))],
            Lshw = NodeHardware.Lshw(node, nics, disks),
            BootCidr = BootNetwork(node)?.Cidr,
        });
        foreach (var (nic, index) in nics.Select((n, i) => (n, i)))
            AddNic(state, machine, nic.Name, index == 0 && node.BootMac is { } mac ? mac : state.Ids.NextMac());
        machine.BootInterface = machine.Interfaces.FirstOrDefault();
        SetPower(machine, node);
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
                machine.PowerParameters["power_pass"] = node.Oob.Credential ?? "";
                break;
            case { Type: "libvirt", LibvirtUri: { } uri }:
                machine.PowerType = "virsh";
                machine.PowerParameters["power_address"] = uri;
                machine.PowerParameters["power_id"] = node.Name;
                break;
        }
    }

    private static void EnlistGeneric(SimulatorState state, int number)
    {
        var machine = Add(state, new HiddenHardware { Disks = [("sda", 480_000_000_000), ("sdb", 1_000_000_000_000)] });
        AddNic(state, machine, "eno1", state.Ids.NextMac());
        AddNic(state, machine, "eno2", state.Ids.NextMac());
        machine.BootInterface = machine.Interfaces[0];
        machine.PowerType = "ipmi";
        machine.PowerParameters["power_address"] = string.Create(
            CultureInfo.InvariantCulture, $"10.255.{number / 250}.{(number % 250) + 1}");
        machine.PowerParameters["power_user"] = "maas";
        machine.PowerParameters["power_pass"] = "";
    }

    private static SimulatedMachine Add(SimulatorState state, HiddenHardware hardware)
    {
        var id = state.Ids.Next("node");
        var machine = new SimulatedMachine
        {
            Id = id,
            SystemId = state.Ids.NextSystemId(),
            Hostname = Name(id),
            Domain = state.Domains.Find(d => d.IsDefault) ?? state.Domains[0],
            Zone = state.Zones[0],
            Pool = state.Pools[0],
            BiosBootMethod = "pxe",
            Hardware = hardware,
        };
        state.Nodes.Add(machine);
        return machine;
    }

    private static void AddNic(SimulatorState state, SimulatedMachine machine, string name, string mac) =>
        machine.Interfaces.Add(new SimulatedInterface
        {
            Id = state.Ids.Next("interface"), Node = machine, Name = name, MacAddress = mac, Params = [], NumaNode = 0,
        });

    /// <summary>A name as MAAS gives them, the same on every run.</summary>
    private static string Name(int id)
    {
        var name = $"{Adjectives[id % Adjectives.Length]}-{Animals[id / Adjectives.Length % Animals.Length]}";
        var round = id / (Adjectives.Length * Animals.Length);
        return round == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{round}");
    }
}
