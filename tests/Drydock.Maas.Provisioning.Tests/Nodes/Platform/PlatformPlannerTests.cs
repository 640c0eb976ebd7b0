using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Platform;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Platform;

public sealed class PlatformPlannerTests
{
    private const string Parameters = "quiet console=ttyS1";
    private static readonly Machine Untagged = Machines.Named("node1");

    [Fact]
    public void Kernel_parameters_are_a_tag_of_the_nodes_own() => Assert.Equal(
        ["create Tag node1_kp: quiet console=ttyS1", "set tags of Machine node1: (none) -> +node1_kp"],
        Plan(Node(Parameters), Untagged).InWords());

    [Fact]
    public void Other_kernel_parameters_are_an_update_and_no_new_tag() => Assert.Equal(
        ["set kernel_opts of Tag node1_kp: quiet -> quiet console=ttyS1"],
        Plan(Node(Parameters), Untagged with { TagNames = ["node1_kp"] }, KernelTag("quiet")).InWords());

    [Fact]
    public void What_is_as_designed_is_not_touched()
    {
        var machine = Untagged with { TagNames = ["node1_kp", "compute", "foreign"] };
        Assert.Empty(Plan(Node(Parameters, "compute"), machine, KernelTag(Parameters), new Tag { Name = "compute" }).InWords());
    }

    [Fact]
    public void A_stale_kernel_tag_is_deleted()
    {
        var plan = Plan(Node(""), Untagged with { TagNames = ["node1_kp"] }, KernelTag("quiet"));
        Assert.Equal(["delete Tag node1_kp: quiet"], plan.InWords());
        Assert.Equal("quiet", plan.Changes[0].Before);
    }

    [Fact]
    public void Kernel_parameters_of_another_node_are_taken_off_the_machine()
    {
        var node = new DrydockNode { Name = "node1", KernelParameterString = Parameters };
        _ = new SiteDesign([], [], [node, new() { Name = "node2", KernelParameterString = "nosmp" }]);
        Assert.Equal(
            ["set tags of Machine node1: node1_kp, node2_kp, stray_kp -> -node2_kp"],
            Plan(node, Untagged with { TagNames = ["node1_kp", "node2_kp", "stray_kp"] }, KernelTag(Parameters)).InWords());
    }

    [Fact]
    public async Task A_machine_that_was_the_node_before_loses_its_kernel_parameters_in_the_same_write()
    {
        var tags = new FakeTags(KernelTag(Parameters));
        var client = new FakeMaas { Tags = tags };
        var former = Machines.Named("old") with { TagNames = ["node1_kp"] };
        var plan = PlatformPlanner.Plan(
            Node(Parameters), Untagged, new Dictionary<string, Tag> { ["node1_kp"] = KernelTag(Parameters) }, [former]);
        Assert.Equal(
            ["set tags of Machine node1: (none) -> +node1_kp", "set tags of Machine old: node1_kp -> -node1_kp"], plan.InWords());
        await plan.ApplyAsync(client, Untagged);
        Assert.Equal(["tag node1_kp: id-node1", "untag node1_kp: id-old"], tags.Requests);
    }

    [Fact]
    public void Without_kernel_parameters_there_is_no_tag() => Assert.Empty(Plan(Node(""), Untagged).InWords());

    [Fact]
    public void A_static_tag_is_made_when_MAAS_lacks_it_and_given_to_the_machine() => Assert.Equal(
        ["create Tag compute", "set tags of Machine node1: (none) -> +compute", "set tags of Machine node1: (none) -> +rack1"],
        Plan(Node("", "compute", "rack1"), Untagged, new Tag { Name = "rack1" }).InWords());

    [Fact]
    public void A_tag_named_twice_is_planned_once() => Assert.Equal(2, Plan(Node("", "compute", "compute"), Untagged).Changes.Count);

    [Theory]
    [InlineData("deployment=initial")]
    [InlineData("two words")]
    [InlineData("")]
    [InlineData("newline\n")]
    public void A_tag_that_MAAS_refuses_is_found_before_anything_is_written(string tag)
    {
        var error = Assert.Throws<NodeException>(() => Plan(Node("", tag), Untagged));
        Assert.Equal(ErrorIds.DesignInvalid, error.ErrorId);
        Assert.Contains($"\"{tag}\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Applying_makes_what_was_planned()
    {
        var tags = new FakeTags(new Tag { Name = "rack1" });
        var client = new FakeMaas { Tags = tags };
        var plan = PlatformPlanner.Plan(
            Node(Parameters, "rack1"), Untagged, new Dictionary<string, Tag> { ["rack1"] = tags.All["rack1"] });
        await plan.ApplyAsync(client, Untagged);
        Assert.Equal(["list", "create node1_kp", "tag node1_kp: id-node1", "tag rack1: id-node1"], tags.Requests);
        Assert.Equal(Parameters, tags.All["node1_kp"].KernelOpts);
    }

    private static Tag KernelTag(string options) => new() { Name = "node1_kp", KernelOpts = options };

    private static DrydockNode Node(string parameters, params IReadOnlyList<string> tags) =>
        NodeDesign.InSite(new DrydockNode { Name = "node1", KernelParameterString = parameters, Tags = tags });

    private static Plan Plan(DrydockNode node, Machine machine, params IReadOnlyList<Tag> present) =>
        PlatformPlanner.Plan(node, machine, present.ToDictionary(t => t.Name));
}
