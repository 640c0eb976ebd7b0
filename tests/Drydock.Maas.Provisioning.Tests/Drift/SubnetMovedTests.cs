using static Drydock.Maas.Provisioning.Tests.InProcess.InProcessMaas;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>A subnet that somebody moved to another fabric hides nothing of what else was changed.</summary>
public sealed class SubnetMovedTests
{
    [Fact]
    public async Task The_nodes_own_differences_are_found_beside_it()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        site.OnSubnet("10.4.0.0/24", "PUT", ("vlan", Text(site.Vlan("pxe", 0).Id)));
        site.OnNic("bond0", "PUT", null, ("bond_miimon", "50"));
        site.Unlink("bond0.110");
        Assert.Equal(
            [
                "node1: link check interval of Interface bond0 is 50, the design says 100",
                "node1: link of Interface bond0.110 is missing: static 10.3.0.11 on 10.3.0.0/24",
                "store: vlan of Subnet 10.4.0.0/24 is pxe/0, the design says gp/120",
            ],
            (await site.CompareAsync()).Select(d => d.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(3, await site.RepairAsync());
        Assert.Empty(await site.CompareAsync());
    }

    [Fact]
    public async Task What_cannot_be_compared_of_a_node_is_told_though_something_else_is_to_be_made()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        var fabric = site.Fabric("gp").Id;
        site.Maas.Ask("PUT", $"fabrics/{fabric}/", null, ("name", "one"));
        site.Maas.Ask("POST", "fabrics/", null, ("name", "two"));
        site.OnSubnet("10.4.0.0/24", "PUT", ("vlan", Text(site.Vlan("two", 0).Id)));
        site.Maas.Ask("DELETE", $"ipranges/{Text(site.Maas.State.IPRanges.First(r => r.Start.ToString() == "10.1.0.240").Id)}/");
        Assert.Contains(await site.CompareAsync(), d => d.ToString().StartsWith("node1: ", StringComparison.Ordinal)
            && d.ToString().Contains("MAAS has no fabric gp", StringComparison.Ordinal));
    }
}
