using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.Engine.Observe;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.RackDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Network;

public sealed class PlainInterfaceTests() : NetworkMachineTest("eno1", "eno2")
{
    [Fact]
    public async Task A_NIC_is_moved_to_its_links_fabric_and_linked_to_the_native_network()
    {
        var plan = await Simulated.PlanAsync(Node(Gp, [Nic("eno1", "pxe", "pxe")], FromDhcp("pxe")));
        Assert.Equal(
            ["set vlan of Interface eno1: fabric-1/0 -> pxe/0", "create Link eno1: dhcp on 10.1.0.0/24"], plan.InWords());
    }

    [Fact]
    public async Task VLAN_and_MTU_of_a_NIC_are_one_update()
    {
        var plan = await Simulated.PlanAsync(Node(Gp, [Nic("eno2", "gp", "mgmt")]));
        Assert.Equal(
            ["set vlan of Interface eno2: fabric-1/0 -> gp/0", "set mtu of Interface eno2: 1500 -> 9000"],
            plan.Operations[0].Changes.Select(c => c.ToString()));
    }

    [Fact]
    public async Task Tagged_networks_get_VLAN_interfaces()
    {
        var plan = await Simulated.PlanAsync(Node(Gp, [Nic("eno2", "gp", "mgmt", "data", "store")], Static("data", "10.3.0.7")));
        Assert.Equal(
            [
                "create Interface eno2.110: VLAN gp/110, mtu 9000",
                "create Interface eno2.120: VLAN gp/120",
                "create Link eno2: link_up on 10.2.0.0/24",
                "create Link eno2.110: static 10.3.0.7 on 10.3.0.0/24",
                "create Link eno2.120: link_up on 10.4.0.0/24",
            ],
            plan.InWords().Skip(2));
    }

    [Fact]
    public async Task The_primary_networks_gateway_becomes_theRacks()
    {
        var plan = await Simulated.PlanAsync(Node(Gp, [Nic("eno2", "gp", "mgmt")], Static("mgmt", "10.2.0.7")));
        Assert.Equal("create Link eno2: static 10.2.0.7 on 10.2.0.0/24, default gateway", plan.InWords()[^1]);
    }

    [Fact]
    public async Task A_gateway_that_another_link_has_is_taken_over()
    {
        var node = Node(Gp, [Nic("eno2", "gp", "mgmt")], Static("mgmt", "10.2.0.7"));
        await Simulated.ConvergeAsync(node);
        Simulated.ChooseGateway("pxe", "10.1.0.1");
        Assert.Equal(["set default gateway of Interface eno2: 10.1.0.1 by another link -> 10.2.0.1"], await Simulated.PlanInWordsAsync(node));
    }

    [Fact]
    public async Task A_primary_network_may_be_of_IPv6()
    {
        var node = new DrydockNode
        {
            Name = "node1", PrimaryNetwork = "six", Interfaces = [Nic("eno2", "gp", "six")], Addressing = [Static("six", "fd00:5::7")],
        };
        _ = SiteWith(Networks, [Pxe, Gp], node);
        await Simulated.ConvergeAsync(node);
        Assert.Equal("fd00:5::1", (await Simulated.ReadAsync()).DefaultGateways?.Ipv6?.GatewayIP);
        Assert.Empty(await Simulated.PlanInWordsAsync(node));
    }

    [Theory]
    [InlineData("dhcp", null)]
    [InlineData("static", "10.2.0.7")]
    [InlineData("none", null)]
    public async Task What_is_as_designed_is_not_touched(string type, string? address)
    {
        var node = Node(
            Gp,
            [Nic("eno1", "pxe", "pxe"), Nic("eno2", "gp", "mgmt", "data")],
            new NodeAddress { Network = "mgmt", Type = type, Address = address });
        await Simulated.ConvergeAsync(node);
        Assert.Empty(await Simulated.PlanInWordsAsync(node));
    }

    [Fact]
    public async Task Another_address_replaces_the_link()
    {
        await Simulated.ConvergeAsync(Node(Gp, [Nic("eno2", "gp", "mgmt")], Static("mgmt", "10.2.0.7")));
        var plan = await Simulated.PlanAsync(Node(Gp, [Nic("eno2", "gp", "mgmt")], Static("mgmt", "10.2.0.8")));
        Assert.Equal(
            ["delete Link eno2: static 10.2.0.7", "create Link eno2: static 10.2.0.8 on 10.2.0.0/24, default gateway"], plan.InWords());
    }

    [Fact]
    public async Task What_MAAS_puts_in_place_of_a_link_that_is_not_wanted_is_left_alone()
    {
        await Simulated.ConvergeAsync(Node(Gp, [Nic("eno2", "gp", "mgmt", "data")], FromDhcp("mgmt")));
        Simulated.SeeAddress("eno2", "mgmt", "10.2.0.99");
        var node = Node(Gp, [Nic("eno2", "gp", "data")]);
        Assert.Equal(["delete Link eno2: dhcp 10.2.0.0/24"], await Simulated.PlanInWordsAsync(node));
        await Simulated.ConvergeAsync(node);
        Assert.Equal(("link_up", "10.2.0.0/24"), Simulated.Named("eno2").Links.Select(l => (l.Mode, $"{l.Subnet?.Cidr}")).Single());
        Assert.Empty(await Simulated.PlanInWordsAsync(node));
    }

    [Fact]
    public async Task Addresses_change_places()
    {
        await Simulated.ConvergeAsync(Node(Gp, [Nic("eno1", "gp", "data"), Nic("eno2", "gp", "mgmt")], Static("data", "10.3.0.7")));
        var node = Node(Gp, [Nic("eno1", "gp", "mgmt"), Nic("eno2", "gp", "data")], Static("data", "10.3.0.7"));
        await Simulated.ConvergeAsync(node);
        Assert.Empty(await Simulated.PlanInWordsAsync(node));
    }

    [Fact]
    public async Task An_address_moves_from_a_NIC_the_design_no_longer_mentions()
    {
        await Simulated.ConvergeAsync(Node(Gp, [Nic("eno1", "gp", "mgmt")], Static("mgmt", "10.2.0.7")));
        var node = Node(Gp, [Nic("eno2", "gp", "mgmt")], Static("mgmt", "10.2.0.7"));
        Assert.Contains("delete Link eno1: static 10.2.0.7", await Simulated.PlanInWordsAsync(node));
        await Simulated.ConvergeAsync(node);
        Assert.Empty(await Simulated.PlanInWordsAsync(node));
    }

    [Fact]
    public async Task A_link_on_a_VLAN_that_is_left_goes_by_itself()
    {
        await Simulated.ConvergeAsync(Node(Gp, [Nic("eno1", "pxe", "pxe")], FromDhcp("pxe")));
        var plan = await Simulated.PlanAsync(Node(Gp, [Nic("eno1", "gp", "mgmt")], FromDhcp("mgmt")));
        Assert.DoesNotContain(plan.InWords(), w => w.StartsWith("delete", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tagged_interfaces_the_design_no_longer_has_go_first()
    {
        await Simulated.ConvergeAsync(Node(Gp, [Nic("eno2", "gp", "mgmt", "data", "store")]));
        Assert.Equal(
            ["delete Interface eno2.120: VLAN gp/120 on eno2"], await Simulated.PlanInWordsAsync(Node(Gp, [Nic("eno2", "gp", "mgmt", "data")])));
    }

    [Fact]
    public async Task An_MTU_the_design_no_longer_has_falls_back_to_the_VLANs()
    {
        var node = Node(Gp, [Nic("eno2", "gp", "mgmt", "store")]);
        await Simulated.ConvergeAsync(node);
        Simulated.Ask("PUT", "eno2.120", null, ("mtu", "9000"));
        Assert.Equal(["set mtu of Interface eno2.120: 9000 -> 1500"], await Simulated.PlanInWordsAsync(node));
    }

    [Fact]
    public async Task NICs_the_design_does_not_mention_are_not_touched() => Assert.Empty(await Simulated.PlanInWordsAsync(Node(Gp, [])));

    [Fact]
    public async Task A_link_labelled_noconfig_is_left_alone()
    {
        var link = Gp with { Labels = new Dictionary<string, string> { ["noconfig"] = "enabled" } };
        Assert.Empty(await Simulated.PlanInWordsAsync(Node(link, [Nic("eno2", "gp", "mgmt", "data")])));
    }

    [Fact]
    public void An_alias_stands_for_the_NIC_that_lshw_saw()
    {
        var names = DeviceNames.Find(
            Lshw.Node(Lshw.Profile(("nic1", "0000:00:03.0", "pci")), ["nic1"]), Lshw.Nic("pci@0000:00:03.0", "eno2"), null, new Models.Machine());
        var plan = NetworkPlanner.Plan(Node(Gp, [Nic("nic1", "pxe", "pxe")]), Commissioned("eno1", "eno2"), Snapshot, names);
        Assert.Equal("set vlan of Interface eno2: fabric-1/0 -> pxe/0", plan.InWords()[0]);
    }
}
