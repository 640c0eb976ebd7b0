using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tests.Tasks;

/// <summary>The live view.</summary>
public sealed class TaskTrackerTests
{
    private readonly TaskTracker _tracker =
        new("DeployNodes of harbour", TaskSteps.Choose(new() { Action = DrydockTaskAction.DeployNodes }), nodes: 4);

    [Fact]
    public void Only_steps_that_are_being_taken_have_a_row()
    {
        _tracker.Begin("Network", "n1");
        _tracker.Begin("Deploy", "n2");
        _tracker.Report("Deploy", new StepProgress { Target = "n2", Activity = "Deploying" });
        Assert.Equal(
            ["DeployNodes of harbour: 0 of 4 nodes", "Network: 1 under way, 0 of 4 done", "Deploy: 1 under way, 0 of 4 done: "
                + "1 Deploying"], Texts());
        Assert.Equal("n2: Deploying", _tracker.Rows()[2].Operation);
    }

    [Fact]
    public void Nodes_are_counted_by_what_they_are_at()
    {
        foreach (var (node, activity, total) in new[] { ("n1", "Testing", 0), ("n2", "Commissioning", 0), ("n3", "Testing: smartctl", 0), (
            "n4", "Create partition", 3) })
            _tracker.Report("Deploy", new StepProgress { Target = node, Activity = activity, Total = total });
        Assert.Contains("Deploy: 4 under way, 0 of 4 done: 2 Testing, 1 Commissioning, 1 being set up", Texts());
    }

    [Fact]
    public void Nodes_that_have_ended_count_and_failures_are_told()
    {
        _tracker.Begin("Network", "n1");
        _tracker.End("Network", "n1", failed: true);
        _tracker.EndNode("n1", failed: true);
        Assert.Equal(["DeployNodes of harbour: 1 of 4 nodes, 1 failed"], Texts());
    }

    [Fact]
    public void Groups_have_a_row_of_their_own()
    {
        _tracker.Groups = () => "control 1 of 3, workers waits";
        Assert.Contains("Groups: control 1 of 3, workers waits", Texts());
    }

    [Fact]
    public void Many_nodes_do_not_make_a_long_row()
    {
        for (var i = 0; i < 100; i++)
            _tracker.Begin("Deploy", $"n{i:00}");
        Assert.Equal("n00; n01; n02", _tracker.Rows()[1].Operation);
    }

    private IEnumerable<string> Texts() => _tracker.Rows().Select(r => $"{r.Activity}: {r.Status}");
}
