using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Tasks;
using static Drydock.Maas.Provisioning.Tests.Tasks.StrategyBuilder;

namespace Drydock.Maas.Provisioning.Tests.Tasks;

/// <summary>Given groups so and ends so, these nodes begin and those do not.</summary>
public sealed class DeploymentGroupBoardTests
{
    [Fact]
    public void Groups_that_depend_on_none_begin_together_in_the_documents_order()
    {
        var board = Board("a1 a2 b1", Of(Group("b", "b1"), Group("a", "a1 a2")));
        Assert.Equal("b1 a1 a2", Names(board.Begin()));
    }

    [Fact]
    public void A_group_begins_when_all_it_depends_on_have_succeeded()
    {
        var board = Board("a1 b1 c1", Of(Group("c", "c1", after: "a b"), Group("a", "a1"), Group("b", "b1")));
        Assert.Equal("a1 b1", Names(board.Begin()));
        Assert.Equal("", Names(board.End("a1", true)));
        Assert.Equal("c1", Names(board.End("b1", true)));
        Assert.Equal("", Names(board.End("c1", true)));
        Assert.All(board.Groups, w => Assert.Equal(DeploymentGroupState.Succeeded, w.State));
    }

    [Fact]
    public void What_depends_on_a_failed_group_does_not_begin_nor_what_depends_on_that()
    {
        var board =
            Board("a1 b1 c1 d1", Of(Group("a", "a1"), Group("b", "b1", after: "a"), Group("c", "c1", after: "b"), Group("d", "d1")));
        board.Begin();
        Assert.Equal("", Names(board.End("a1", false)));
        Assert.Equal([DeploymentGroupState.Failed, DeploymentGroupState.NotBegun, DeploymentGroupState.NotBegun, DeploymentGroupState.Running], board.Groups.Select(w => w.State));
        Assert.Equal("It depends on group a, which failed.", board.Groups[1].Reasons[0]);
        Assert.Equal("It depends on group b, which was not begun.", board.Groups[2].Reasons[0]);
        Assert.True(board.MeetsCriteria);
    }

    [Fact]
    public void After_a_critical_group_failed_nothing_begins_and_what_runs_goes_on()
    {
        var board = Board("a1 b1 c1", Of(Group("a", "a1", critical: true), Group("b", "b1"), Group("c", "c1", after: "b")));
        board.Begin();
        board.End("a1", false);
        Assert.Equal(DeploymentGroupState.Running, board.Groups[1].State);
        Assert.Equal("", Names(board.End("b1", true)));
        Assert.Equal([DeploymentGroupState.Failed, DeploymentGroupState.Succeeded, DeploymentGroupState.NotBegun], board.Groups.Select(w => w.State));
        Assert.False(board.MeetsCriteria);
    }

    [Fact]
    public void A_node_of_two_groups_has_its_turn_once_and_counts_in_both()
    {
        var board = Board("x y", Of(Group("a", "x"), Group("b", "x y", after: "a")));
        Assert.Equal("x", Names(board.Begin()));
        Assert.Equal("y", Names(board.End("x", true)));
        board.End("y", true);
        Assert.Equal((2, "a"), (board.CountSucceeded(board.Groups[1]), board.FindGroup("x")!.Group.Name));
    }

    [Fact]
    public void A_node_whose_turn_never_came_counts_as_failed_where_it_is_waited_for()
    {
        var board = Board("x y z", Of(Group("a", "z"), Group("b", "x", after: "a"), Group("c", "x y")));
        board.Begin();
        board.End("y", true);
        board.End("z", false);
        Assert.Equal(DeploymentGroupState.Failed, board.Groups[2].State);
    }

    [Fact]
    public void A_group_without_nodes_succeeds_at_once()
    {
        var board = Board("b1", Of(Group("a", "a1"), Group("b", "b1", after: "a")));
        Assert.Equal("b1", Names(board.Begin()));
    }

    [Fact]
    public void A_node_that_no_group_selects_does_not_begin()
    {
        var board = Board("a1 x", Of(Group("a", "a1")));
        Assert.Equal("a1", Names(board.Begin()));
        Assert.Null(board.FindGroup("x"));
    }

    [Fact]
    public void A_group_without_nodes_succeeds_whatever_its_criteria()
    {
        var board = Board(
            "b1", Of(Group("a", "") with { Selectors = [new() { NodeTags = ["none"] }], Criteria = new() { MinimumSuccessfulNodes = 1 } }));
        board.Begin();
        Assert.Equal(DeploymentGroupState.Succeeded, board.Groups[0].State);
    }

    [Fact]
    public void A_group_without_selectors_has_all_nodes_those_of_earlier_groups_too()
    {
        var board = Board("a1 b1", Of(Group("a", "a1"), Group("all", "", after: "a") with { Selectors = [] }));
        board.Begin();
        Assert.Equal("b1", Names(board.End("a1", true)));
        Assert.Equal("a1 b1", Names(board.Groups[1].Members));
    }

    [Fact]
    public void Selectors_are_a_union_and_one_without_criteria_selects_all()
    {
        var union = Group("a", "") with { Selectors = [new() { NodeNames = ["a1"] }, new() { NodeNames = ["a3"] }] };
        Assert.Equal("a1 a3", Names(Board("a1 a2 a3", Of(union)).Begin()));
        var all = Group("a", "") with { Selectors = [new() { NodeNames = ["a1"] }, new()] };
        Assert.Equal("a1 a2 a3", Names(Board("a1 a2 a3", Of(all)).Begin()));
    }

    [Fact]
    public void Without_criteria_failures_hold_nothing_up()
    {
        var board = Board("a1 b1", Of(Group("a", "a1", critical: true) with { Criteria = new() }, Group("b", "b1", after: "a")));
        board.Begin();
        Assert.Equal("b1", Names(board.End("a1", false)));
        Assert.True(board.MeetsCriteria);
    }

    [Fact]
    public void A_critical_group_that_depends_on_a_failed_one_fails_the_whole()
    {
        var board = Board("a1 b1", Of(Group("a", "a1"), Group("b", "b1", after: "a", critical: true)));
        board.Begin();
        Assert.Equal("", Names(board.End("a1", false)));
        Assert.Equal(DeploymentGroupState.NotBegun, board.Groups[1].State);
        Assert.False(board.MeetsCriteria);
    }

    [Fact]
    public void A_node_that_failed_in_one_group_is_not_sent_again_and_fails_the_other()
    {
        var board = Board("x y", Of(Group("a", "x y") with { Criteria = new() { MaximumFailedNodes = 1 } }, Group("b", "x", after: "a")));
        board.Begin();
        board.End("x", false);
        Assert.Equal("", Names(board.End("y", true)));
        Assert.Equal([DeploymentGroupState.Succeeded, DeploymentGroupState.Failed], board.Groups.Select(s => s.State));
    }

    [Fact]
    public void Of_a_part_of_a_group_no_more_can_succeed_than_were_selected()
    {
        var group = Group("a", "a1 a2 a3") with { Criteria = new() { MinimumSuccessfulNodes = 3 } };
        var board = new DeploymentGroupBoard(Of(group), NodesNamed("a1 a2 a3"), NodesNamed("a1"));
        board.Begin();
        board.End("a1", true);
        Assert.Equal(DeploymentGroupState.Succeeded, board.Groups[0].State);
    }

    private static DeploymentGroupBoard Board(string nodes, DeploymentStrategy strategy) => new(strategy, NodesNamed(nodes), NodesNamed(nodes));

    private static string Names(IEnumerable<DrydockNode> nodes) => string.Join(' ', nodes.Select(n => n.Name));
}
