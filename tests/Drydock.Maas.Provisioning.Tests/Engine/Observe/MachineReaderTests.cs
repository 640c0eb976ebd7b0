using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Engine.Observe;

public sealed class MachineReaderTests
{
    private readonly FakeMachines _machines = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private MachineReader Reader => new(new FakeMaas { Machines = _machines });

    [Fact]
    public async Task A_machine_is_read_by_its_id()
    {
        _machines.All.Add(Machines.Named("node1"));
        Assert.Equal("node1", (await Reader.ReadAsync("id-node1", Token)).Hostname);
    }

    [Fact]
    public async Task A_machine_that_was_deleted_meanwhile_is_an_error()
    {
        var error = await Assert.ThrowsAsync<RemovedMachineException>(() => Reader.ReadAsync("gone", Token));
        Assert.Equal(ErrorIds.MachineNotFound, error.ErrorId);
    }

    [Fact]
    public async Task A_machine_that_a_list_leaves_out_is_there_all_the_same()
    {
        _machines.All.Add(Machines.Named("node1"));
        _machines.LeftOut.Add("id-node1");
        Assert.Equal("node1", (await Reader.ReadAsync("id-node1", Token)).Hostname);
        Assert.Equal(["list id-node1", "get id-node1"], _machines.Requests);
    }

    [Fact]
    public async Task No_request_asks_for_more_than_fifty_machines()
    {
        var reader = Reader;
        _machines.All.AddRange(Enumerable.Range(0, 200).Select(i => Machines.Named($"n{i}")));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => reader.ReadAsync($"id-n{i}", Token)));
        Assert.All(_machines.Requests, r => Assert.InRange(r.Split(',').Length, 1, 50));
    }

    [Fact]
    public async Task A_bonds_MAC_is_not_a_NICs()
    {
        _machines.All.Add(
            Machines.Named("node1") with { Interfaces = [new NetworkInterface { Type = "bond", MacAddress = NodeDesign.BootMac }] });
        Assert.Empty(await Reader.ByMacAsync(MacNumber.Read(NodeDesign.BootMac), Token));
    }
}
