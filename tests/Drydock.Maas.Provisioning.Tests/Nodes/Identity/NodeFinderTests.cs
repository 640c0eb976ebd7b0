using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NodeDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Identity;

public sealed class NodeFinderTests : NodeFinderTest
{
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

    [Theory]
    [InlineData("52-54-00-00-00-0A")]
    [InlineData("5254.0000.000a")]
    public async Task A_machine_is_found_by_its_boot_MAC_in_any_spelling(string mac)
    {
        Has(Machines.Named("able-cow", mac: "52:54:00:00:00:0a"));
        Assert.Equal("able-cow", (await FindAsync(WithMac(mac: mac))).Hostname);
    }

    [Theory]
    [InlineData("10.0.0.5", "https://10.0.0.5:443")]
    [InlineData("https://10.0.0.5:8443", "10.0.0.5")]
    [InlineData("FD00:0::5", "[fd00::5]:623")]
    [InlineData("10.0.0.5", "10.0.0.5:6230")]
    [InlineData("10.0.0.5:6230", "10.0.0.5:6230")]
    public async Task A_machine_is_found_by_its_BMC_address_in_any_spelling(string designed, string known)
    {
        Has(Machines.Named("able-cow"), bmc: known);
        Assert.Equal("able-cow", (await FindAsync(WithBmc(address: designed))).Hostname);
    }

    [Fact]
    public async Task Machines_of_one_emulator_are_told_apart_by_their_ports()
    {
        Has(Machines.Named("able-cow"), bmc: "10.0.0.5:6230");
        Has(Machines.Named("bold-dog"), bmc: "10.0.0.5:6231");
        Assert.Equal("bold-dog", (await FindAsync(WithBmc(address: "10.0.0.5:6231"))).Hostname);
    }

    [Fact]
    public async Task An_address_without_port_is_none_of_an_emulators_machines()
    {
        Has(Machines.Named("able-cow", mac: "52:54:00:00:00:02"), bmc: "10.0.0.5:6230");
        Has(Machines.Named("bold-dog", mac: BootMac), bmc: "10.0.0.5:6231");
        Assert.Equal("bold-dog", (await FindAsync(WithBmc(mac: BootMac))).Hostname);
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
    public async Task A_name_is_enough_where_MAAS_knows_no_BMC_and_no_interface()
    {
        Has(Machines.Named("node1"));
        Assert.Equal("node1", (await FindAsync(WithBmc(mac: BootMac))).Hostname);
    }

    [Fact]
    public async Task A_machine_of_the_BMC_address_whose_NIC_was_replaced_is_the_node()
    {
        Has(Machines.Named("able-cow", mac: "52:54:00:00:00:02"), bmc: BmcAddress);
        Assert.Equal("able-cow", (await FindAsync(WithBmc(mac: BootMac))).Hostname);
    }

    [Fact]
    public async Task A_machine_is_found_by_any_of_its_NICs()
    {
        var nics = new[] { "52:54:00:00:00:02", BootMac }.Select(m => new NetworkInterface { Type = "physical", MacAddress = m });
        Has(Machines.Named("able-cow") with { Interfaces = [.. nics] });
        Assert.Equal("able-cow", (await FindAsync(WithMac())).Hostname);
    }

    [Fact]
    public async Task Annotations_of_a_deployment_are_nobodys_name()
    {
        Has(Machines.Named("able-cow", mac: "52:54:00:00:00:02") with { OwnerData = new Dictionary<string, string> { ["node"] = "node1" } });
        await FailAsync(WithMac(), ErrorIds.MachineNotFound);
    }

    [Fact]
    public async Task No_machine_is_an_error_that_names_what_was_looked_for()
    {
        Has(Machines.Named("other"));
        var error = await FailAsync(WithBmc(mac: BootMac), ErrorIds.MachineNotFound);
        Assert.Contains($"host name node1, BMC address {BmcAddress}, boot MAC {BootMac}", error, StringComparison.Ordinal);
    }

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
}
