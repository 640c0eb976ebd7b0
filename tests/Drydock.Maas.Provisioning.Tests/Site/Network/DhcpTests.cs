using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.SiteState;
using static Drydock.Maas.Provisioning.Tests.Site.Network.DhcpSite;

namespace Drydock.Maas.Provisioning.Tests.Site.Network;

public sealed class DhcpTests
{
    [Fact]
    public void The_rack_controllers_on_the_network_serve_in_one_update_after_the_range()
    {
        var plan = Plan(Vlan(20, 0), v => [Rack("rack1", v, "10.1.0.2"), Rack("rack2", v, "10.1.0.3")]);
        Assert.Equal(
            [
                "create IPRange 10.1.0.100-10.1.0.200: dynamic",
                "set DHCP of Vlan pxe/0: off -> on",
                "set primary rack of Vlan pxe/0: (none) -> rack1",
                "set secondary rack of Vlan pxe/0: (none) -> rack2",
            ],
            plan.InWords());
        Assert.Equal(2, plan.Operations.Count);
    }

    [Fact]
    public void Racks_that_serve_already_keep_their_parts()
    {
        var vlan = Vlan(20, 0) with { DhcpOn = true, PrimaryRack = "rack2", SecondaryRack = "rack1" };
        Assert.Empty(Changes(vlan, v => [Rack("rack1", v, "10.1.0.2"), Rack("rack2", v, "10.1.0.3")]));
    }

    [Fact]
    public void A_third_rack_has_no_part()
    {
        var changes = Changes(Vlan(20, 0), v => [Rack("rack1", v, "10.1.0.2"), Rack("rack2", v, "10.1.0.3"), Rack("rack3", v, "10.1.0.4")]);
        Assert.DoesNotContain(changes, c => c.Contains("rack3", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unhealthy_rack_gets_no_part() => Assert.Contains(
        "set primary rack of Vlan pxe/0: (none) -> rack2",
        Changes(Vlan(20, 0), v => [Rack("rack1", v, "10.1.0.2", isHealthy: false), Rack("rack2", v, "10.1.0.3")]));

    [Fact]
    public void A_rack_that_is_not_well_for_a_while_keeps_its_part_and_the_plan_says_so()
    {
        var vlan = Vlan(20, 0) with { DhcpOn = true, PrimaryRack = "rack1", SecondaryRack = "rack2" };
        var plan = Plan(vlan, v => [Rack("rack1", v, "10.1.0.2", isHealthy: false), Rack("rack2", v, "10.1.0.3")]);
        Assert.Empty(plan.InWords().Skip(1));
        Assert.StartsWith("Rack controller rack1 (dhcpd is dead", Assert.Single(plan.Messages()), StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_a_primary_rack_that_is_not_well_a_healthy_one_stands_in()
    {
        var vlan = Vlan(20, 0) with { DhcpOn = true, PrimaryRack = "rack1" };
        Assert.Equal(
            ["set secondary rack of Vlan pxe/0: (none) -> rack2"],
            Changes(vlan, v => [Rack("rack1", v, "10.1.0.2", isHealthy: false), Rack("rack2", v, "10.1.0.3")]));
    }

    [Fact]
    public void A_secondary_that_has_to_become_primary_gives_up_its_place()
    {
        var vlan = Vlan(20, 0) with { DhcpOn = true, PrimaryRack = "rack1", SecondaryRack = "rack2" };
        Assert.Equal(
            ["set primary rack of Vlan pxe/0: rack1 -> rack2", "set secondary rack of Vlan pxe/0: rack2 -> (none)"],
            Changes(vlan, v => [Rack("rack1", Upstream, "10.9.0.2"), Rack("rack2", v, "10.1.0.3")]));
    }

    [Fact]
    public void With_no_healthy_rack_the_network_is_set_up_and_the_plan_warns()
    {
        var plan = Plan(Vlan(20, 0), v => [Rack("rack1", v, "10.1.0.2", isHealthy: false)]);
        Assert.Contains("set primary rack of Vlan pxe/0: (none) -> rack1", plan.InWords());
        Assert.Equal(["No rack controller on network pxe is healthy: rack1."], plan.Messages());
    }

    [Fact]
    public void DHCP_without_any_rack_on_the_network_is_an_error_before_anything_is_written()
    {
        var plan = Plan(Vlan(20, 0), _ => [Rack("rack1", Upstream, "10.9.0.2")]);
        Assert.Equal(ErrorIds.RackControllerNotFound, plan.Error?.ErrorId);
        Assert.Empty(plan.Operations);
    }

    [Fact]
    public void A_rack_that_is_on_another_VLAN_of_the_fabric_than_the_network_serves_nobody_and_is_named()
    {
        var (untagged, tagged) = (Vlan(20, 0), Vlan(21, 101));
        var subnet = Subnet(1, "pxe", Pxe.Cidr, untagged);
        var rack = Rack("rack1", untagged, "10.1.0.2");
        var plan = SiteWith([Pxe with { Vlan = "101" }], [Link("pxe", null, "pxe")]).PlanOne(new SiteSnapshot
        {
            Fabrics = [Fabric(2, "pxe", untagged, tagged)],
            Subnets = [subnet],
            RackControllers = [rack with { Interfaces = [rack.Interfaces[0] with { Links = [new() { Subnet = subnet, IPAddress = "10.1.0.2" }] }] }],
        });
        Assert.Equal(ErrorIds.RackControllerNotFound, plan.Error?.ErrorId);
        Assert.Contains("interface on pxe/101: rack1 has eth0 on pxe/0, where MAAS has the subnet now", plan.Error!.Message, StringComparison.Ordinal);
        Assert.Empty(plan.Operations);
    }

    [Fact]
    public void A_VLAN_that_is_still_to_be_made_has_no_rack_either() => Assert.Contains(
        "VLAN 101, which is still to be made: rack1 is on pxe/0",
        SiteWith([Pxe with { Vlan = "101" }], [Link("pxe", null, "pxe")]).PlanOne(new SiteSnapshot
        {
            Fabrics = [Fabric(2, "pxe", Vlan(20, 0))], RackControllers = [Rack("rack1", Vlan(20, 0), "10.1.0.2")],
        }).Error!.Message,
        StringComparison.Ordinal);

    [Fact]
    public void Another_DHCP_server_that_MAAS_has_seen_there_is_told() => Assert.Contains(
        Plan(Vlan(20, 0) with { ExternalDhcp = "10.1.0.9" }, v => [Rack("rack1", v, "10.1.0.2")]).Messages(),
        m => m.StartsWith("MAAS has seen another DHCP server, 10.1.0.9, on VLAN pxe/0", StringComparison.Ordinal));

    [Fact]
    public void A_network_without_a_DHCP_range_needs_no_rack() =>
        Assert.Empty(Plan(Vlan(20, 0), _ => [], Pxe with { Ranges = [], DhcpRelayTarget = "10.9.0.2" }).InWords());

    [Fact]
    public void A_network_that_wants_no_DHCP_any_more_gets_none_and_the_second_rack_goes_first()
    {
        var vlan = Vlan(20, 0) with { DhcpOn = true, PrimaryRack = "rack1", SecondaryRack = "rack2" };
        var plan = Plan(vlan, v => [Rack("rack1", v, "10.1.0.2")], Pxe with { Ranges = [] });
        Assert.Equal(
            [
                "set DHCP of Vlan pxe/0: on -> off",
                "set secondary rack of Vlan pxe/0: rack2 -> (none)",
                "set primary rack of Vlan pxe/0: rack1 -> (none)",
            ],
            plan.InWords());
        Assert.Equal(2, plan.Operations.Count);
    }

    [Fact]
    public void A_VLAN_that_serves_a_subnet_of_somebody_else_keeps_its_DHCP()
    {
        var vlan = Vlan(20, 0) with { DhcpOn = true, PrimaryRack = "rack1", SecondaryRack = "rack2" };
        var theirs = Subnet(7, "theirs", "10.7.0.0/24", vlan);
        var site = new SiteSnapshot
        {
            Fabrics = [Fabric(2, "pxe", vlan)],
            Subnets = [Subnet(1, "pxe", Pxe.Cidr, vlan), theirs],
            IPRanges = [Range(4, theirs, "dynamic", "10.7.0.10", "10.7.0.20", comment: "by hand")],
        };
        var plan = SiteWith([Pxe with { Ranges = [] }], [Link("pxe", "pxe", "pxe")]).PlanOne(site);
        Assert.Empty(plan.InWords());
        Assert.Equal(["DHCP of VLAN pxe/0 stays as it is: it serves 10.7.0.0/24, which the design does not set up."], plan.Messages());
    }

    [Fact]
    public void Two_networks_on_one_VLAN_have_its_DHCP_when_either_wants_it_and_its_name_from_the_first()
    {
        var vlan = Vlan(20, 7) with { Name = "pxe", DhcpOn = true, PrimaryRack = "rack1" };
        var networks = new[] { Pxe with { Vlan = "7" }, GetNetwork("more", "10.2.0.0/24", "7") };
        var site = new SiteSnapshot
        {
            Fabrics = [Fabric(2, "gp", Vlan(19, 0, "gp"), vlan)],
            Subnets = [Subnet(1, "pxe", Pxe.Cidr, vlan), Subnet(2, "more", "10.2.0.0/24", vlan)],
            IPRanges = [Range(1, Subnet(1, "pxe", Pxe.Cidr, vlan), "dynamic", "10.1.0.100", "10.1.0.200")],
            RackControllers = [Rack("rack1", vlan, "10.1.0.2")],
        };
        Assert.All(SiteNetworkPlanner.Plan(SiteWith(networks, [Link("gp", null, "pxe", "more")]), site), p => Assert.Empty(p.InWords()));
    }
}
