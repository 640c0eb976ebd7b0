using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NodeDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Identity;

/// <summary>Machines that only seem to be a node's, or that nobody may take.</summary>
public sealed class AmbiguousMachineTests : NodeFinderTest
{
    [Fact]
    public async Task Two_machines_with_the_BMC_address_are_ambiguous()
    {
        Has(Machines.Named("able-cow"), bmc: BmcAddress);
        Has(Machines.Named("bold-dog"), bmc: BmcAddress);
        var error = await FindConflictAsync(WithBmc());
        Assert.Contains(
            "able-cow (id-able-cow, by BMC address or MAC), bold-dog (id-bold-dog, by BMC address or MAC)",
            error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0.5", "https://10.0.0.5:443", null, null)]
    [InlineData("FD00::5", "[fd00:0::5]:623", null, null)]
    [InlineData("10.0.0.5", "10.0.0.6", "52:54:00:00:00:0a", "52-54-00-00-00-0A")]
    public async Task Two_nodes_of_one_hardware_are_refused_in_any_spelling(string bmc, string otherBmc, string? mac, string? otherMac)
    {
        var nodes = new[] { (Name: "node1", bmc, mac), (Name: "node2", bmc: otherBmc, mac: otherMac) }
            .Select(n => new DrydockNode { Name = n.Name, BootMac = n.mac, Oob = new OobSettings { Type = "ipmi", Address = n.bmc } }).ToList();
        _ = new SiteDesign([], [], nodes);
        Has(Machines.Named("able-cow", mac: mac), bmc: bmc);
        Assert.Contains("node1 and node2 have the same", await FailAsync(nodes[0], ErrorIds.AmbiguousMachine), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rack_controller_is_recognised_in_any_spelling()
    {
        await FindRackAsync(WithMac(mac: "5254.0000.0099"));
        await FindRackAsync(WithBmc(address: "https://10.0.0.99:443"));
    }

    [Fact]
    public async Task A_name_that_another_machine_has_is_ambiguous()
    {
        Has(Machines.Named("able-cow", mac: BootMac));
        Has(Machines.Named("node1"));
        var error = await FindConflictAsync(WithMac());
        Assert.Contains("node1 (id-node1, by name)", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_does_not_outweigh_the_BMC_address_of_another_machine()
    {
        Has(Machines.Named("node1"), bmc: "10.0.0.77");
        var error = await FindConflictAsync(WithBmc());
        Assert.Contains($"has BMC address 10.0.0.77, not {BmcAddress}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_does_not_outweigh_the_MACs_of_another_machine()
    {
        Has(Machines.Named("node1", mac: "52:54:00:00:00:02"));
        var error = await FindConflictAsync(WithMac());
        Assert.Contains($"has no interface with MAC {BootMac}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_of_the_name_and_one_of_the_BMC_address_are_two()
    {
        Has(Machines.Named("able-cow"), bmc: BmcAddress);
        Has(Machines.Named("node1"));
        var error = await FindConflictAsync(WithBmc());
        Assert.Contains("able-cow (id-able-cow, by BMC address or MAC), node1 (id-node1, by name)", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_BMC_address_that_has_moved_to_another_machine_is_ambiguous()
    {
        Has(Machines.Named("able-cow", mac: "52:54:00:00:00:02"), bmc: BmcAddress);
        Has(Machines.Named("bold-dog", mac: BootMac), bmc: "10.0.0.6");
        var error = await FindConflictAsync(WithBmc(mac: BootMac));
        Assert.Contains("able-cow (id-able-cow, by BMC address or MAC), bold-dog", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_nodes_of_one_BMC_address_cannot_be_told_apart()
    {
        Has(Machines.Named("node1"), bmc: BmcAddress);
        var node = WithBmc();
        var twin = WithBmc("node2");
        _ = new SiteDesign([], [], [node, twin]);
        var error = await FailAsync(node, ErrorIds.AmbiguousMachine);
        Assert.Contains("node1 and node2", error, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_rack_controller_of_the_nodes_name_is_never_touched() => FindRackAsync(Plain("rack1"));

    [Fact]
    public Task A_rack_controller_of_the_nodes_MAC_is_never_touched() => FindRackAsync(WithMac(mac: "52:54:00:00:00:99"));

    [Fact]
    public Task A_rack_controller_of_the_nodes_BMC_is_never_touched() => FindRackAsync(WithBmc(address: "10.0.0.99"));

    [Fact]
    public async Task Who_may_not_see_controllers_power_is_told_that_there_is_no_machine()
    {
        _racks.HidesPower = true;
        await FailAsync(Plain(), ErrorIds.MachineNotFound);
    }
}
