using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Identify;
using Drydock.Maas.Provisioning.Observe;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NodeDesign;

namespace Drydock.Maas.Provisioning.Tests.Identify;

public sealed class NodeFinderTests
{
    private readonly FakeMachines _machines = new();
    private readonly FakeRacks _racks = new(new RackController
    {
        SystemId = "rack", Hostname = "rack1", Interfaces = [new NetworkInterface { MacAddress = "52:54:00:00:00:99" }],
    })
    {
        Power = new() { ["rack"] = new PowerParameters { PowerAddress = "10.0.0.99" } },
    };

    [Fact]
    public async Task A_machine_is_found_by_its_BMC_address_whatever_its_name()
    {
        Has(Machines.Named("able-cow"), bmc: BmcAddress);
        Assert.Equal("able-cow", (await FindAsync(WithBmc())).Hostname);
    }

    [Theory]
    [InlineData("52:54:00:00:00:01")]
    [InlineData("52:54:00:00:00:0A")]
    public async Task A_machine_is_found_by_its_boot_MAC_in_any_case(string mac)
    {
        Has(Machines.Named("able-cow", mac: mac.ToLowerInvariant()));
        Assert.Equal("able-cow", (await FindAsync(WithMac(mac: mac))).Hostname);
    }

    [Fact]
    public async Task The_boot_MAC_helps_when_no_BMC_has_the_address()
    {
        Has(Machines.Named("able-cow", mac: BootMac), bmc: "10.0.0.77");
        Assert.Equal("able-cow", (await FindAsync(WithBmc(mac: BootMac))).Hostname);
    }

    [Fact]
    public async Task A_machine_is_found_by_its_name_in_any_case()
    {
        Has(Machines.Named("Node1"));
        Assert.Equal("Node1", (await FindAsync(Plain())).Hostname);
    }

    [Fact]
    public async Task One_machine_found_both_ways_is_one()
    {
        Has(Machines.Named("node1", mac: BootMac), bmc: BmcAddress);
        Assert.Equal("node1", (await FindAsync(WithBmc(mac: BootMac))).Hostname);
    }

    [Fact]
    public async Task Two_machines_with_the_BMC_address_are_ambiguous()
    {
        Has(Machines.Named("able-cow"), bmc: BmcAddress);
        Has(Machines.Named("bold-dog"), bmc: BmcAddress);
        var error = await FailAsync(WithBmc(), NodeErrorIds.AmbiguousMachine);
        Assert.Contains(
            "able-cow (id-able-cow, by BMC address or MAC), bold-dog (id-bold-dog, by BMC address or MAC)",
            error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_another_machine_has_is_ambiguous()
    {
        Has(Machines.Named("able-cow", mac: BootMac));
        Has(Machines.Named("node1"));
        var error = await FailAsync(WithMac(), NodeErrorIds.AmbiguousMachine);
        Assert.Contains("node1 (id-node1, by name)", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_does_not_outweigh_the_BMC_address_of_another_machine()
    {
        Has(Machines.Named("node1"), bmc: "10.0.0.77");
        var error = await FailAsync(WithBmc(), NodeErrorIds.AmbiguousMachine);
        Assert.Contains($"has BMC address 10.0.0.77, not {BmcAddress}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_does_not_outweigh_the_MACs_of_another_machine()
    {
        Has(Machines.Named("node1", mac: "52:54:00:00:00:02"));
        var error = await FailAsync(WithMac(), NodeErrorIds.AmbiguousMachine);
        Assert.Contains($"has no interface with MAC {BootMac}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_enough_where_MAAS_knows_no_BMC_and_no_interface()
    {
        Has(Machines.Named("node1"));
        Assert.Equal("node1", (await FindAsync(WithBmc(mac: BootMac))).Hostname);
    }

    [Fact]
    public async Task A_BMC_address_that_has_moved_to_another_machine_is_ambiguous()
    {
        Has(Machines.Named("able-cow", mac: "52:54:00:00:00:02"), bmc: BmcAddress);
        Has(Machines.Named("bold-dog", mac: BootMac), bmc: "10.0.0.6");
        var error = await FailAsync(WithBmc(mac: BootMac), NodeErrorIds.AmbiguousMachine);
        Assert.Contains("able-cow (id-able-cow, by BMC address or MAC), bold-dog", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_of_the_BMC_address_whose_NIC_was_replaced_is_the_node()
    {
        Has(Machines.Named("able-cow", mac: "52:54:00:00:00:02"), bmc: BmcAddress);
        Assert.Equal("able-cow", (await FindAsync(WithBmc(mac: BootMac))).Hostname);
    }

    [Fact]
    public async Task Two_nodes_of_one_BMC_address_cannot_be_told_apart()
    {
        Has(Machines.Named("node1"), bmc: BmcAddress);
        var node = WithBmc();
        var twin = WithBmc("node2");
        _ = new SiteDesign([], [], [node, twin]);
        var error = await FailAsync(node, NodeErrorIds.AmbiguousMachine);
        Assert.Contains("node1 and node2", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_machine_is_an_error_that_names_what_was_looked_for()
    {
        Has(Machines.Named("other"));
        var error = await FailAsync(WithBmc(mac: BootMac), NodeErrorIds.MachineNotFound);
        Assert.Contains($"host name node1, BMC address {BmcAddress}, boot MAC {BootMac}", error, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_rack_controller_of_the_nodes_name_is_never_touched() => FailAsync(Plain("rack1"), NodeErrorIds.RackControllerNotTouched);

    [Fact]
    public Task A_rack_controller_of_the_nodes_MAC_is_never_touched() =>
        FailAsync(WithMac(mac: "52:54:00:00:00:99"), NodeErrorIds.RackControllerNotTouched);

    [Fact]
    public Task A_rack_controller_of_the_nodes_BMC_is_never_touched() =>
        FailAsync(WithBmc(address: "10.0.0.99"), NodeErrorIds.RackControllerNotTouched);

    [Fact]
    public async Task Rack_controllers_are_read_once_for_all_nodes_without_a_machine()
    {
        var finder = Finder();
        await Assert.ThrowsAsync<NodeException>(() => finder.FindAsync(Plain("a"), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NodeException>(() => finder.FindAsync(Plain("b"), TestContext.Current.CancellationToken));
        Assert.Equal(1, _racks.Lists);
    }

    [Fact]
    public async Task Power_parameters_are_read_once_for_all_nodes()
    {
        DrydockNode[] nodes = [.. Enumerable.Range(0, 40).Select(i => WithBmc($"node{i}", $"10.0.1.{i}"))];
        for (var i = 0; i < nodes.Length; i++)
            Has(Machines.Named($"m{i}"), bmc: $"10.0.1.{i}");
        var finder = Finder();
        var found = await Task.WhenAll(nodes.Select(n => finder.FindAsync(n, TestContext.Current.CancellationToken)));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"m{i}"), found.Select(m => m.Hostname));
        Assert.Single(_machines.Requests, "power all");
    }

    private void Has(Machine machine, string? bmc = null)
    {
        _machines.All.Add(machine);
        if (bmc is not null)
            _machines.Power[machine.SystemId] = new PowerParameters { PowerAddress = bmc };
    }

    private NodeFinder Finder()
    {
        var client = new FakeMaas { Machines = _machines, RackControllers = _racks };
        return new NodeFinder(client, new MachineReader(client));
    }

    private Task<Machine> FindAsync(DrydockNode node) => Finder().FindAsync(node, TestContext.Current.CancellationToken);

    private async Task<string> FailAsync(DrydockNode node, string errorId)
    {
        var error = await Assert.ThrowsAsync<NodeException>(() => FindAsync(node));
        Assert.Equal(errorId, error.ErrorId);
        return error.Message;
    }
}
