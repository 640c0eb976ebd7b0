using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.SiteState;

namespace Drydock.Maas.Provisioning.Tests.Site.Network;

public sealed class FabricTests
{
    private static readonly Design.Network Pxe = GetNetwork("pxe", "10.1.0.0/24");
    private static readonly Design.Network Data = GetNetwork("data", "10.3.0.0/24", "110", 9000);

    [Fact]
    public void An_empty_MAAS_gets_fabric_VLANs_and_subnets_in_the_order_it_accepts()
    {
        var plans = SiteNetworkPlanner.Plan(SiteWith([Pxe, Data], [Link("gp", "pxe", "pxe", "data")]), new SiteSnapshot());
        Assert.Equal(["create Fabric gp", "create Subnet 10.1.0.0/24: pxe"], plans[0].InWords());
        Assert.Equal(["create Vlan gp/110: data, mtu 9000", "create Subnet 10.3.0.0/24: data"], plans[1].InWords());
    }

    [Fact]
    public void A_fabric_is_found_by_the_subnets_it_carries_and_renamed()
    {
        var vlan = Vlan(20, 0, "fabric-7");
        var site = new SiteSnapshot { Fabrics = [Fabric(2, "fabric-7", vlan)], Subnets = [Subnet(1, "pxe", Pxe.Cidr, vlan)] };
        Assert.Equal(["set name of Fabric fabric-7: fabric-7 -> pxe"], SiteWith([Pxe], [Link("pxe", "pxe", "pxe")]).PlanOne(site).InWords());
    }

    [Fact]
    public void A_fabric_of_the_links_name_is_taken_when_no_subnet_says_otherwise()
    {
        var site = new SiteSnapshot { Fabrics = [Fabric(2, "pxe", Vlan(20, 0))] };
        Assert.Equal(["create Subnet 10.1.0.0/24: pxe"], SiteWith([Pxe], [Link("pxe", "pxe", "pxe")]).PlanOne(site).InWords());
    }

    [Fact]
    public void Subnets_on_two_fabrics_are_an_error_of_every_network_of_the_link()
    {
        var site = new SiteSnapshot
        {
            Fabrics = [Fabric(2, "a", Vlan(20, 0, "a")), Fabric(3, "b", Vlan(30, 110, "b", 3))],
            Subnets = [Subnet(1, "pxe", Pxe.Cidr, Vlan(20, 0, "a")), Subnet(2, "data", Data.Cidr, Vlan(30, 110, "b", 3))],
        };
        var plans = SiteNetworkPlanner.Plan(SiteWith([Pxe, Data], [Link("gp", "pxe", "pxe", "data")]), site);
        Assert.All(plans, p => Assert.Equal(ErrorIds.IncompatibleFabrics, p.Error?.ErrorId));
        Assert.Contains("10.1.0.0/24 on a/0, 10.3.0.0/24 on b/110", plans[0].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subnet_on_another_fabric_is_moved_to_the_one_of_the_links_name()
    {
        var vlan = Vlan(20, 0, "a");
        var site = new SiteSnapshot
        {
            Fabrics = [Fabric(2, "a", vlan), Fabric(3, "pxe", Vlan(30, 0, "pxe", 3))], Subnets = [Subnet(1, "pxe", Pxe.Cidr, vlan)],
        };
        Assert.Equal(["set vlan of Subnet 10.1.0.0/24: a/0 -> pxe/0"], SiteWith([Pxe], [Link("pxe", "pxe", "pxe")]).PlanOne(site).InWords());
    }

    [Fact]
    public void A_subnet_whose_rack_controller_is_on_another_fabric_is_not_moved()
    {
        var vlan = Vlan(20, 0, "a");
        var subnet = Subnet(1, "pxe", Pxe.Cidr, vlan);
        var rack = Rack("rack1", vlan, "10.1.0.2");
        var nic = rack.Interfaces[0] with { Links = [new() { Mode = "static", IPAddress = "10.1.0.2", Subnet = subnet }] };
        var site = new SiteSnapshot
        {
            Fabrics = [Fabric(2, "a", vlan), Fabric(3, "pxe", Vlan(30, 0, "pxe", 3))], Subnets = [subnet], RackControllers = [rack with { Interfaces = [nic] }],
        };
        var error = SiteWith([Pxe], [Link("pxe", "pxe", "pxe")]).PlanOne(site).Error;
        Assert.Equal(ErrorIds.IncompatibleFabrics, error?.ErrorId);
        Assert.Contains("Rack controller rack1 has its address of 10.1.0.0/24 on a/0", error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_fabric_has_the_links_name_one_of_another_links_name_is_not_it()
    {
        var (mine, theirs) = (Vlan(20, 0, "a"), Vlan(30, 110, "other", 3));
        var site = new SiteSnapshot
        {
            Fabrics = [Fabric(2, "a", mine), Fabric(3, "other", theirs)],
            Subnets = [Subnet(1, "pxe", Pxe.Cidr, mine), Subnet(2, "data", Data.Cidr, theirs)],
        };
        var plans = SiteNetworkPlanner.Plan(
            SiteWith([Pxe, Data, GetNetwork("more", "10.7.0.0/24")], [Link("gp", "pxe", "pxe", "data"), Link("other", "more", "more")]), site);
        Assert.Equal("set name of Fabric a: a -> gp", plans[0].InWords()[0]);
        Assert.Contains("set vlan of Subnet 10.3.0.0/24: other/110 -> gp/110", plans[1].InWords());
    }

    [Theory]
    [InlineData(null, "set mtu of Vlan gp/0: 1500 -> 9000")]
    [InlineData(4000, "set mtu of Vlan gp/0: 1500 -> 4000")]
    public void The_untagged_VLAN_has_the_native_networks_MTU_or_the_links(int? mtu, string change)
    {
        var design = SiteWith([Pxe with { Mtu = mtu }], [Link("gp", "pxe", "pxe") with { Mtu = 9000 }]);
        Assert.Contains(change, design.PlanOne(new SiteSnapshot()).InWords());
    }

    [Fact]
    public void A_native_network_is_untagged_whatever_its_tag_and_the_plan_says_so()
    {
        var plan = SiteWith([Pxe with { Vlan = "100" }], [Link("gp", "pxe", "pxe")]).PlanOne(new SiteSnapshot());
        Assert.Equal(["create Fabric gp", "create Subnet 10.1.0.0/24: pxe"], plan.InWords());
        Assert.Contains(
            "it is untagged there, its tag 100 is the switch's business", Assert.Single(plan.Messages()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_untagged_VLANs_name_is_never_compared()
    {
        var vlan = Vlan(20, 0, "gp");
        var site = new SiteSnapshot { Fabrics = [Fabric(2, "gp", vlan)], Subnets = [Subnet(1, "pxe", Pxe.Cidr, vlan)] };
        Assert.Empty(SiteWith([Pxe], [Link("gp", "pxe", "pxe")]).PlanOne(site).InWords());
    }

    [Fact]
    public void A_tag_that_is_no_number_is_refused()
    {
        var error = SiteWith([Data with { Vlan = "lots" }], [Link("gp", null, "data")]).PlanOne(new SiteSnapshot()).Error;
        Assert.Equal(ErrorIds.NetworkNotPossible, error?.ErrorId);
    }

    [Fact]
    public void The_fabric_comes_with_the_first_network_that_can_be_set_up()
    {
        var plans = SiteNetworkPlanner.Plan(
            SiteWith([Data with { Vlan = "lots" }, Pxe], [Link("gp", "pxe", "data", "pxe")]), new SiteSnapshot());
        Assert.NotNull(plans[0].Error);
        Assert.Equal("create Fabric gp", plans[1].InWords()[0]);
    }

    [Fact]
    public void Links_and_networks_labelled_noconfig_are_skipped()
    {
        var label = new Dictionary<string, string> { ["noconfig"] = "yes" };
        var networks = new[] { Pxe, Data with { Labels = label } };
        var plans = SiteNetworkPlanner.Plan(
            SiteWith(networks, [Link("pxe", "pxe", "pxe") with { Labels = label }, Link("gp", null, "data")]), new SiteSnapshot());
        Assert.Equal(["Link pxe is labelled noconfig.", "It is labelled noconfig."], plans.Select(p => p.SkippedBecause));
        Assert.All(plans, p => Assert.Empty(p.InWords()));
    }

    [Fact]
    public void A_network_on_no_link_is_skipped() =>
        Assert.Equal("No network link carries it.", SiteWith([Pxe], []).PlanOne(new SiteSnapshot()).SkippedBecause);
}
