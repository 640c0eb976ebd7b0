using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Platform;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>The tag of a node's kernel parameters is its machine's alone.</summary>
public sealed class KernelTagTests
{
    [Fact]
    public async Task On_the_machine_of_another_node_it_is_a_finding_that_the_next_run_mends()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        site.Maas.Ask("POST", "tags/node2_kp/", "update_nodes", ("add", site.Machine.SystemId));
        Assert.Equal(
            "node1: tags of Machine node1 is compute, node1_kp, node2_kp, the design says -node2_kp",
            Assert.Single(await site.CompareAsync()).ToString());
        Assert.Equal(1, await site.RepairAsync());
        Assert.Empty(await site.CompareAsync());
    }

    [Fact]
    public async Task A_machine_beside_the_design_that_has_it_loses_it_where_the_node_is_given_it_anew()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        var stranger = AddStranger(site);
        site.Maas.Ask("POST", "tags/node1_kp/", "update_nodes", ("add", stranger), ("remove", site.Machine.SystemId));
        Assert.Equal(
            ["node1: tags of Machine node1 is compute, the design says +node1_kp",
                "node1: tags of Machine stranger is node1_kp, the design says -node1_kp"],
            (await site.CompareAsync()).Select(d => d.ToString()));
        Assert.Equal(1, await site.RepairAsync());
        Assert.DoesNotContain("node1_kp", GetTags(site, stranger));
        Assert.Contains("node1_kp", GetTags(site, site.Machine.SystemId));
    }

    [Fact]
    public async Task A_machine_beside_the_design_that_has_it_is_told_in_detail_and_pruned()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        var stranger = AddStranger(site);
        site.Maas.Ask("POST", "tags/node1_kp/", "update_nodes", ("add", stranger));
        Assert.Empty(await site.CompareAsync());
        Assert.Contains($"tags of Machine stranger ({stranger}) is only in MAAS: node1_kp",
            (await site.CompareAsync(detailed: true)).Select(d => d.ToString()[(d.ToString().IndexOf(": ", StringComparison.Ordinal) + 2)..]));
        Assert.Equal(0, await site.RepairAsync());

        var run = NodeStepRun.Create(site.Maas.Session, new PlatformStepOptions { Prune = true }, new EndToEnd.QuietObserver());
        var result = await run.RunAsync(new NodeStepInput { Node = site.Maas.Design.Nodes[0] }, TestContext.Current.CancellationToken);

        Assert.Equal(["set tags of Machine stranger: node1_kp -> -node1_kp"], result.Changes.Select(c => c.ToString()));
        Assert.DoesNotContain("node1_kp", GetTags(site, stranger));
    }

    private static string AddStranger(DriftSite site)
    {
        site.Maas.Ask("POST", "machines/", null, ("architecture", "amd64"), ("mac_addresses", "52:54:00:99:99:99"), ("power_type", "manual"),
            ("hostname", "stranger"));
        return site.Maas.MachineOf("stranger").SystemId;
    }

    private static IEnumerable<string> GetTags(DriftSite site, string systemId) =>
        site.Maas.State.Nodes.First(n => n.SystemId == systemId).Tags.Select(t => t.Name);
}
