using System.Net;
using System.Net.Sockets;
using System.Numerics;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Seeding;

/// <summary>Fills a new server with what every MAAS has, and with its rack controllers.</summary>
internal static class SiteSeeder
{
    public const string AdminName = "admin";
    public const string UserName = "user1";

    private static readonly string[] DefaultRack = ["172.30.0.2"];

    public static void Seed(SimulatorState state, SimulatorOptions options)
    {
        AddUsers(state);
        state.Domains.Add(new() { Id = state.Ids.Next("domain"), Name = "maas", IsDefault = true });
        state.Zones.Add(new() { Id = state.Ids.Next("zone"), Name = "default" });
        state.Pools.Add(new() { Id = state.Ids.Next("pool"), Name = "default", Description = "Default pool" });
        AddRepositories(state);
        ScriptSeeder.Seed(state);
        ConfigSeeder.Seed(state);
        BootResourceSeeder.Seed(state);
        BootResourceSeeder.AddSource(state);
        AddRegion(state);
        var number = 0;
        foreach (var address in RackAddresses(options))
            AddRack(state, IPAddress.Parse(address), ++number);
    }

    private static string[] RackAddresses(SimulatorOptions options)
    {
        var relays = options.Design?.Networks.Select(network => network.DhcpRelayTarget).OfType<string>() ?? [];
        var addresses = options.RackAddresses.Concat(relays).Distinct(StringComparer.Ordinal).ToArray();
        return addresses.Length > 0 ? addresses : DefaultRack;
    }

    private static void AddUsers(SimulatorState state)
    {
        state.Users.Add(new() { Id = state.Ids.Next("user"), Username = "MAAS", Email = "maas@localhost" });
        state.Users.Add(new() { Id = state.Ids.Next("user"), Username = AdminName, Email = "admin@example.com", Password = AdminName, IsSuperuser = true });
        state.Users.Add(new() { Id = state.Ids.Next("user"), Username = UserName, Email = "user1@example.com", Password = UserName });
        foreach (var user in state.Users.Skip(1))
            user.Tokens.Add(new() { Consumer = state.Ids.NextKey(18), Key = state.Ids.NextKey(18), Secret = state.Ids.NextKey(32) });
    }

    private static void AddRepositories(SimulatorState state)
    {
        state.PackageRepositories.Add(new()
        {
            Id = state.Ids.Next("repository"),
            Name = "main_archive",
            Url = "http://archive.ubuntu.com/ubuntu",
            Arches = ["amd64", "i386"],
            IsDefault = true,
        });
        state.PackageRepositories.Add(new()
        {
            Id = state.Ids.Next("repository"),
            Name = "ports_archive",
            Url = "http://ports.ubuntu.com/ubuntu-ports",
            Arches = ["armhf", "arm64", "ppc64el", "s390x"],
            IsDefault = true,
        });
    }

    /// <summary>The server itself; what networks it has is not told.</summary>
    private static void AddRegion(SimulatorState state) => state.Nodes.Add(new SimulatedController
    {
        Id = state.Ids.Next("node"),
        SystemId = state.Ids.NextSystemId(),
        Hostname = "region1",
        Kind = SimulatedController.Region,
        Domain = state.Domains[0],
        Zone = state.DefaultZone,
    });

    /// <summary>A rack controller makes its own network known, and serves DHCP there unless another does already.</summary>
    private static void AddRack(SimulatorState state, IPAddress address, int number)
    {
        var network = GetNetwork(address);
        var subnet = state.Subnets.Find(known => known.Cidr.Equals(network)) ?? AddSubnet(state, network);
        var rack = new SimulatedController
        {
            Id = state.Ids.Next("node"),
            SystemId = state.Ids.NextSystemId(),
            Hostname = FormattableString.Invariant($"rack{number}"),
            Kind = SimulatedController.Rack,
            Domain = state.Domains[0],
            Zone = state.DefaultZone,
        };
        RackNics.Add(state, rack, subnet, address, speed: 1000);
        state.Nodes.Add(rack);
        subnet.Vlan.PrimaryRack ??= rack;
        subnet.Vlan.DhcpOn = true;
    }

    private static IPNetwork GetNetwork(IPAddress address)
    {
        var prefix = address.AddressFamily == AddressFamily.InterNetwork ? 24 : 64;
        return new(AddressOrder.GetNetwork(address, prefix), prefix);
    }

    private static SimulatedSubnet AddSubnet(SimulatorState state, IPNetwork network)
    {
        var subnet = new SimulatedSubnet
        {
            Id = state.Ids.Next("subnet"),
            Name = network.ToString(),
            Vlan = state.AutoFabrics.AddFabric(null),
            Cidr = network,
        };
        state.Subnets.Add(subnet);
        // MAAS keeps the first 2^32 addresses of an IPv6 network for itself.
        var (first, last) = network.PrefixLength == 64 ? (BigInteger.Pow(2, 32), BigInteger.Pow(2, 32) + ushort.MaxValue) : (100, 200);
        state.IPRanges.Add(new()
        {
            Id = state.Ids.Next("iprange"),
            Type = "dynamic",
            Subnet = subnet,
            Start = AddressOrder.Shift(network.BaseAddress, first),
            End = AddressOrder.Shift(network.BaseAddress, last),
            Comment = "dhcp",
        });
        return subnet;
    }
}
