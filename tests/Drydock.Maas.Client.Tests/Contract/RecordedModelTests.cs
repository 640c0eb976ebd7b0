using System.Text.Json;
using System.Text.RegularExpressions;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Client.Json;
using Drydock.Maas.Client.Tests.Fakes;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Tests.Contract;

/// <summary>Whatever MAAS was recorded to answer is read without loss, member by member.</summary>
public sealed partial class RecordedModelTests
{
    /// <summary>A model that serves several kinds of members is never recorded whole.</summary>
    private const string Whatever = "*";

    /// <summary>Later versions of MAAS brought these; the machines recorded have no bonds, which the interfaces recorded do.</summary>
    private static readonly string[] NotOfMachines =
        ["Machine.enable_kernel_crash_dump", "Machine.error_description", "Machine.is_dpu", "params.autoconf"];

    private static readonly string[] NotOfLists =
    [
        .. NotOfMachines, "params.bond_downdelay", "params.bond_lacp_rate", "params.bond_miimon", "params.bond_mode", "params.bond_num_grat_arp",
        "params.bond_updelay", "params.bond_xmit_hash_policy", "params.bridge_fd", "params.bridge_stp", "params.bridge_type",
    ];

    [Fact]
    public Task Machines_are_read() => CompareAsync<Machine>(40, OneMachine(), NotOfMachines);

    [Fact]
    public Task Lists_of_machines_are_read() => CompareAsync<List<Machine>>(10, new Regex("^machines/$"), NotOfLists);

    [Fact]
    public Task Interfaces_are_read() => CompareAsync<NetworkInterface>(
        14, new Regex("^nodes/[^/]+/interfaces/([^/]+/)?$"), "params.autoconf");

    [Fact]
    public Task Block_devices_are_read() => CompareAsync<BlockDevice>(8, new Regex("^nodes/[^/]+/blockdevices/[^/]+/$"));

    [Fact]
    public Task Partitions_are_read() => CompareAsync<Partition>(6, new Regex("/partition/[0-9]+$"));

    [Fact]
    public Task Volume_groups_are_read() => CompareAsync<VolumeGroup>(
        4, new Regex("/volume-groups?/([0-9]+/)?$"), "logical_volumes.firmware_version");

    [Fact]
    public Task Fabrics_are_read() => CompareAsync<Fabric>(5, new Regex("^fabrics/([^/]+/)?$"));

    [Fact]
    public Task VLANs_are_read() => CompareAsync<Vlan>(5, new Regex("^(fabrics/[0-9]+/)?vlans/([0-9]+/)?$"));

    [Fact]
    public Task Subnets_are_read() => CompareAsync<Subnet>(5, new Regex("^subnets/"));

    [Fact]
    public Task Ranges_are_read() => CompareAsync<IPRange>(4, new Regex("^ipranges/"));

    [Fact]
    public Task Static_routes_are_read() => CompareAsync<StaticRoute>(3, new Regex("^static-routes/"));

    [Fact]
    public Task Domains_are_read() => CompareAsync<Domain>(2, new Regex("^domains/"));

    [Fact]
    public Task Tags_are_read() => CompareAsync<Tag>(4, new Regex("^tags/[^/]*/?$"));

    [Fact]
    public Task SSH_keys_are_read() => CompareAsync<List<SshKey>>(1, new Regex("^account/prefs/sshkeys/"));

    [Fact]
    public Task Users_are_read() => CompareAsync<MaasUser>(2, new Regex("^users/"));

    [Fact]
    public Task The_version_is_read() => CompareAsync<MaasVersion>(2, new Regex("^version/$"));

    [Fact]
    public Task Rack_controllers_are_read() => CompareAsync<List<RackController>>(1, new Regex("^rackcontrollers/$"));

    [Fact]
    public Task Script_results_are_read() => CompareAsync<List<ScriptResultSet>>(
        2,
        new Regex("^nodes/[^/]+/results/$"),
        "results.output", "results.result", "results.stderr", "results.stdout");

    [Fact]
    public Task One_run_of_scripts_is_read() => CompareAsync<ScriptResultSet>(3, new Regex("^nodes/[^/]+/results/[a-z-]+/$"));

    [Fact]
    public Task Spaces_are_read() => CompareAsync<Space>(4, new Regex("^spaces/"));

    [Fact]
    public Task Zones_are_read() => CompareAsync<Zone>(2, new Regex("^zones/"));

    [Fact]
    public Task Pools_are_read() => CompareAsync<ResourcePool>(2, new Regex("^resourcepools?/"));

    [Fact]
    public Task Package_repositories_are_read() => CompareAsync<PackageRepository>(3, new Regex("^package-repositories/"));

    [Fact]
    public Task Boot_resources_are_read() => CompareAsync<BootResource>(2, new Regex("^boot-resources/[0-9]+/$"), "BootResource.base_image");

    [Fact]
    public Task Boot_sources_are_read() => CompareAsync<BootSource>(1, new Regex("^boot-sources/[0-9]+/$"));

    [Fact]
    public Task Selections_are_read() => CompareAsync<List<BootSourceSelection>>(1, new Regex("^boot-sources/1/selections/$"));

    [Fact]
    public Task RAIDs_are_read() => CompareAsync<Raid>(4, new Regex("^nodes/[^/]+/raids?/([0-9]+/)?$"), Whatever);

    [Fact]
    public Task Reserved_addresses_are_read() => CompareAsync<ReservedAddress>(1, new Regex("^ipaddresses/$"));

    [Fact]
    public Task Addresses_of_a_subnet_are_read() => CompareAsync<List<SubnetAddress>>(
        1, "ip_addresses", new Regex("^subnets/[0-9]+/$"), Whatever);

    [Fact]
    public Task Runs_of_addresses_are_read() => CompareAsync<List<AddressRange>>(1, "reserved_ip_ranges", new Regex("^subnets/[0-9]+/$"));

    [GeneratedRegex("^(machines|nodes)/[a-z0-9]{6}/$")]
    private static partial Regex OneMachine();

    private static Task CompareAsync<T>(int atLeast, Regex path, params string[] neverRecorded) =>
        CompareAsync<T>(atLeast, null, path, neverRecorded);

    private static async Task CompareAsync<T>(int atLeast, string? operation, Regex path, params string[] neverRecorded)
    {
        var agreement = new Agreement();
        var isList = typeof(T).IsGenericType;
        var recordings = Recording.ReadAll()
            .Where(r => path.IsMatch(r.Path) && (operation is null || r.Operation == operation) && Fits(r, isList))
            .ToList();
        foreach (var recording in recordings)
            agreement.Compare(recording.Path, Name(typeof(T)), await ReadBackAsync<T>(recording), recording.Body);

        Assert.True(recordings.Count >= atLeast, $"Only {recordings.Count} recordings.");
        Assert.Empty(agreement.Differences);
        if (neverRecorded is [Whatever])
            return;
        Assert.Equal(string.Join(", ", neverRecorded), string.Join(", ", agreement.NeverRecorded.Where(HasFixedName)));
    }

    /// <summary>Other operations of the same path answer something else.</summary>
    private static bool Fits(Recording recording, bool isList) =>
        recording is { Status: 200 or 201, IsJson: true }
        && recording.Operation is not (
            "query_power_state" or "power_parameters" or "list_boot_images" or "describe_power_types" or "update_nodes" or "rebuild")
        && (!isList || recording.Method == "GET")
        && recording.Body?.GetValueKind() == (isList ? JsonValueKind.Array : JsonValueKind.Object);

    /// <summary>Versions and files of a boot resource are members by their own names.</summary>
    private static bool HasFixedName(string member) => member.Split('.')[^1] is not ("progress" or "kpackage" or "upload_uri");

    private static string Name(Type type) => type.IsGenericType ? type.GetGenericArguments()[0].Name : type.Name;

    private static async Task<System.Text.Json.Nodes.JsonNode?> ReadBackAsync<T>(Recording recording)
    {
        using var maas = new FakeMaas(recording.Answer);
        using var transport = new MaasTransport(new Uri(Clients.Url), MaasApiKey.Parse(Clients.ApiKey), Clients.Options, maas);
        var model = await new ApiConnection(transport).SendAsync<T>(new MaasRequest(HttpMethod.Get, "anything/"), TestContext.Current.CancellationToken);
        Assert.Empty(Unknown.In(model));
        return JsonSerializer.SerializeToNode(model, MaasJson.Default.Options.GetTypeInfo(typeof(T)));
    }
}
