using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Tests.Further;

/// <summary>A simulator that holds what the recorded server held, read from the answers to its lists.</summary>
internal sealed class SnapshotSite
{
    private readonly JsonObject _snapshot;
    private readonly SimulatorState _state;

    private SnapshotSite(JsonObject snapshot, SimulatorState state) => (_snapshot, _state) = (snapshot, state);

    public static SimulatorCore Create(JsonObject snapshot, string version, TimeProvider time)
    {
        var core = MaasSimulator.CreateCore(new() { MaasVersion = version, TimeProvider = time, Speed = 1 });
        new SnapshotSite(snapshot, core.State).Read();
        return core;
    }

    private void Read()
    {
        Clear();
        ReadNames();
        ReadNetworks();
        ReadBootResources();
        foreach (var body in List("rackcontrollers").Concat(_snapshot["regioncontrollers"] is null ? [] : List("regioncontrollers")))
            ReadController(body);
        foreach (var body in List("machines"))
            new SnapshotMachine(_state, _snapshot, body).Read();
        ReadRacksOfVlans();
    }

    private void Clear()
    {
        _state.Nodes.Clear();
        _state.IPRanges.Clear();
        _state.Subnets.Clear();
        _state.Vlans.Clear();
        _state.Fabrics.Clear();
        _state.Domains.Clear();
        _state.BootResources.Clear();
        _state.PackageRepositories.Clear();
    }

    private void ReadNames()
    {
        _state.Domains.AddRange(List("domains").Select(body => new SimulatedDomain
        {
            Id = Id(body), Name = Text(body, "name"), Authoritative = Flag(body, "authoritative"), IsDefault = Flag(body, "is_default"),
        }));
        foreach (var body in List("domains"))
            AddRecords(_state.Domains.First(domain => domain.Id == Id(body)), Number(body, "resource_record_count"));
        _state.Tags.AddRange(List("tags").Select((body, index) => new SimulatedTag
        {
            Id = index + 1,
            Name = Text(body, "name"),
            Comment = Text(body, "comment"),
            Definition = Text(body, "definition"),
            KernelOptions = Text(body, "kernel_opts"),
        }));
        _state.Spaces.AddRange(List("spaces").Where(body => Id(body) > 0).Select(
            body => new SimulatedSpace { Id = Id(body), Name = Text(body, "name"), Description = Text(body, "description") }));
        foreach (var zone in List("machines").Select(body => body["zone"]!.AsObject()).Where(zone => _state.Zones.All(z => z.Id != Id(zone))))
            _state.Zones.Add(new() { Id = Id(zone), Name = Text(zone, "name"), Description = Text(zone, "description") });
        foreach (var pool in List("machines").Select(body => body["pool"]!.AsObject()).Where(pool => _state.Pools.All(p => p.Id != Id(pool))))
            _state.Pools.Add(new() { Id = Id(pool), Name = Text(pool, "name"), Description = Text(pool, "description") });
        foreach (var (name, value) in _snapshot["config"] as JsonObject ?? [])
            _state.Config[name] = value?.DeepClone();
        var admin = _state.Users.First(user => user.IsSuperuser);
        admin.Email = _snapshot["email"]?.GetValue<string>() ?? "a@example.com";
        foreach (var body in _snapshot["users"]?.AsArray() ?? [])
            ReadUser(body!.AsObject());
        _state.SshKeys.AddRange(List("sshkeys").Select(body => new SimulatedSshKey { Id = Id(body), User = admin, Key = Text(body, "key") }));
        _state.PackageRepositories.AddRange(List("package_repositories").Select(ReadRepository));
    }

    /// <summary>Of the records of a domain the site tells how many there are.</summary>
    private void AddRecords(SimulatedDomain domain, int count)
    {
        for (var i = 1; i <= count; i++)
        {
            var resource = new SimulatedDnsResource { Id = _state.Ids.Next("dnsresource"), Name = $"record{i}", Domain = domain };
            resource.Addresses.Add(new([192, 0, 2, (byte)i]));
            _state.DnsResources.Add(resource);
        }
    }

    private void ReadUser(JsonObject body)
    {
        var user = _state.Users.First(user => user.Username == Text(body, "username"));
        (user.Id, user.Email) = (Id(body), Text(body, "email"));
    }

    private static SimulatedPackageRepository ReadRepository(JsonObject body) => new()
    {
        Id = Id(body),
        Name = Text(body, "name"),
        Url = Text(body, "url"),
        Key = Text(body, "key"),
        Arches = Texts(body, "arches"),
        Components = Texts(body, "components"),
        Distributions = Texts(body, "distributions"),
        DisabledPockets = Texts(body, "disabled_pockets"),
        DisabledComponents = Texts(body, "disabled_components"),
        DisableSources = Flag(body, "disable_sources"),
        Enabled = Flag(body, "enabled"),
        IsDefault = Id(body) <= 2,
    };

    private void ReadNetworks()
    {
        foreach (var body in List("fabrics"))
        {
            var fabric = new SimulatedFabric { Id = Id(body), Name = Text(body, "name"), ClassType = body["class_type"]?.GetValue<string>() };
            _state.Fabrics.Add(fabric);
            _state.Vlans.AddRange(GetVlans(fabric.Id).Select(vlan => new SimulatedVlan
            {
                Id = Id(vlan),
                Vid = Number(vlan, "vid"),
                Name = Text(vlan, "name") is "untagged" ? null : Text(vlan, "name"),
                Mtu = Number(vlan, "mtu"),
                Fabric = fabric,
                Space = _state.Spaces.Find(space => space.Name == Text(vlan, "space")),
                DhcpOn = Flag(vlan, "dhcp_on"),
            }));
        }

        _state.AutoFabrics.Settle();
        foreach (var body in List("subnets"))
            _state.Subnets.Add(ReadSubnet(body));
        _state.IPRanges.AddRange(List("ipranges").Select(body => new SimulatedIPRange
        {
            Id = Id(body),
            Type = Text(body, "type"),
            Subnet = Subnet(body["subnet"]),
            Start = IPAddress.Parse(Text(body, "start_ip")),
            End = IPAddress.Parse(Text(body, "end_ip")),
            Comment = Text(body, "comment"),
            User = body["user"] is JsonObject owner ? _state.Users.Find(user => user.Username == Text(owner, "username")) : null,
        }));
        _state.StaticRoutes.AddRange(List("static_routes").Select(body => new SimulatedStaticRoute
        {
            Id = Id(body),
            Source = Subnet(body["source"]),
            Destination = Subnet(body["destination"]),
            Gateway = IPAddress.Parse(Text(body, "gateway_ip")),
            Metric = Number(body, "metric"),
        }));
    }

    private SimulatedSubnet ReadSubnet(JsonObject body) => new()
    {
        Id = Id(body),
        Name = Text(body, "name"),
        Description = Text(body, "description"),
        Vlan = _state.Vlans.First(vlan => vlan.Id == Id(body["vlan"]!.AsObject())),
        Cidr = IPNetwork.Parse(Text(body, "cidr")),
        GatewayIp = body["gateway_ip"]?.GetValue<string>() is { } gateway ? IPAddress.Parse(gateway) : null,
        DnsServers = [.. Texts(body, "dns_servers").Select(IPAddress.Parse)],
        RdnsMode = Number(body, "rdns_mode"),
        AllowDns = Flag(body, "allow_dns"),
        AllowProxy = Flag(body, "allow_proxy"),
        ActiveDiscovery = Flag(body, "active_discovery"),
        Managed = Flag(body, "managed"),
        DisabledBootArchitectures = Texts(body, "disabled_boot_architectures"),
    };

    private void ReadBootResources() => _state.BootResources.AddRange(List("boot_resources").Select(body => new SimulatedBootResource
    {
        Id = Id(body),
        Type = Text(body, "type"),
        Name = Text(body, "name"),
        Architecture = Text(body, "architecture"),
        Title = Text(body, "title"),
        Subarches = body["subarches"]?.GetValue<string>(),
        LastDeployed = body["last_deployed"]?.GetValue<string>() is { } time ? DateTimeOffset.Parse(time + "Z", CultureInfo.InvariantCulture) : null,
        // What is listed has arrived, as far as the list can tell.
        Upload = Text(body, "type") == "Uploaded" ? new() { Id = Id(body), Type = "root-tgz", Sha256 = "", Size = 1, Received = 1 } : null,
    }));

    private void ReadController(JsonObject body)
    {
        var rack = new SimulatedController
        {
            Id = _state.Ids.Next("node"),
            SystemId = Text(body, "system_id"),
            Hostname = Text(body, "hostname"),
            Kind = Number(body, "node_type"),
            Domain = _state.Domains[0],
            Zone = _state.Zones[0],
            CommissioningResultId = body["current_commissioning_result_id"]?.GetValue<int>(),
        };
        SnapshotMachine.ReadInterfaces(_state, rack, body);
        _state.Nodes.Add(rack);
    }

    /// <summary>VLANs name racks and other VLANs, which are there only now.</summary>
    private void ReadRacksOfVlans()
    {
        foreach (var body in _state.Fabrics.SelectMany(fabric => GetVlans(fabric.Id)))
        {
            var vlan = _state.Vlans.First(known => known.Id == Id(body));
            vlan.PrimaryRack = _state.Nodes.Find(Text(body, "primary_rack")) as SimulatedController;
            vlan.RelayVlan = body["relay_vlan"] is JsonObject relay ? _state.Vlans.First(known => known.Id == Id(relay)) : null;
        }
    }

    private IEnumerable<JsonObject> GetVlans(int fabric) => _snapshot["vlans"]![$"{fabric}"]!.AsArray().Select(vlan => vlan!.AsObject());

    private SimulatedSubnet Subnet(JsonNode? body) => _state.Subnets.First(subnet => subnet.Id == Id(body!.AsObject()));

    private IEnumerable<JsonObject> List(string name) => _snapshot[name]!.AsArray().Select(item => item!.AsObject());

    private static int Id(JsonObject body) => Number(body, "id");

    private static int Number(JsonObject body, string name) => body[name]?.GetValue<int>() ?? 0;

    private static bool Flag(JsonObject body, string name) => body[name]!.GetValue<bool>();

    private static string Text(JsonObject body, string name) => body[name]?.GetValue<string>() ?? "";

    private static List<string> Texts(JsonObject body, string name) =>
        [.. (body[name] as JsonArray ?? []).Select(text => text!.GetValue<string>())];
}
