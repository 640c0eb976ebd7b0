using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Nodes.Platform;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Platform;

public sealed class TagPrunePlannerTests
{
    private static readonly DrydockNode Node = new() { Name = "node1", Tags = ["compute"] };
    private static readonly SiteDesign Site = new([], [], [Node, new() { Name = "node2", Tags = ["control", "compute"] }]);

    [Fact]
    public void Tags_of_other_nodes_are_taken_off() => Assert.Equal(
        ["set tags of Machine node1: compute, control, foreign, node1_kp, node2_kp -> -control"],
        Plan("node1_kp", "compute", "control", "node2_kp", "foreign"));

    [Fact]
    public void What_the_node_has_and_what_the_design_does_not_know_stays() => Assert.Empty(Plan("compute", "node1_kp", "foreign"));

    [Fact]
    public async Task Machines_lose_a_tag_and_no_tag_is_deleted()
    {
        var tags = new FakeTags(new Tag { Name = "control" });
        var client = new FakeMaas { Tags = tags };
        var machine = Machines.Named("node1") with { TagNames = ["control"] };
        await TagPrunePlanner.Plan(Node, machine).ApplyAsync(client, machine);
        Assert.Contains("control", tags.All.Keys);
        Assert.Equal(["untag control: id-node1"], tags.Requests);
    }

    private static IReadOnlyList<string> Plan(params string[] tags)
    {
        Assert.Equal(2, Site.Nodes.Count);
        var machine = Machines.Named("node1") with { TagNames = tags };
        return TagPrunePlanner.Plan(Node, machine).InWords();
    }
}
