using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Provisioning.Tests.Tasks;
using Drydock.Maas.Simulator.State;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>A rack controller among the nodes of a design: it is left alone, and that is all there is to do, but not where it is to be destroyed.</summary>
public sealed class RackNodeTests
{
    private const string Node = "control01";

    [Theory]
    [InlineData(NodeStepKind.Resolve)]
    [InlineData(NodeStepKind.Power)]
    [InlineData(NodeStepKind.Identity)]
    [InlineData(NodeStepKind.Commission)]
    [InlineData(NodeStepKind.Network)]
    [InlineData(NodeStepKind.Storage)]
    [InlineData(NodeStepKind.Platform)]
    [InlineData(NodeStepKind.Deploy)]
    [InlineData(NodeStepKind.Release)]
    [InlineData(NodeStepKind.Interrogate)]
    [InlineData(NodeStepKind.StorageTemplate)]
    public async Task A_step_passes_it_over(NodeStepKind step)
    {
        await using var site = await WithRackAsync();

        var result = await site.StepAsync(step, Node);

        Assert.Equal((StepStatus.Unchanged, null), (result.Status, result.Error));
        Assert.Contains("rack controllers are never touched", Assert.Single(result.Messages), StringComparison.Ordinal);
        Assert.Equal(0, site.Writes);
    }

    [Theory]
    [InlineData(DrydockTaskAction.VerifyNodes)]
    [InlineData(DrydockTaskAction.PrepareNodes)]
    [InlineData(DrydockTaskAction.DeployNodes)]
    public async Task A_task_over_it_succeeds(DrydockTaskAction action)
    {
        await using var site = await WithRackAsync();

        var result = await RunAsync(site, action);

        Assert.Equal((DrydockTaskVerdict.Success, true), (result.Verdict, result.MeetsCriteria));
        Assert.Equal(0, site.Writes);
    }

    [Fact]
    public async Task Who_destroys_it_is_told_that_it_is_one()
    {
        await using var site = await WithRackAsync();

        var result = await RunAsync(site, DrydockTaskAction.DestroyNodes);

        Assert.Equal(DrydockTaskVerdict.Failure, result.Verdict);
        Assert.Equal(
            ErrorIds.RackControllerNotTouched, Assert.IsType<NodeException>(result.Steps[0].Results[0].Error).ErrorId);
        Assert.Equal(0, site.Writes);
    }

    private static async Task<SimulatedSite> WithRackAsync()
    {
        var site = await SimulatedSite.ExampleAsync();
        var state = site.Simulator.State;
        lock (state.Gate)
        {
            var address = site.Node(Node).Oob.Address;
            foreach (var machine in state.Nodes.OfType<SimulatedMachine>().Where(m => m.PowerParameters["power_address"]?.ToString() == address).ToList())
                state.Nodes.Remove(machine);
            state.Nodes.OfType<SimulatedController>().First(c => c.IsRack).Hostname = Node;
        }

        site.Simulator.ResetRequests();
        return site;
    }

    private static async Task<DrydockTaskResult> RunAsync(SimulatedSite site, DrydockTaskAction action)
    {
        var request = new TaskRequest
        {
            BootActionRenderer = new BootActionRenderer(),
            Settings = new TaskSettings { Action = action }, Site = site.Design, Nodes = [site.Node(Node)], Timing = SimulatedSite.Timing,
        };
        using var run = TaskRun.Create(site.Session, request, new TaskTestObserver());
        return await run.RunAsync(TestContext.Current.CancellationToken);
    }
}
