using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.SiteState;

namespace Drydock.Maas.Provisioning.Tests.Site.Network;

public sealed class RangeTests
{
    private static readonly Vlan Untagged = Vlan(20, 0) with { DhcpOn = true, PrimaryRack = "rack1" };
    private static readonly Subnet Present = Subnet(1, "pxe", "10.1.0.0/24", Untagged);
    private static readonly Design.Network Pxe = GetNetwork("pxe", "10.1.0.0/24");

    [Fact]
    public void Ranges_are_made_of_MAASs_two_kinds_and_static_ones_are_not() => Assert.Equal(
        ["create IPRange 10.1.0.1-10.1.0.9: reserved", "create IPRange 10.1.0.100-10.1.0.200: dynamic"],
        Plan(Pxe with
        {
            Ranges =
            [
                Reserved("10.1.0.1", "10.1.0.9"), new NetworkRange { Type = "static", Start = "10.1.0.10", End = "10.1.0.99" }, Dhcp(
                    "10.1.0.100", "10.1.0.200"),
            ],
        }).InWords());

    [Fact]
    public void A_range_as_designed_is_not_touched() =>
        Assert.Empty(Plan(Dynamic("10.1.0.100", "10.1.0.200"), Range(1, Present, "dynamic", "10.1.0.100", "10.1.0.200")).InWords());

    [Fact]
    public void What_MAAS_keeps_of_an_IPv6_network_is_not_reserved_again_nor_served_by_DHCP()
    {
        var subnet = Subnet(1, "six", "2001:db8:1::/64", Untagged);
        var network = GetNetwork("six", "2001:DB8:1:0::/64") with
        {
            Ranges = [Reserved("2001:DB8:1::1", "2001:DB8:1::ff"), Reserved("2001:db8:1::ffff:0", "2001:db8:1:0:0:1:0:5"), Dhcp("2001:db8:1::1:0", "2001:db8:1:0:1::")],
        };
        var plan = SiteWith([network], [Link("pxe", "six", "six")]).PlanOne(
            new SiteSnapshot { Fabrics = [Fabric(2, "pxe", Untagged)], Subnets = [subnet], RackControllers = [Rack("rack1", Untagged, "2001:db8:1::2")] });
        Assert.Equal(
            ["create IPRange 2001:db8:1::1:0:0-2001:db8:1::1:0:5: reserved", "create IPRange 2001:db8:1::1:0:6-2001:db8:1:0:1::: dynamic"],
            plan.InWords().Where(w => w.Contains("IPRange", StringComparison.Ordinal)));
        Assert.Contains(plan.Messages(), m => m.StartsWith("Reserved range 2001:db8:1::1-2001:db8:1::ff of network six is reserved as it is", StringComparison.Ordinal));
    }

    [Fact]
    public void A_range_of_ours_with_other_ends_gets_the_designs() => Assert.Equal(
        ["set bounds of IPRange 10.1.0.100-10.1.0.150: 10.1.0.100-10.1.0.150 -> 10.1.0.100-10.1.0.200"],
        Plan(Dynamic("10.1.0.100", "10.1.0.200"), Range(1, Present, "dynamic", "10.1.0.100", "10.1.0.150")).InWords());

    [Fact]
    public void A_foreign_range_that_covers_ours_will_do() =>
        Assert.Empty(Plan(Dynamic("10.1.0.100", "10.1.0.200"), Range(1, Present, "dynamic", "10.1.0.50", "10.1.0.254", null)).InWords());

    [Fact]
    public void A_foreign_range_in_the_way_is_an_error_and_stays()
    {
        var plan = Plan(Dynamic("10.1.0.100", "10.1.0.200"), Range(1, Present, "reserved", "10.1.0.150", "10.1.0.254", "lab"));
        Assert.Equal(ErrorIds.NetworkNotPossible, plan.Error?.ErrorId);
        Assert.Contains("overlaps reserved range 10.1.0.150-10.1.0.254", plan.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ranges_of_other_subnets_do_not_count()
    {
        var other = Range(1, Subnet(9, "other", "10.9.0.0/24", Untagged), "reserved", "10.1.0.150", "10.1.0.160", "lab");
        Assert.Equal(["create IPRange 10.1.0.100-10.1.0.200: dynamic"], Plan(Dynamic("10.1.0.100", "10.1.0.200"), other).InWords());
    }

    [Fact]
    public void A_DHCP_range_is_split_round_DNS_servers_gateway_and_nodes_and_the_plan_says_so()
    {
        var network = GetNetwork("pxe", "10.1.0.0/24", gateway: "10.1.0.1") with { DnsServers = ["10.1.0.10"], Ranges = [Dhcp(
            "10.1.0.1", "10.1.0.254")] };
        var node = new DrydockNode { Name = "node1", Domain = "", Addressing = [Static("pxe", "10.1.0.254")] };
        var plan = SiteWith([network], [Link("pxe", "pxe", "pxe")], node).PlanOne(
            Maas(Present with { GatewayIP = "10.1.0.1", DnsServers = ["10.1.0.10"] }));
        Assert.Equal(["create IPRange 10.1.0.3-10.1.0.9: dynamic", "create IPRange 10.1.0.11-10.1.0.253: dynamic"], plan.InWords());
        Assert.Equal(
            [
                "DHCP range 10.1.0.1-10.1.0.254 of network pxe covers the gateway, DNS server 10.1.0.10, node node1, "
                + "rack controller rack1; it becomes 10.1.0.3-10.1.0.9, 10.1.0.11-10.1.0.253.",
            ],
            plan.Messages());
    }

    [Fact]
    public void A_DHCP_range_is_split_round_rack_controllers() => Assert.Equal(
        ["create IPRange 10.1.0.3-10.1.0.9: dynamic"], Plan(Dynamic("10.1.0.2", "10.1.0.9")).InWords());

    [Fact]
    public void A_DHCP_range_leaves_out_the_reserved_ranges_of_its_network() => Assert.Equal(
        [
            "create IPRange 10.1.0.100-10.1.0.149: dynamic",
            "create IPRange 10.1.0.160-10.1.0.200: dynamic",
            "create IPRange 10.1.0.150-10.1.0.159: reserved",
        ],
        Plan(Pxe with { Ranges = [Dhcp("10.1.0.100", "10.1.0.200"), Reserved("10.1.0.150", "10.1.0.159")] }).InWords());

    [Fact]
    public void A_range_of_the_other_kind_in_the_way_is_made_anew() => Assert.Equal(
        ["delete IPRange 10.1.0.100-10.1.0.150: reserved", "create IPRange 10.1.0.100-10.1.0.200: dynamic"],
        Plan(Dynamic("10.1.0.100", "10.1.0.200"), Range(1, Present, "reserved", "10.1.0.100", "10.1.0.150")).InWords());

    [Fact]
    public void Two_ranges_that_become_one_are_one_wider_and_one_less() => Assert.Equal(
        [
            "delete IPRange 10.1.0.150-10.1.0.200: dynamic",
            "set bounds of IPRange 10.1.0.100-10.1.0.120: 10.1.0.100-10.1.0.120 -> 10.1.0.100-10.1.0.200",
        ],
        Plan(
            Dynamic("10.1.0.100", "10.1.0.200"),
            Range(1, Present, "dynamic", "10.1.0.100", "10.1.0.120"),
            Range(2, Present, "dynamic", "10.1.0.150", "10.1.0.200")).InWords());

    [Fact]
    public void A_range_that_becomes_two_is_the_first_of_them()
    {
        var plan = Plan(Pxe with { Ranges = [Dhcp("10.1.0.1", "10.1.0.9")] }, Range(1, Present, "dynamic", "10.1.0.1", "10.1.0.9"));
        Assert.Equal(
            [
                "set bounds of IPRange 10.1.0.1-10.1.0.9: 10.1.0.1-10.1.0.9 -> 10.1.0.1-10.1.0.1",
                "create IPRange 10.1.0.3-10.1.0.9: dynamic",
            ],
            plan.InWords());
    }

    [Fact]
    public void Split_ranges_that_MAAS_has_are_not_touched()
    {
        var plan = Plan(
            Dynamic("10.1.0.1", "10.1.0.9"), Range(1, Present, "dynamic", "10.1.0.1", "10.1.0.1"), Range(
                2, Present, "dynamic", "10.1.0.3", "10.1.0.9"));
        Assert.Empty(plan.InWords());
    }

    [Fact]
    public void A_DHCP_range_of_which_nothing_is_left_is_an_error() =>
        Assert.Equal(ErrorIds.NetworkNotPossible, Plan(Dynamic("10.1.0.2", "10.1.0.2")).Error?.ErrorId);

    [Fact]
    public void A_DHCP_range_is_split_round_reserved_IPs()
    {
        var site = Maas(Present) with { ReservedIPs = [new() { IPAddress = "10.1.0.150", MacAddress = "52:54:00:00:00:09" }] };
        var plan = SiteWith([Dynamic("10.1.0.100", "10.1.0.200")], [Link("pxe", "pxe", "pxe")]).PlanOne(site);
        Assert.Equal(["create IPRange 10.1.0.100-10.1.0.149: dynamic", "create IPRange 10.1.0.151-10.1.0.200: dynamic"], plan.InWords());
        Assert.Contains("reserved IP 10.1.0.150 of 52:54:00:00:00:09", Assert.Single(plan.Messages()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_subnet_that_MAAS_does_not_manage_gets_no_DHCP_range_and_the_error_says_how_it_would()
    {
        var plan = SiteWith([Dynamic("10.1.0.100", "10.1.0.200")], [Link("pxe", "pxe", "pxe")]).PlanOne(Maas(Present with { Managed = false }));
        Assert.Equal(ErrorIds.NetworkNotPossible, plan.Error?.ErrorId);
        Assert.Contains("MAAS does not manage subnet 10.1.0.0/24", plan.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("Invoke-MaasApi subnets/1/ PUT", plan.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_DHCP_range_that_is_there_stays_on_a_subnet_that_MAAS_does_not_manage() => Assert.Empty(
        SiteWith([Dynamic("10.1.0.100", "10.1.0.200")], [Link("pxe", "pxe", "pxe")]).PlanOne(Maas(Present with { Managed = false }) with
        {
            IPRanges = [Range(1, Present, "dynamic", "10.1.0.100", "10.1.0.200")],
        }).InWords());

    [Fact]
    public void What_MAAS_itself_reserves_of_an_IPv6_network_is_not_reserved_again_and_no_part_of_a_DHCP_range()
    {
        var network = GetNetwork("pxe", "fd00::/64") with { Ranges = [Reserved("fd00::1", "fd00::ff"), Dhcp("fd00::ffff:0", "fd00::1:0:ffff")] };
        var plan = SiteWith([network], [Link("pxe", "pxe", "pxe")]).PlanOne(Maas(Subnet(1, "pxe", "fd00::/64", Untagged)));
        Assert.Equal(["create IPRange fd00::1:0:0-fd00::1:0:ffff: dynamic"], plan.InWords());
        Assert.Contains(plan.Messages(), m => m.StartsWith("Reserved range fd00::1-fd00::ff of network pxe is reserved as it is", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10.1.0.9", "10.1.0.1")]
    [InlineData("10.1.0.1", "fd00::9")]
    [InlineData("first", "last")]
    public void What_is_no_range_is_refused(string start, string end) =>
        Assert.Equal(ErrorIds.DesignInvalid, Plan(Dynamic(start, end)).Error?.ErrorId);

    private static Design.Network Dynamic(string start, string end) => Pxe with { Ranges = [Dhcp(start, end)] };

    private static NetworkPlan Plan(Design.Network network, params IReadOnlyList<IPRange> ranges) =>
        SiteWith([network], [Link("pxe", "pxe", "pxe")]).PlanOne(Maas(Present) with { IPRanges = ranges });

    private static SiteSnapshot Maas(Subnet subnet) =>
        new() { Fabrics = [Fabric(2, "pxe", Untagged)], Subnets = [subnet], RackControllers = [Rack("rack1", Untagged, "10.1.0.2")] };
}
