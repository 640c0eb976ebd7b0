using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.EndToEnd;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.SiteState;

namespace Drydock.Maas.Provisioning.Tests.Site.Network;

public sealed class SubnetTests
{
    private static readonly Vlan Tagged = Vlan(21, 110, "gp") with { Name = "data" };
    private static readonly Fabric Gp = Fabric(2, "gp", Vlan(20, 0, "gp"), Tagged);
    private static readonly Design.Network Data = GetNetwork("data", "10.3.0.0/24", "110", gateway: "10.3.0.1") with
    {
        DnsServers = ["10.3.0.10", "8.8.8.8"],
    };

    private static Subnet Present => Subnet(1, "data", Data.Cidr, Tagged, "10.3.0.1", "10.3.0.10", "8.8.8.8");

    [Fact]
    public void A_subnet_as_designed_is_not_touched() => Assert.Empty(Plan(Data, Present).InWords());

    [Fact]
    public void A_new_subnet_is_made_whole() =>
        Assert.Equal(["create Subnet 10.3.0.0/24: data, gateway 10.3.0.1, DNS 10.3.0.10, 8.8.8.8"], Plan(Data).InWords());

    [Fact]
    public void The_domain_of_a_node_without_a_primary_network_is_made()
    {
        var design = SiteWith([Data with { DnsDomain = "data.example.com" }], [Link("gp", null, "data")], new DrydockNode { Name = "node1" });
        var site = new SiteSnapshot { Fabrics = [Gp], Subnets = [Present], Domains = [new Domain { Name = "data.example.com" }] };
        Assert.Equal(["create Domain local"], Assert.Single(SiteNetworkPlanner.Plan(design, site)).InWords());
    }

    [Fact]
    public void All_that_differs_is_one_update()
    {
        var plan = Plan(Data, Present with { Name = "10.3.0.0/24", GatewayIP = null, DnsServers = [], Vlan = Vlan(20, 0, "gp") });
        Assert.Single(plan.Operations);
        Assert.Equal(
            [
                "set name of Subnet 10.3.0.0/24: 10.3.0.0/24 -> data",
                "set gateway of Subnet 10.3.0.0/24: (none) -> 10.3.0.1",
                "set DNS servers of Subnet 10.3.0.0/24: (none) -> 10.3.0.10, 8.8.8.8",
                "set vlan of Subnet 10.3.0.0/24: gp/0 -> gp/110",
            ],
            plan.InWords());
    }

    [Fact]
    public void A_gateway_the_design_no_longer_has_is_cleared() => Assert.Equal(
        ["set gateway of Subnet 10.3.0.0/24: 10.3.0.1 -> (none)"], Plan(Data with { Routes = [] }, Present).InWords());

    [Fact]
    public async Task What_does_not_differ_is_left_out_of_the_update()
    {
        var update = await UpdateAsync(Plan(Data, Present with { Name = "other" }));
        Assert.Equal(new SubnetUpdate { Name = "data", DnsServers = null }, update);
    }

    [Fact]
    public async Task Architectures_that_do_not_boot_from_the_network_are_named_in_every_update()
    {
        var update = await UpdateAsync(Plan(Data, Present with { Name = "other", DisabledBootArchitectures = ["0x00", "0x07"] }));
        Assert.Equal(["0x00", "0x07"], update.DisabledBootArchitectures!);
    }

    [Fact]
    public async Task What_is_to_go_is_sent_empty()
    {
        var update = await UpdateAsync(Plan(Data with { Routes = [], DnsServers = [] }, Present));
        Assert.Equal("", update.GatewayIP);
        Assert.Empty(update.DnsServers!);
    }

    [Fact]
    public void Name_and_MTU_of_a_VLAN_are_one_update()
    {
        var fabric = Gp with { Vlans = [Gp.Vlans[0], Tagged with { Name = "110" }] };
        var plan = SiteWith([Data with { Mtu = 9000 }], [Link("gp", null, "data")])
            .PlanOne(new SiteSnapshot { Fabrics = [fabric], Subnets = [Present], Domains = [] });
        Assert.Single(plan.Operations);
        Assert.Equal(["set name of Vlan gp/110: 110 -> data", "set mtu of Vlan gp/110: 1500 -> 9000"], plan.InWords());
    }

    [Fact]
    public void A_domain_is_made_once_for_all_networks_that_share_it()
    {
        Design.Network[] networks =
        [
            Data with { DnsDomain = "rack.example" }, GetNetwork("mgmt", "10.2.0.0/24") with { DnsDomain = "rack.example" },
        ];
        var plans = SiteNetworkPlanner.Plan(SiteWith(networks, [Link("gp", "mgmt", "data", "mgmt")]), new SiteSnapshot());
        Assert.Single(plans.SelectMany(p => p.InWords()), "create Domain rack.example");
    }

    [Fact]
    public void A_domain_of_a_network_that_cannot_be_is_made_for_another_that_has_it()
    {
        Design.Network[] networks =
        [
            Data with { DnsDomain = "rack.example", Ranges = [Dhcp("10.3.0.9", "10.3.0.1")] }, GetNetwork("mgmt", "10.2.0.0/24", "111") with { DnsDomain = "rack.example" },
        ];
        var plans = SiteNetworkPlanner.Plan(SiteWith(networks, [Link("gp", null, "data", "mgmt")]), new SiteSnapshot());
        Assert.NotNull(plans[0].Error);
        Assert.Equal(["create Fabric gp", "create Domain rack.example"], plans[1].InWords().Where(w => w.Contains("Fabric", StringComparison.Ordinal) || w.Contains("Domain", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_subnet_that_overlaps_another_is_refused_with_its_name_where_MAAS_refuses_it()
    {
        var other = Subnet(9, "lab", "10.3.0.0/16", Tagged);
        var plan = Assert.Single(SiteNetworkPlanner.Plan(
            SiteWith([Data], [Link("gp", null, "data")]), new SiteSnapshot { Fabrics = [Gp], Subnets = [other] }, new(null, RefusesOverlaps: true)));
        Assert.Equal(ErrorIds.NetworkNotPossible, plan.Error?.ErrorId);
        Assert.Contains("overlaps subnet lab (10.3.0.0/16, on gp/110) in MAAS", plan.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_networks_of_the_design_are_refused_likewise()
    {
        var plans = SiteNetworkPlanner.Plan(
            SiteWith([Data, GetNetwork("part", "10.3.0.128/25", "111")], [Link("gp", null, "data", "part")]), new SiteSnapshot(), new(null, RefusesOverlaps: true));
        Assert.All(plans, p => Assert.Equal(ErrorIds.NetworkNotPossible, p.Error?.ErrorId));
        Assert.Contains("network data (10.3.0.0/24) of the design", plans[1].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_that_it_is_made_and_told() => Assert.Contains(
        Plan(Data, Subnet(9, "lab", "10.3.0.0/16", Tagged)).Messages(),
        m => m.StartsWith("Network data (10.3.0.0/24) overlaps subnet lab", StringComparison.Ordinal));

    [Fact]
    public void A_domain_that_MAAS_has_is_not_made()
    {
        var site = new SiteSnapshot { Fabrics = [Gp], Subnets = [Present], Domains = [new Domain { Name = "rack.example" }] };
        Assert.Empty(SiteWith([Data with { DnsDomain = "rack.example" }], [Link("gp", null, "data")]).PlanOne(site).InWords());
    }

    private static NetworkPlan Plan(Design.Network network, params IReadOnlyList<Subnet> subnets) =>
        SiteWith([network], [Link("gp", null, "data")]).PlanOne(new SiteSnapshot { Fabrics = [Gp], Subnets = subnets });

    private static async Task<SubnetUpdate> UpdateAsync(NetworkPlan plan)
    {
        var subnets = new RecordingSubnets(Present);
        var executor = new SiteNetworkExecutor(new(new SiteSnapshot { Fabrics = [Gp], Subnets = [Present] }));
        await PlanExecutor.ApplyAsync(
            plan.Plan, new FakeMaas { Subnets = subnets }, executor, "data", new QuietObserver(), [], TestContext.Current.CancellationToken);
        return subnets.Update!;
    }
}
