using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.SiteState;
using static Drydock.Maas.Provisioning.Tests.Site.Network.DhcpSite;

namespace Drydock.Maas.Provisioning.Tests.Site.Network;

/// <summary>DHCP that another VLAN serves.</summary>
public sealed class DhcpRelayTests
{
    [Fact]
    public void A_relay_forwards_to_the_VLAN_of_the_rack_that_has_the_target()
    {
        var plan = Plan(Vlan(20, 0), _ => [Rack("rack1", Upstream, "10.9.0.2")], Relayed);
        Assert.Equal("set DHCP relay of Vlan pxe/0: (none) -> upstream/0", plan.InWords()[^1]);
    }

    [Fact]
    public void A_relay_target_is_found_in_any_spelling()
    {
        var network = Relayed with { DhcpRelayTarget = "FD00:0::0002" };
        Assert.Equal(
            "set DHCP relay of Vlan pxe/0: (none) -> upstream/0",
            Plan(Vlan(20, 0), _ => [Rack("rack1", Upstream, "fd00::2")], network).InWords()[^1]);
    }

    [Fact]
    public void A_relay_as_designed_is_not_touched() =>
        Assert.Empty(
            Plan(Vlan(20, 0) with { RelayVlan = Upstream }, _ => [Rack("rack1", Upstream, "10.9.0.2")], Relayed).InWords().Skip(1));

    [Fact]
    public void A_VLAN_that_served_DHCP_itself_stops_when_it_is_relayed()
    {
        var vlan = Vlan(20, 0) with { DhcpOn = true, PrimaryRack = "rack1" };
        var plan = Plan(vlan, _ => [Rack("rack1", Upstream, "10.9.0.2")], Relayed);
        Assert.Equal(
            [
                "set DHCP of Vlan pxe/0: on -> off",
                "set primary rack of Vlan pxe/0: rack1 -> (none)",
                "set DHCP relay of Vlan pxe/0: (none) -> upstream/0",
            ],
            plan.InWords().Skip(1));
        // MAAS refuses a relay in the write that turns DHCP off.
        Assert.Equal(3, plan.Operations.Count);
    }

    [Fact]
    public void A_relay_target_that_no_rack_has_is_an_error_before_anything_is_written()
    {
        var plan = Plan(Vlan(20, 0), v => [Rack("rack1", v, "10.1.0.2")], Relayed);
        Assert.Equal(ErrorIds.RackControllerNotFound, plan.Error?.ErrorId);
        Assert.Contains("10.9.0.2", plan.Error!.Message, StringComparison.Ordinal);
        Assert.Empty(plan.Operations);
    }

    [Fact]
    public void A_relay_to_the_networks_own_VLAN_is_refused() =>
        Assert.Equal(ErrorIds.NetworkNotPossible, Plan(Vlan(20, 0), v => [Rack("rack1", v, "10.9.0.2")], Relayed).Error?.ErrorId);

    [Fact]
    public void A_VLAN_that_was_relayed_is_relayed_no_more_when_racks_serve_it() => Assert.Contains(
        "set DHCP relay of Vlan pxe/0: upstream/0 -> (none)",
        Changes(Vlan(20, 0) with { RelayVlan = Upstream }, v => [Rack("rack1", v, "10.1.0.2")]));

    [Fact]
    public void A_relay_that_the_design_has_no_more_is_cleared() => Assert.Equal(
        ["set DHCP relay of Vlan pxe/0: upstream/0 -> (none)"],
        Plan(Vlan(20, 0) with { RelayVlan = Upstream }, _ => [], Pxe with { Ranges = [] }).InWords());

    [Fact]
    public void A_VLAN_that_others_relay_to_keeps_its_servers()
    {
        var vlan = Vlan(20, 0) with { DhcpOn = true, PrimaryRack = "rack1" };
        var site = new SiteSnapshot
        {
            Fabrics = [Fabric(2, "pxe", vlan), Fabric(9, "far", Vlan(90, 0, "far", 9) with { RelayVlan = vlan })],
            Subnets = [Subnet(1, "pxe", Pxe.Cidr, vlan)],
        };
        Assert.Empty(SiteWith([Pxe with { Ranges = [] }], [Link("pxe", "pxe", "pxe")]).PlanOne(site).InWords());
    }
}
