using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Nodes.Platform;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Deploy;

public sealed class BootActionTagTests
{
    private static readonly Machine Machine = Machines.Named("node1");
    private readonly FakeTags _tags = new(new Tag { Name = "node1__baid__old" }, new Tag { Name = "node10__baid__other" });

    [Fact]
    public void The_key_is_random_and_long()
    {
        var node = Node("node1");
        Assert.Matches("^node1__baid__[0-9a-f]{64}$", BootActionTag.New(node));
        Assert.NotEqual(BootActionTag.New(node), BootActionTag.New(node));
    }

    [Fact]
    public async Task The_old_tag_gives_way_to_the_new()
    {
        var plan = await PlanAsync(Node("node1"));
        await plan.ApplyAsync(new FakeMaas { Tags = _tags, Machines = new FakeMachines { All = [Machine] } }, Machine);
        Assert.Equal(["node1__baid__new", "node10__baid__other"], _tags.All.Keys.Order());
    }

    [Fact]
    public async Task A_plan_shows_no_key()
    {
        var plan = await PlanAsync(Node("node1"));
        Assert.Equal(
            [
                "delete Tag node1__baid__(secret)",
                "create Tag node1__baid__(secret)",
                "set tags of Machine node1: (none) -> +node1__baid__(secret)",
            ],
            plan.InWords());
    }

    [Fact]
    public async Task A_node_without_boot_actions_has_no_tag() => Assert.Empty((await PlanAsync(Node("another"))).Changes);

    private async Task<Plan> PlanAsync(DrydockNode node)
    {
        var board = new TagBoard(new FakeMaas { Tags = _tags });
        var stale = await board.FindAllAsync(BootActionTag.GetPrefix(node), TestContext.Current.CancellationToken);
        return BootActionTag.Plan(node, Machine, stale, "node1__baid__new");
    }

    private static DrydockNode Node(string target)
    {
        var node = new DrydockNode { Name = "node1" };
        _ = new SiteDesign([], [], [node]) { BootActions = [new BootAction { Name = "join", TargetNodes = [target] }] };
        return node;
    }
}
