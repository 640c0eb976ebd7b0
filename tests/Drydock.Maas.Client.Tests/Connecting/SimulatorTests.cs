using Drydock.Maas.Api;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Simulator;
using Drydock.Maas.Simulator.Seeding;

namespace Drydock.Maas.Client.Tests.Connecting;

/// <summary>The client against the simulator, over a real connection.</summary>
public sealed class SimulatorTests : IAsyncDisposable
{
    private readonly MaasSimulator _simulator = MaasSimulator.Start(new SimulatorOptions { MachineCount = 2 });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/api/2.0/")]
    [InlineData("/r/machines")]
    public async Task A_pasted_address_connects(string rest)
    {
        using var session = await ConnectAsync($"{_simulator.Url}{rest}", _simulator.ApiKey);

        Assert.Equal(_simulator.Url, session.Url);
        Assert.True(session.User.IsSuperuser);
    }

    [Fact]
    public async Task A_key_of_no_administrator_is_refused()
    {
        var error = await Assert.ThrowsAsync<MaasException>(() => ConnectAsync(_simulator.Url.ToString(), _simulator.UserApiKey));

        Assert.Equal("NotAdministrator", error.ErrorId);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_and_the_right_one_not_shown()
    {
        var secret = _simulator.ApiKey.Split(':')[2];
        var wrong = _simulator.ApiKey.Replace(secret, "wrong", StringComparison.Ordinal);

        var error = await Assert.ThrowsAsync<MaasApiException>(() => ConnectAsync(_simulator.Url.ToString(), wrong));

        Assert.Equal("AuthenticationFailed", error.ErrorId);
        Assert.DoesNotContain(secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_is_refused()
    {
        var error = await Assert.ThrowsAsync<MaasApiException>(() => ConnectAsync(_simulator.Url.ToString(), "nobody:knows:this"));

        Assert.Equal("AuthenticationFailed", error.ErrorId);
    }

    [Fact]
    public async Task Another_path_on_the_same_server_is_not_MAAS()
    {
        var url = $"http://127.0.0.1:{_simulator.Url.Port}/grafana";

        var error = await Assert.ThrowsAsync<MaasConnectionException>(() => ConnectAsync(url, _simulator.ApiKey));

        Assert.Equal("NotMaas", error.ErrorId);
    }

    [Fact]
    public async Task What_is_written_is_read_back()
    {
        using var session = await ConnectAsync(_simulator.Url.ToString(), _simulator.ApiKey);
        var client = session.Client;

        var fabric = await client.Fabrics.CreateAsync("lab-1", Cancel);
        var vlan = await client.Vlans.CreateAsync(fabric.Id, new VlanUpdate { Vid = 102, Name = "storage", Mtu = 9000 }, Cancel);
        var subnet = await client.Subnets.CreateAsync(
            new SubnetUpdate { Name = "st", Cidr = "192.0.2.0/24", VlanId = vlan.Id, DnsServers = ["192.0.2.2", "192.0.2.3"] }, Cancel);

        var read = Assert.Single(await client.Subnets.ListAsync(Cancel), s => s.Id == subnet.Id);
        Assert.Equal(("192.0.2.0/24", 102, "lab-1", 9000), (read.Cidr, read.Vlan?.Vid, read.Vlan?.Fabric, read.Vlan?.Mtu));
        Assert.Equal(["192.0.2.2", "192.0.2.3"], read.DnsServers);
    }

    [Fact]
    public async Task Machines_are_found_by_what_they_were_asked_for()
    {
        using var session = await ConnectAsync(_simulator.Url.ToString(), _simulator.ApiKey);
        var machines = session.Client.Machines;

        var all = await machines.ListAsync(new MachineFilter(), Cancel);
        var one = await machines.ListAsync(new MachineFilter { Hostnames = [all[1].Hostname] }, Cancel);

        Assert.Equal(2, all.Count);
        Assert.Equal(all[1].SystemId, Assert.Single(one).SystemId);
    }

    [Fact]
    public async Task A_machine_meets_every_tag_of_a_filter_that_is_too_long_for_one_request()
    {
        using var session = await ConnectAsync(_simulator.Url.ToString(), _simulator.ApiKey);
        var client = session.Client;
        var machines = await client.Machines.ListAsync(new MachineFilter(), Cancel);
        string[] tags = [.. Enumerable.Range(0, 60).Select(i => $"{i:D3}{new string('x', 150)}")];
        foreach (var tag in tags)
        {
            await client.Tags.CreateAsync(new TagRequest { Name = tag }, Cancel);
            await client.Tags.UpdateNodesAsync(tag, [machines[0].SystemId], [], Cancel);
        }

        await client.Tags.UpdateNodesAsync(tags[0], [machines[1].SystemId], [], Cancel);
        await client.Tags.UpdateNodesAsync(tags[^1], [machines[1].SystemId], [], Cancel);

        var tagged = await client.Machines.ListAsync(new MachineFilter { Tags = tags }, Cancel);
        Assert.Equal(machines[0].SystemId, Assert.Single(tagged).SystemId);
        var untagged = new Dictionary<string, IReadOnlyList<string>> { ["not_tags"] = [.. tags.Skip(1).Take(58), tags[^1]] };
        Assert.Empty(await client.Machines.ListAsync(new MachineFilter { Others = untagged }, Cancel));
        Assert.Empty(await client.Machines.StreamAsync(new MachineFilter { Others = untagged }, Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_filter_of_many_machines_and_many_tags_is_met_in_both()
    {
        using var session = await ConnectAsync(_simulator.Url.ToString(), _simulator.ApiKey);
        var client = session.Client;
        var machines = await client.Machines.ListAsync(new MachineFilter(), Cancel);
        string[] tags = [.. Enumerable.Range(0, 60).Select(i => $"{i:D3}{new string('x', 150)}")];
        foreach (var tag in tags)
        {
            await client.Tags.CreateAsync(new TagRequest { Name = tag }, Cancel);
            await client.Tags.UpdateNodesAsync(tag, [.. machines.Select(m => m.SystemId)], [], Cancel);
        }

        string[] ids = [machines[1].SystemId, .. Enumerable.Range(0, 2000).Select(i => $"no{i:0000}")];
        var found = await client.Machines.ListAsync(new MachineFilter { SystemIds = ids, Tags = tags }, Cancel);
        Assert.Equal(machines[1].SystemId, Assert.Single(found).SystemId);
    }

    [Fact]
    public async Task What_MAAS_refuses_is_told_by_field()
    {
        using var session = await ConnectAsync(_simulator.Url.ToString(), _simulator.ApiKey);
        await session.Client.Fabrics.CreateAsync("lab-1", Cancel);

        var error = await Assert.ThrowsAsync<MaasApiException>(() => session.Client.Fabrics.CreateAsync("lab-1", Cancel));

        Assert.Equal(["Fabric with this Name already exists."], error.FieldErrors["name"]);
    }

    private static Task<MaasSession> ConnectAsync(string url, string key) =>
        MaasConnector.ConnectAsync(new MaasConnectionOptions { Url = url, ApiKey = key }, Cancel);
}
