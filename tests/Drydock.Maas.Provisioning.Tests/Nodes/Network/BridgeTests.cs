using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.RackDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Network;

public sealed class BridgeTests() : NetworkMachineTest("eno1", "eno2", "eno3")
{
    internal static NodeInterface Bond0 => Bond("bond0", "gp", ["eno1", "eno2"], "mgmt", "data");

    private static DrydockNode Designed => Of(Bond0, Bridge("br-mgmt", "bond0"), Bridge("br-data", "bond0/data"));

    [Fact]
    public async Task Bridges_are_made_over_what_they_stand_on_and_have_its_addresses()
    {
        Assert.Equal(
            [
                "create Interface bond0: 802.3ad of eno1, eno2, mtu 9000",
                "create Interface br-mgmt: bridge over bond0, standard, spanning tree off, forward delay 15 s, mtu 9000",
                "create Interface bond0.110: VLAN gp/110, mtu 9000",
                "create Interface br-data: bridge over bond0.110, standard, spanning tree off, forward delay 15 s, mtu 9000",
                "create Link br-mgmt: static 10.2.0.7 on 10.2.0.0/24, default gateway",
                "create Link br-data: static 10.3.0.7 on 10.3.0.0/24",
            ],
            (await Simulated.PlanInWordsAsync(Designed)).Skip(4));
    }

    [Fact]
    public async Task Bridges_as_designed_are_not_touched()
    {
        await Simulated.ConvergeAsync(Designed);
        Assert.Empty(await Simulated.PlanInWordsAsync(Designed));
        Assert.Empty(Simulated.Named("bond0").Links);
        Assert.Empty(Simulated.Named("bond0.110").Links);
        Assert.Equal("10.3.0.7", $"{Assert.Single(Simulated.Named("br-data").Links).Address}");
    }

    [Fact]
    public async Task Tagged_networks_of_a_bridge_have_VLAN_interfaces_on_it()
    {
        var node = Of(Bond0 with { Networks = ["mgmt"] }, Bridge("br0", "bond0", "mgmt", "data"));
        Assert.Contains("create Interface br0.110: VLAN gp/110, mtu 9000", await Simulated.PlanInWordsAsync(node));
        await Simulated.ConvergeAsync(node);
        Assert.Empty(await Simulated.PlanInWordsAsync(node));
    }

    [Fact]
    public async Task A_bridge_may_stand_on_a_NIC_that_has_no_entry_of_its_own()
    {
        var node = Of(Bridge("br0", "eno3", "pxe") with { NetworkLink = "pxe" });
        await Simulated.ConvergeAsync(node);
        Assert.Equal(["eno3"], Simulated.Named("br0").Parents.Select(p => p.Name));
        Assert.Equal("pxe", Simulated.Named("eno3").Vlan!.Fabric.Name);
        Assert.Empty(await Simulated.PlanInWordsAsync(node));
    }

    [Fact]
    public async Task An_address_moves_from_a_bond_to_a_new_bridge_and_back()
    {
        await Simulated.ConvergeAsync(Of(Bond0));
        Assert.Equal(
            [
                "create Interface br-mgmt: bridge over bond0, standard, spanning tree off, forward delay 15 s, mtu 9000",
                "create Link br-mgmt: static 10.2.0.7 on 10.2.0.0/24, default gateway",
            ],
            await Simulated.PlanInWordsAsync(Of(Bond0, Bridge("br-mgmt", "bond0"))));
        await Simulated.ConvergeAsync(Of(Bond0, Bridge("br-mgmt", "bond0")));
        Assert.Equal(
            ["delete Interface br-mgmt: bridge on bond0", "create Link bond0: static 10.2.0.7 on 10.2.0.0/24, default gateway"],
            await Simulated.PlanInWordsAsync(Of(Bond0)));
        await Simulated.ConvergeAsync(Of(Bond0));
        Assert.Equal("10.2.0.7", $"{Assert.Single(Simulated.Named("bond0").Links).Address}");
    }

    [Fact]
    public async Task Settings_are_changed_in_place_in_one_update()
    {
        await Simulated.ConvergeAsync(Designed);
        var bridge = Bridge("br-mgmt", "bond0") with { Bridge = new() { Type = "ovs", Stp = true, ForwardDelay = 4 } };
        var plan = await Simulated.PlanAsync(Of(Bond0, bridge, Bridge("br-data", "bond0/data")));
        Assert.Single(plan.Operations);
        Assert.Equal(
            [
                "set type of Interface br-mgmt: standard -> ovs",
                "set spanning tree of Interface br-mgmt: off -> on",
                "set forward delay of Interface br-mgmt: 15 -> 4",
            ],
            plan.InWords());
    }

    [Fact]
    public async Task A_bridge_of_another_name_is_renamed_and_keeps_what_it_has()
    {
        await Simulated.ConvergeAsync(Of(Bond0, Bridge("br0", "bond0", "mgmt", "data")));
        var node = Of(Bond0, Bridge("br-mgmt", "bond0", "mgmt", "data"));
        Assert.Equal(["set name of Interface br0: br0 -> br-mgmt"], await Simulated.PlanInWordsAsync(node));
        await Simulated.ConvergeAsync(node);
        Assert.Empty(await Simulated.PlanInWordsAsync(node));
    }

    [Fact]
    public async Task A_bridge_that_stands_elsewhere_is_made_anew()
    {
        await Simulated.ConvergeAsync(Of(Bond0, Nic("eno3", "pxe", "pxe"), Bridge("br0", "bond0")));
        var node = Of(Bond0, Nic("eno3", "pxe", "pxe"), Bridge("br0", "eno3"));
        Assert.Equal("delete Interface br0: bridge on bond0", (await Simulated.PlanInWordsAsync(node))[0]);
        await Simulated.ConvergeAsync(node);
        Assert.Empty(await Simulated.PlanInWordsAsync(node));
    }

    [Fact]
    public async Task Another_fabric_is_given_to_the_bridge_which_moves_what_it_stands_on()
    {
        await Simulated.ConvergeAsync(Of(Nic("eno3", "pxe", "pxe"), Bridge("br0", "eno3")));
        var node = Of(Nic("eno3", "gp", "mgmt", "data"), Bridge("br0", "eno3"));
        var plan = await Simulated.PlanInWordsAsync(node);
        Assert.Contains("set vlan of Interface br0: pxe/0 -> gp/0", plan);
        Assert.DoesNotContain("set vlan of Interface eno3: pxe/0 -> gp/0", plan);
        await Simulated.ConvergeAsync(node);
        Assert.Empty(await Simulated.PlanInWordsAsync(node));
    }

    [Fact]
    public async Task A_link_below_a_bridge_goes_and_the_bare_one_that_MAAS_leaves_stays()
    {
        await Simulated.ConvergeAsync(Designed);
        Simulated.Named("bond0").Links.AddRange(Simulated.NewLink("dhcp", "mgmt"), Simulated.NewLink("link_up", "mgmt"));
        Assert.Equal(["delete Link bond0: dhcp 10.2.0.0/24"], await Simulated.PlanInWordsAsync(Designed));
    }

    [Fact]
    public async Task What_stands_on_a_VLAN_of_the_design_and_is_not_of_it_goes()
    {
        await Simulated.ConvergeAsync(Of(Bond0));
        Simulated.AddBridge("br7", "bond0.110");
        Assert.Equal("delete Interface br7: bridge on bond0.110", (await Simulated.PlanInWordsAsync(Of(Bond0)))[0]);
    }

    [Fact]
    public async Task What_has_a_bridges_name_and_is_none_gives_way()
    {
        await Simulated.ConvergeAsync(Of(Bond("br-mgmt", "gp", ["eno1", "eno2"], "mgmt")));
        Assert.Equal("delete Interface br-mgmt: bond on eno1, eno2", (await Simulated.PlanInWordsAsync(Designed))[0]);
        await Simulated.ConvergeAsync(Designed);
        Assert.Empty(await Simulated.PlanInWordsAsync(Designed));
    }

    internal static DrydockNode Of(params IReadOnlyList<NodeInterface> interfaces) => Node(
        interfaces[0].Slaves.Count > 1 ? Bonded : Gp, interfaces, Static("mgmt", "10.2.0.7"), Static("data", "10.3.0.7"), FromDhcp("pxe"));
}
