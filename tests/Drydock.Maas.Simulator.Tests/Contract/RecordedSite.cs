using System.Net;
using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>The site as it was when the recordings began.</summary>
internal static class RecordedSite
{
    /// <summary>When the first recording was made.</summary>
    public static readonly DateTimeOffset Began = new(2026, 11, 22, 23, 21, 0, TimeSpan.Zero);

    public static SimulatorCore Create(TimeProvider time, IReadOnlyList<Recording> recordings)
    {
        var core = MaasSimulator.CreateCore(new() { RackAddresses = ["10.20.0.2"], TimeProvider = time, Speed = 1 });
        var state = core.State;
        state.Users.RemoveAll(user => user.Username == "user1");
        ClearNetworks(state);
        AddNames(state);
        (state.Config["maas_name"], state.Config["commissioning_distro_series"]) = ("vm", "focal");
        AddNetworks(state);
        AddNodes(state);
        new RecordedMachines(state, recordings).Seed();
        // Automatic fabrics of machines had used up these numbers.
        state.Ids.StartAt("fabric", 48);
        state.Ids.StartAt("vlan", 51);
        // The files of the images MAAS had fetched came before 16.
        state.BootResources.ForEach(image => image.FirstFile = 4 * (image.Id - 1));
        state.Ids.StartAt("bootfile", 16);
        return core;
    }

    private static void ClearNetworks(SimulatorState state)
    {
        state.Nodes.Clear();
        state.IPRanges.Clear();
        state.Subnets.Clear();
        state.Vlans.Clear();
        state.Fabrics.Clear();
        foreach (var kind in new[] { "vlan", "subnet", "iprange", "node", "interface", "link" })
            state.Ids.StartAt(kind, 1);
        state.Ids.StartAt("fabric", 0);
    }

    private static void AddNames(SimulatorState state)
    {
        state.Spaces.Add(new() { Id = state.Ids.Next("space"), Name = "mgmt" });
        state.Spaces.Add(new() { Id = state.Ids.Next("space"), Name = "prod" });
        state.Zones.Add(new() { Id = state.Ids.Next("zone"), Name = "rack-a", Description = "rack a" });
        state.Pools.Add(new() { Id = state.Ids.Next("pool"), Name = "gpu", Description = "gpu pool" });
        foreach (var name in new[] { "compute", "storage-node", "virtual" })
            state.Tags.Add(new() { Id = state.Ids.Next("tag"), Name = name, Comment = name + " nodes" });
    }

    private static void AddNetworks(SimulatorState state)
    {
        var pxe = state.AutoFabrics.AddFabric(null);
        pxe.Space = state.Spaces[0];
        var prod = state.AutoFabrics.AddFabric("fabric-prod");
        var storage = AddVlan(state, prod.Fabric, 100, "storage", 9000);
        var tenant = AddVlan(state, prod.Fabric, 200, "tenant", 1500);
        var subnet = AddSubnet(state, "pxe", "10.20.0.0/16", pxe, "10.20.0.1", "10.20.0.2");
        AddSubnet(state, "prod", "10.30.0.0/24", prod, "10.30.0.1", "10.20.0.2");
        AddSubnet(state, "storage", "10.31.0.0/24", storage, null, null);
        AddSubnet(state, "tenant", "10.32.0.0/24", tenant, "10.32.0.1", "10.20.0.2");
        AddSubnet(state, "pxe6", "fd00:20::/64", pxe, null, null);
        AddRange(state, subnet, "dynamic", "10.20.250.1", "10.20.250.254");
        AddRange(state, subnet, "reserved", "10.20.0.1", "10.20.0.20");
    }

    private static SimulatedVlan AddVlan(SimulatorState state, SimulatedFabric fabric, int vid, string name, int mtu)
    {
        var vlan = new SimulatedVlan
        {
            Id = state.Ids.Next("vlan"),
            Vid = vid,
            Name = name,
            Fabric = fabric,
            Mtu = mtu,
            Space = state.Spaces[1],
        };
        state.Vlans.Add(vlan);
        return vlan;
    }

    private static SimulatedSubnet AddSubnet(
        SimulatorState state, string name, string cidr, SimulatedVlan vlan, string? gateway, string? dns)
    {
        var subnet = new SimulatedSubnet { Id = state.Ids.Next("subnet"), Name = name, Cidr = IPNetwork.Parse(cidr), Vlan = vlan };
        subnet.GatewayIp = gateway is null ? null : IPAddress.Parse(gateway);
        if (dns is not null)
            subnet.DnsServers.Add(IPAddress.Parse(dns));
        state.Subnets.Add(subnet);
        return subnet;
    }

    private static void AddRange(
        SimulatorState state, SimulatedSubnet subnet, string type, string start, string end) => state.IPRanges.Add(new()
    {
        Id = state.Ids.Next("iprange"), Type = type, Subnet = subnet, Start = IPAddress.Parse(start), End = IPAddress.Parse(end),
    });

    private static void AddNodes(SimulatorState state)
    {
        var rack = AddController(state, "k6hth3", "rack1", SimulatedController.Rack);
        rack.Connected = false;
        rack.ServiceStatus = "unknown";
        var region = AddController(state, "yncag6", "vm", SimulatedController.Region);
        (region.Architecture, region.CommissioningResultId) = (null, 1);
        var nic = new SimulatedInterface
        {
            Id = state.Ids.Next("interface"),
            Node = rack,
            Name = "eth0",
            MacAddress = "52:54:00:00:00:01",
            Vlan = state.Vlans[0],
            NumaNode = 0,
            LinkSpeed = 10,
            InterfaceSpeed = 1000,
        };
        nic.Links.Add(
            new() { Id = state.Ids.Next("link"), Mode = "static", Subnet = state.Subnets[0], Address = IPAddress.Parse("10.20.0.2") });
        rack.Interfaces.Add(nic);
        nic.Tags.AddRange(["tag-T6jkC4", "tag-VpnOss", "tag-25mEYo"]);
        (nic.Vendor, nic.Product) = ("vendor-1DHAvf", "product-NrtC3J");
        (state.Vlans[0].DhcpOn, state.Vlans[0].PrimaryRack) = (true, rack);
    }

    private static SimulatedController AddController(SimulatorState state, string systemId, string hostname, int kind)
    {
        var controller = new SimulatedController
        {
            Id = state.Ids.Next("node"),
            SystemId = systemId,
            Hostname = hostname,
            Kind = kind,
            Domain = state.Domains[0],
            Zone = state.Zones[0],
        };
        state.Nodes.Add(controller);
        return controller;
    }
}
