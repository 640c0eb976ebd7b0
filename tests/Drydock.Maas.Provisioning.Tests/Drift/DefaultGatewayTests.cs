using Drydock.Maas.Planning;
using static Drydock.Maas.Provisioning.Tests.InProcess.InProcessMaas;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>Another primary network, or none, takes the default gateway from the network that was it before.</summary>
public sealed class DefaultGatewayTests
{
    [Theory]
    [InlineData("data")]
    [InlineData("pxe")]
    [InlineData(null)]
    public async Task Where_the_new_one_has_no_gateway_of_its_own_the_old_ones_choice_goes(string? primary)
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        site.Maas.Design = DriftDesign.WithPrimary(primary);

        var found = await site.CompareAsync();

        Assert.Equal(
            ["node1: default gateway of Interface bond0 is 10.2.0.1, the design says (none)",
                "node2: default gateway of Interface bond0 is 10.2.0.1, the design says (none)"],
            found.Select(d => d.ToString()));
        Assert.Equal(2, await site.RepairAsync());
        Assert.Empty(await site.CompareAsync());
        Assert.Equal(0, await site.RepairAsync());
    }

    [Fact]
    public async Task On_a_deployed_machine_the_comparison_says_what_stands_in_the_way()
    {
        using var site = await DriftSite.StartAsync(deployed: true);
        site.Maas.Design = DriftDesign.WithPrimary("data");
        Assert.All(await site.CompareAsync(), d => Assert.Equal("machine is Deployed; release it first", d.Blocker));
        Assert.Equal(2, (await site.CompareAsync()).Count);
        Assert.Equal(0, await site.RepairAsync());
    }

    [Fact]
    public async Task A_choice_by_way_of_a_link_that_goes_goes_with_it()
    {
        using var site = await DriftSite.StartAsync(deployed: false, DriftDesign.WithPrimary("data"));
        site.OnNic("bond0.110", "POST", "link_subnet", ("mode", "static"), ("subnet", Text(site.Subnet("10.3.0.0/24").Id)), ("ip_address", "10.3.0.99"));
        site.OnSubnet("10.3.0.0/24", "PUT", ("gateway_ip", "10.3.0.1"));
        var link = site.Nic("bond0.110").Links.First(l => l.Address?.ToString() == "10.3.0.99");
        site.OnNic("bond0.110", "POST", "set_default_gateway", ("link_id", Text(link.Id)));
        site.OnSubnet("10.3.0.0/24", "PUT", ("gateway_ip", ""));
        Assert.Contains("static 10.3.0.99", Assert.Single(await site.CompareAsync()).ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await site.RepairAsync());
        Assert.Empty(await site.CompareAsync());
    }

    [Fact]
    public async Task A_choice_by_way_of_a_NIC_that_the_design_does_not_mention_stays()
    {
        using var site = await DriftSite.StartAsync(deployed: false, DriftDesign.WithPrimary(null));
        AddNic(site);
        site.OnNic("eno9", "POST", "link_subnet", ("mode", "static"), ("subnet", Text(site.Subnet("10.2.0.0/24").Id)), ("ip_address", "10.2.0.99"),
            ("default_gateway", "true"));
        Assert.Empty(await site.CompareAsync());
        Assert.Equal(0, await site.RepairAsync());
        Assert.Contains(
            "node1: Link eno9 is only in MAAS: static 10.2.0.99", (await site.CompareAsync(detailed: true)).Select(d => d.ToString()));
    }

    private static void AddNic(DriftSite site) => site.OnNode(
        "POST", "interfaces/", "create_physical", ("name", "eno9"), ("mac_address", "52:54:00:99:00:09"), ("vlan", Text(site.Vlan("gp", 0).Id)));
}
