using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>
/// A rack's network: link pxe with network pxe, link gp with mgmt untagged and data, store and six tagged;
/// and MAAS as it is once the site is set up.
/// </summary>
internal static class RackDesign
{
    /// <summary>The fabric that MAAS made for the NICs it found.</summary>
    public const string AutoFabric = "fabric-1";

    public static IReadOnlyList<Design.Network> Networks { get; } =
    [
        GetNetwork("pxe", "10.1.0.0/24"),
        GetNetwork("mgmt", "10.2.0.0/24", gateway: "10.2.0.1"),
        GetNetwork("data", "10.3.0.0/24", "110", 9000),
        GetNetwork("store", "10.4.0.0/24", "120"),
        GetNetwork("six", "fd00:5::/64", "130"),
    ];

    public static NetworkLink Pxe { get; } = Link("pxe", "pxe", "pxe");

    public static NetworkLink Gp { get; } = Link("gp", "mgmt", "mgmt", "data", "store", "six") with { Mtu = 9000 };

    public static NetworkLink Bonded { get; } = BondLink("gp", "mgmt", "mgmt", "data", "store", "six") with { Mtu = 9000 };

    public static SiteSnapshot Snapshot { get; } = CreateSnapshot();

    /// <summary>A node whose general-purpose link is as given.</summary>
    public static DrydockNode Node(NetworkLink gp, IReadOnlyList<NodeInterface> interfaces, params IReadOnlyList<NodeAddress> addresses)
    {
        var node = new DrydockNode { Name = "node1", PrimaryNetwork = "mgmt", Interfaces = interfaces, Addressing = addresses };
        _ = SiteWith(Networks, [Pxe, gp], node);
        return node;
    }

    public static Vlan Vlan(string fabric, int vid) => Snapshot.Fabrics.First(f => f.Name == fabric).Vlans.First(v => v.Vid == vid);

    public static Models.Subnet Subnet(string name) => Snapshot.Subnets.First(s => s.Name == name);

    /// <summary>A machine after commissioning, as MAAS answers it.</summary>
    public static Machine Commissioned(params IReadOnlyList<string> nics) => new()
    {
        SystemId = "abc123",
        Hostname = "node1",
        StatusName = "Ready",
        Interfaces = [.. nics.Select((name, i) => new NetworkInterface { Id = i + 1, Name = name, Type = "physical", Vlan = Vlan(AutoFabric, 0), EffectiveMtu = 1500 })],
    };

    private static SiteSnapshot CreateSnapshot()
    {
        var auto = Fabric(1, AutoFabric, (10, 0, 1500));
        var pxe = Fabric(2, "pxe", (20, 0, 1500));
        var gp = Fabric(3, "gp", (30, 0, 1500), (31, 110, 9000), (32, 120, 1500), (33, 130, 1500));
        Vlan[] vlans = [pxe.Vlans[0], gp.Vlans[0], gp.Vlans[1], gp.Vlans[2], gp.Vlans[3]];
        return new SiteSnapshot
        {
            Fabrics = [auto, pxe, gp],
            Subnets =
            [
                .. Networks.Select((n, i) => new Models.Subnet
                {
                    Id = 100 + i,
                    Name = n.Name,
                    Cidr = n.Cidr,
                    Vlan = vlans[i],
                    GatewayIP = n.Name == "six" ? "fd00:5::1" : n.DefaultGateway,
                }),
            ],
        };
    }

    private static Fabric Fabric(int id, string name, params (int Id, int Vid, int Mtu)[] vlans) => new()
    {
        Id = id,
        Name = name,
        Vlans = [.. vlans.Select(v => new Vlan { Id = v.Id, Vid = v.Vid, Mtu = v.Mtu, FabricId = id, Fabric = name })],
    };
}
