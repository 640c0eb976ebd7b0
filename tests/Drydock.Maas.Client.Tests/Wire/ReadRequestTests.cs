using Drydock.Maas.Api;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Wire;

public sealed class ReadRequestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_list_is_read_with_a_trailing_slash_and_no_body()
    {
        await Sending.ExpectListAsync(c => c.Fabrics.ListAsync(Cancel), "GET fabrics/");
        await Sending.ExpectListAsync(c => c.Subnets.ListAsync(Cancel), "GET subnets/");
        await Sending.ExpectListAsync(c => c.IPRanges.ListAsync(Cancel), "GET ipranges/");
        await Sending.ExpectListAsync(c => c.StaticRoutes.ListAsync(Cancel), "GET static-routes/");
        await Sending.ExpectListAsync(c => c.Domains.ListAsync(Cancel), "GET domains/");
        await Sending.ExpectListAsync(c => c.Tags.ListAsync(Cancel), "GET tags/");
        await Sending.ExpectListAsync(c => c.RackControllers.ListAsync(Cancel), "GET rackcontrollers/");
        await Sending.ExpectListAsync(c => c.BootResources.ListAsync(Cancel), "GET boot-resources/");
        await Sending.ExpectListAsync(c => c.SshKeys.ListAsync(Cancel), "GET account/prefs/sshkeys/");
        await Sending.ExpectListAsync(c => c.VolumeGroups.ListAsync("4y3h7n", Cancel), "GET nodes/4y3h7n/volume-groups/");
        await Sending.ExpectListAsync(c => c.Machines.GetResultsAsync("4y3h7n", Cancel), "GET nodes/4y3h7n/results/");
        await Sending.ExpectListAsync(c => c.ReservedIPs.ListAsync(Cancel), "GET reservedips/");
        await Sending.ExpectListAsync(
            c => c.Machines.ListResultsAsync(["4y3h7n", "r6m3yq"], Cancel), "GET commissioning-results/?system_id=4y3h7n&system_id=r6m3yq");
        await Sending.ExpectListAsync(c => c.Nodes.ListAsync(["node1", "node2"], Cancel), "GET nodes/?hostname=node1&hostname=node2");
    }

    [Fact]
    public async Task Single_things_are_read_by_their_path()
    {
        await Sending.ExpectAsync(c => c.Machines.GetAsync("4y3h7n", Cancel), "GET machines/4y3h7n/");
        await Sending.ExpectAsync(c => c.WhoAmIAsync(Cancel), "GET users/?op=whoami");
        await Sending.ExpectAsync(c => c.RackControllers.GetPowerParametersAsync(Cancel), "GET rackcontrollers/?op=power_parameters");
        await Sending.ExpectAsync(c => c.RackControllers.IsConnectedAsync("k6hth3", Cancel), "GET rackcontrollers/k6hth3/?op=list_boot_images");
    }

    [Fact]
    public Task Without_a_filter_all_machines_are_asked_for() =>
        Sending.ExpectListAsync(c => c.Machines.ListAsync(new MachineFilter(), Cancel), "GET machines/");

    [Fact]
    public async Task Filters_repeat_their_names_in_the_form_MAAS_understands()
    {
        var filter = new MachineFilter
        {
            SystemIds = ["4y3h7n"],
            Hostnames = ["Node1.Example.com", "node2"],
            MacAddresses = ["52:54:00:AA:00:01"],
            Statuses = ["ready", "deployed"],
            Tags = ["gpu"],
            Zones = ["z1"],
            Pools = ["p1"],
            Domains = ["example.com"],
        };

        var sent = await Sending.CaptureAsync(c => c.Machines.ListAsync(filter, Cancel), "[]");

        Assert.Equal("GET machines/", sent.MethodAndPath);
        Assert.Equal(
            [
                "domain=example.com", "hostname=NODE1", "hostname=NODE2", "hostname=Node1", "hostname=Node2", "hostname=node1", "hostname=node2",
                "id=4y3h7n", "mac_address=52:54:00:aa:00:01",
                "pool=p1", "status=deployed", "status=ready", "tags=gpu", "zone=z1",
            ],
            sent.Query.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_long_filter_is_several_requests_and_each_machine_is_there_once()
    {
        using var maas = new FakeMaas(Answers.Json("""[{"system_id": "aaaaaa"}, {"system_id": "bbbbbb"}]"""));
        using var client = Clients.Of(maas);

        var filter = new MachineFilter { Hostnames = [.. Enumerable.Range(0, 1000).Select(i => $"node{i:D4}")] };

        var machines = await client.Machines.ListAsync(filter, Cancel);

        Assert.InRange(maas.Sent.Count, 2, 10);
        Assert.Equal(["aaaaaa", "bbbbbb"], machines.Select(m => m.SystemId));
    }

    [Fact]
    public async Task Power_parameters_are_read_of_those_named()
    {
        using var maas = new FakeMaas(Answers.Json(
            """{"aaaaaa": {"power_address": "10.0.0.1", "power_user": "maas", "flags": ["a", "b"], "port": 623, "k_g": null}}"""));
        using var client = Clients.Of(maas);

        var found = await client.Machines.GetPowerParametersAsync(["aaaaaa", "bbbbbb"], Cancel);

        Assert.Equal(["op=power_parameters", "id=aaaaaa", "id=bbbbbb"], Assert.Single(maas.Sent).Query);
        var power = found["aaaaaa"];
        Assert.Equal(("10.0.0.1", "maas"), (power.PowerAddress, power.PowerUser));
        Assert.Equal(("a,b", "623", ""), (power.All["flags"], power.All["port"], power.All["k_g"]));
    }

    [Fact]
    public async Task Power_parameters_of_all_are_read_only_when_all_are_meant()
    {
        using var maas = new FakeMaas(Answers.Json("{}"));
        using var client = Clients.Of(maas);

        Assert.Empty(await client.Machines.GetPowerParametersAsync([], Cancel));
        Assert.Empty(maas.Sent);
        await client.Machines.GetPowerParametersAsync(null, Cancel);
        Assert.Equal("GET machines/?op=power_parameters", Assert.Single(maas.Sent).Line);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Whether_images_are_imported_is_one_word(string body, bool expected)
    {
        using var maas = new FakeMaas(Answers.Json(body));
        using var client = Clients.Of(maas);

        Assert.Equal(expected, await client.BootResources.IsImportingAsync(Cancel));
        Assert.Equal("GET boot-resources/?op=is_importing", Assert.Single(maas.Sent).Line);
    }
}
