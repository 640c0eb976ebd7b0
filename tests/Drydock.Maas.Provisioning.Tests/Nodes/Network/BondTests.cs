using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.InProcess;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.RackDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Network;

public sealed class BondTests() : NetworkMachineTest("eno1", "eno2", "eno3")
{
    private static DrydockNode Designed =>
        Node(Bonded, [Bond("bond0", "gp", ["eno1", "eno2"], "mgmt", "data")], Static("mgmt", "10.2.0.7"));

    [Fact]
    public async Task A_bond_is_made_after_its_NICs_and_before_what_stands_on_it()
    {
        Assert.Equal(
            [
                "set vlan of Interface eno1: fabric-1/0 -> gp/0",
                "set mtu of Interface eno1: 1500 -> 9000",
                "set vlan of Interface eno2: fabric-1/0 -> gp/0",
                "set mtu of Interface eno2: 1500 -> 9000",
                "create Interface bond0: 802.3ad of eno1, eno2, mtu 9000",
                "create Interface bond0.110: VLAN gp/110, mtu 9000",
                "create Link bond0: static 10.2.0.7 on 10.2.0.0/24, default gateway",
                "create Link bond0.110: link_up on 10.3.0.0/24",
            ],
            await Simulated.PlanInWordsAsync(Designed));
    }

    [Fact]
    public async Task A_bond_as_designed_is_not_touched()
    {
        await Simulated.ConvergeAsync(Designed);
        Assert.Empty(await Simulated.PlanInWordsAsync(Designed));
    }

    [Fact]
    public async Task The_mode_is_changed_in_place_with_its_settings_in_one_update()
    {
        await Simulated.ConvergeAsync(Designed);
        var link = Bonded with
        {
            Bonding = new() { Mode = "balance-xor", TransmitHash = "layer3+4", MonitorInterval = 200, UpDelay = 10, DownDelay = 20 },
        };
        var plan = await Simulated.PlanAsync(Node(link, Designed.Interfaces, [.. Designed.Addressing]));
        Assert.Single(plan.Operations);
        Assert.Equal(
            [
                "set mode of Interface bond0: 802.3ad -> balance-xor",
                "set link check interval of Interface bond0: 100 -> 200",
                "set up delay of Interface bond0: 0 -> 10",
                "set down delay of Interface bond0: 0 -> 20",
                "set transmit hash policy of Interface bond0: layer2 -> layer3+4",
            ],
            plan.InWords());
    }

    [Fact]
    public async Task A_member_that_somebody_moved_to_another_VLAN_is_moved_back_beneath_its_bond()
    {
        await Simulated.ConvergeAsync(Designed);
        Simulated.Named("eno2").Vlan = Simulated.State.AutoFabrics.AddFabric("theirs");
        Assert.Equal(["set vlan of Interface eno2: theirs/0 -> gp/0"], await Simulated.PlanInWordsAsync(Designed));
        await Simulated.ConvergeAsync(Designed);
        Assert.Empty(await Simulated.PlanInWordsAsync(Designed));
    }

    [Fact]
    public async Task What_the_design_does_not_say_about_bonding_stays()
    {
        await Simulated.ConvergeAsync(Designed);
        Simulated.Ask("PUT", "bond0", null, ("bond_xmit_hash_policy", "layer3+4"), ("bond_updelay", "7"));
        Assert.Empty(await Simulated.PlanInWordsAsync(Designed));
    }

    [Fact]
    public async Task Other_members_are_an_update_of_the_bond()
    {
        await Simulated.ConvergeAsync(Designed);
        var node = Node(Bonded, [Bond("bond0", "gp", ["eno1", "eno3"], "mgmt", "data")], Static("mgmt", "10.2.0.7"));
        Assert.Equal("set members of Interface bond0: eno1, eno2 -> eno1, eno3", (await Simulated.PlanInWordsAsync(node))[^1]);
        await Simulated.ConvergeAsync(node);
        Assert.Empty(await Simulated.PlanInWordsAsync(node));
    }

    [Fact]
    public async Task The_order_of_members_does_not_matter()
    {
        await Simulated.ConvergeAsync(Designed);
        var node = Node(Bonded, [Bond("bond0", "gp", ["eno2", "eno1"], "mgmt", "data")], Static("mgmt", "10.2.0.7"));
        Assert.Empty(await Simulated.PlanInWordsAsync(node));
    }

    [Fact]
    public async Task A_bond_in_the_way_is_deleted_with_what_stands_on_it_highest_first()
    {
        await Simulated.ConvergeAsync(Designed);
        var plan = await Simulated.PlanAsync(Node(Gp, [Nic("eno1", "pxe", "pxe")]));
        Assert.Equal(
            ["delete Interface bond0.110: VLAN gp/110 on bond0", "delete Interface bond0: bond on eno1, eno2"], plan.InWords().Take(2));
    }

    [Fact]
    public async Task A_bond_of_another_name_gives_way()
    {
        await Simulated.ConvergeAsync(Designed);
        var node = Node(Bonded, [Bond("bond1", "gp", ["eno1", "eno2"], "mgmt")]);
        Assert.Contains("delete Interface bond0: bond on eno1, eno2", await Simulated.PlanInWordsAsync(node));
        await Simulated.ConvergeAsync(node);
        Assert.Empty(await Simulated.PlanInWordsAsync(node));
    }

    [Fact]
    public async Task A_bridge_over_a_designed_NIC_is_deleted()
    {
        Simulated.AddBridge("br0", "eno1");
        Assert.Equal("delete Interface br0: bridge on eno1", (await Simulated.PlanInWordsAsync(Designed))[0]);
    }

    [Fact]
    public async Task VLAN_interfaces_on_members_are_deleted()
    {
        await Simulated.ConvergeAsync(Node(Gp, [Nic("eno1", "gp", "mgmt", "data")]));
        Assert.Equal("delete Interface eno1.110: VLAN gp/110 on eno1", (await Simulated.PlanInWordsAsync(Designed))[0]);
    }

    [Fact]
    public async Task A_bond_that_is_not_of_the_design_stays_when_it_is_in_nobodys_way()
    {
        await Simulated.ConvergeAsync(Designed);
        Assert.DoesNotContain(
            await Simulated.PlanInWordsAsync(Node(Gp, [Nic("eno3", "pxe", "pxe")])), w => w.Contains("bond0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_NIC_that_a_bond_also_claims_belongs_to_the_bond_and_the_plan_says_so_once()
    {
        var plan = await Simulated.PlanAsync(Node(Bonded, [Nic("eno1", "pxe", "pxe"), .. Designed.Interfaces], FromDhcp("pxe")));
        Assert.Equal("Interface eno1 shares NIC eno1 with a bond; the bond has it, eno1 gets no link of its own.", Assert.Single(plan.Messages, m => m.Contains("eno1", StringComparison.Ordinal)));
        Assert.Contains("Node node1 has no address on mgmt, its primary network: MAAS takes the gateway of another subnet on which it has one, or none.", plan.Messages);
        Assert.DoesNotContain(plan.InWords(), w => w.Contains("10.1.0.0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_NIC_moves_from_one_bond_to_another()
    {
        using var machine = await NetworkMachine.CommissionedAsync("eno1", "eno2", "eno3", "eno4");
        await machine.ConvergeAsync(Node(Bonded, [Bond("bond0", "gp", ["eno1"], "data"), Bond("bond1", "gp", ["eno2", "eno3"], "mgmt")]));
        var node = Node(Bonded, [Bond("bond0", "gp", ["eno1", "eno2"], "data"), Bond("bond1", "gp", ["eno3", "eno4"], "mgmt")]);
        await machine.ConvergeAsync(node);
        Assert.Empty(await machine.PlanInWordsAsync(node));
    }
}
