using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Tests.EndToEnd;
using static Drydock.Maas.Provisioning.Tests.InProcess.InProcessMaas;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>What all nodes share is read anew when the world has moved while a step was carried out.</summary>
public sealed class MovedMeanwhileTests
{
    [Fact]
    public async Task A_subnet_that_was_made_anew_is_linked_by_its_new_id()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        site.Unlink("bond0.110");
        var result = await RunAsync(site, NodeStepKind.Network, () =>
        {
            var vlan = Text(site.Vlan("gp", 110).Id);
            site.OnSubnet("10.3.0.0/24", "DELETE");
            site.Maas.Ask("POST", "subnets/", null, ("cidr", "10.3.0.0/24"), ("name", "data"), ("vlan", vlan));
        });
        Assert.Null(result.Error?.Message);
        Assert.Equal(site.Subnet("10.3.0.0/24"), Assert.Single(site.Nic("bond0.110").Links).Subnet);
    }

    [Fact]
    public async Task A_tag_that_was_deleted_is_made_anew()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        site.Maas.Ask("POST", "tags/compute/", "update_nodes", ("remove", site.Machine.SystemId));
        var result = await RunAsync(site, NodeStepKind.Platform, () => site.Maas.Ask("DELETE", "tags/compute/"));
        Assert.Null(result.Error?.Message);
        Assert.Contains("compute", site.Machine.Tags.Select(t => t.Name));
    }

    private static Task<DrydockStepResult> RunAsync(DriftSite site, NodeStepKind kind, Action act)
    {
        var observer = new ActingObserver("", "node1", () =>
        {
            act();
            return Task.CompletedTask;
        });
        return NodeStepRun.Create(site.Maas.Session, kind.MakeOptions(), observer)
            .RunAsync(new NodeStepInput { Node = site.Maas.Design.Nodes[0] }, TestContext.Current.CancellationToken);
    }
}
