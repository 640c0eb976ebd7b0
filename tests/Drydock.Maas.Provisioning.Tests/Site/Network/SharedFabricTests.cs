using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.InProcess;
using Drydock.Maas.Simulator.State;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.SiteState;

namespace Drydock.Maas.Provisioning.Tests.Site.Network;

/// <summary>Links that MAAS has on one fabric share it: it gets one name, and each VLAN on it one owner.</summary>
public sealed class SharedFabricTests
{
    private static readonly Vlan Untagged = Vlan(20, 0, "fabric-0");
    private static readonly Vlan Tagged = Vlan(21, 110, "fabric-0");
    private static readonly Design.Network Pxe = GetNetwork("pxe", "10.1.0.0/24");
    private static readonly Design.Network Mgmt = GetNetwork("mgmt", "10.2.0.0/24");
    private static readonly Design.Network Data = GetNetwork("data", "10.3.0.0/24", "110", 9000);

    private static readonly SiteDesign Two =
        SiteWith([Pxe, Mgmt, Data], [Link("pxe", "pxe", "pxe"), Link("gp", "mgmt", "mgmt", "data") with { Mtu = 9000 }]);

    [Fact]
    public void The_fabric_is_named_after_the_first_link_and_the_plan_says_who_shares_it()
    {
        var plans = SiteNetworkPlanner.Plan(Two, Maas("fabric-0", (Pxe, Untagged), (Mgmt, Untagged), (Data, Tagged)));
        Assert.Equal(["set name of Fabric fabric-0: fabric-0 -> pxe"], plans[0].InWords());
        Assert.Empty(plans[1].InWords());
        Assert.Equal(["set name of Vlan pxe/110: vlan110 -> data", "set mtu of Vlan pxe/110: 1500 -> 9000"], plans[2].InWords());
        Assert.Contains("Link gp shares fabric pxe with link pxe: MAAS has networks of both on it.", plans[1].Messages());
    }

    [Theory]
    [InlineData("pxe")]
    [InlineData("gp")]
    public void A_fabric_that_has_the_name_of_one_of_its_links_keeps_it(string name)
    {
        var plans = SiteNetworkPlanner.Plan(Two, Maas(name, (Pxe, Untagged), (Mgmt, Untagged), (Data, Tagged)));
        Assert.DoesNotContain(plans.SelectMany(p => p.InWords()), w => w.Contains("Fabric", StringComparison.Ordinal));
    }

    [Fact]
    public void The_untagged_VLAN_gets_the_smallest_MTU_of_the_links_and_the_plan_says_so()
    {
        var vlan = Untagged with { Mtu = 9000 };
        var plans = SiteNetworkPlanner.Plan(Two, Maas("pxe", (Pxe, vlan), (Mgmt, vlan)));
        Assert.Equal(["set mtu of Vlan pxe/0: 9000 -> 1500"], plans[0].InWords());
        Assert.Contains(
            "The untagged VLAN of fabric pxe gets the smallest MTU of the links on it: pxe 1500, gp 9000.", plans[0].Messages());
    }

    [Fact]
    public void Another_links_network_is_not_put_on_the_untagged_VLAN_beside_one_that_is_there()
    {
        var plans = SiteNetworkPlanner.Plan(Two, Maas("fabric-0", (Pxe, Untagged), (Mgmt, Vlan(22, 100, "fabric-0")), (Data, Tagged)));
        Assert.Null(plans[0].Error);
        Assert.Equal(ErrorIds.IncompatibleFabrics, plans[1].Error?.ErrorId);
        Assert.Contains("Links pxe and gp share fabric fabric-0", plans[1].Error!.Message, StringComparison.Ordinal);
        Assert.Contains(
            "mgmt would come to be on the untagged VLAN with pxe of link pxe", plans[1].Error!.Message, StringComparison.Ordinal);
        Assert.Null(plans[2].Error);
    }

    [Fact]
    public void Of_two_networks_that_are_not_there_yet_the_first_is_made()
    {
        var more = GetNetwork("more", "10.4.0.0/24", "120");
        var other = GetNetwork("other", "10.5.0.0/24", "120");
        var design = SiteWith([Pxe, Mgmt, more, other], [Link("pxe", "pxe", "pxe", "more"), Link("gp", "mgmt", "mgmt", "other")]);
        var plans = SiteNetworkPlanner.Plan(design, Maas("pxe", (Pxe, Untagged), (Mgmt, Untagged)));
        Assert.Equal(["create Vlan pxe/120: more", "create Subnet 10.4.0.0/24: more"], plans[1].InWords());
        Assert.Equal(ErrorIds.IncompatibleFabrics, plans[3].Error?.ErrorId);
    }

    [Fact]
    public void When_no_network_of_the_first_link_can_be_the_fabric_is_renamed_with_another()
    {
        var design = SiteWith([Pxe with { Ranges = [Dhcp("10.1.0.9", "10.1.0.99")] }, Mgmt], [.. Two.NetworkLinks]);
        var plans = SiteNetworkPlanner.Plan(design, Maas("fabric-0", (Pxe, Untagged), (Mgmt, Untagged)));
        Assert.NotNull(plans[0].Error);
        Assert.Equal("set name of Fabric fabric-0: fabric-0 -> pxe", plans[1].InWords()[0]);
    }

    [Fact]
    public async Task One_run_sets_up_links_on_one_fabric_and_the_second_writes_nothing()
    {
        var node = new DrydockNode
        {
            Name = "node1",
            BootMac = NodeDesign.BootMac,
            PrimaryNetwork = "mgmt",
            Interfaces = [Nic("eno1", "pxe", "pxe"), Nic("eno2", "gp", "mgmt", "data")],
            Addressing = [FromDhcp("pxe"), Static("mgmt", "10.2.0.7"), Static("data", "10.3.0.7")],
        };
        using var maas = await InProcessMaas.StartAsync(SiteWith(Two.Networks, Two.NetworkLinks, node));
        PutTogether(maas);
        maas.Commission();
        Assert.Empty((await maas.RunSiteAsync()).Where(r => r.Error is not null).Select(r => r.Error!.Message));
        Assert.Empty((await maas.RunAsync(NodeStepKind.Network)).Where(r => r.Error is not null).Select(r => r.Error!.Message));
        Assert.Equal(["static 10.2.0.7", "static 10.3.0.7"], [.. Links(maas, "eno2"), .. Links(maas, "eno2.110")]);

        var writes = maas.Writes;
        Assert.All(await maas.RunSiteAsync(), r => Assert.Equal(StepStatus.Unchanged, r.Status));
        Assert.All(await maas.RunAsync(NodeStepKind.Network), r => Assert.Equal(StepStatus.Unchanged, r.Status));
        Assert.Equal(writes, maas.Writes);
    }

    /// <summary>As somebody leaves a MAAS who adds subnets wherever it proposes.</summary>
    private static void PutTogether(InProcessMaas maas)
    {
        maas.Ask("POST", "fabrics/", null, ("name", "everything"));
        var fabric = maas.State.Fabrics.First(f => f.Name == "everything");
        foreach (var network in new[] { Pxe, Mgmt })
            maas.Ask("POST", "subnets/", null, ("cidr", network.Cidr),
                ("vlan", InProcessMaas.Text(maas.State.Vlans.First(v => v.Fabric == fabric).Id)));
    }

    private static IEnumerable<string> Links(InProcessMaas maas, string nic) =>
        maas.State.Nodes.OfType<SimulatedMachine>()
            .Single().Interfaces.First(i => i.Name == nic).Links.Select(l => $"{l.Mode} {l.Address}");

    private static SiteSnapshot Maas(string fabric, params (Design.Network Network, Vlan Vlan)[] subnets) => new()
    {
        Fabrics = [Fabric(2, fabric, [.. subnets.Select(s => s.Vlan).DistinctBy(v => v.Id)])],
        Subnets = [.. subnets.Select((s, i) => Subnet(i, s.Network.Name, s.Network.Cidr, s.Vlan))],
    };
}
