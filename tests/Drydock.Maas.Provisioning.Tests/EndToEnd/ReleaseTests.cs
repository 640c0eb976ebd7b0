using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Nodes.Release;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>Release and removal, on a simulator of the example site.</summary>
public sealed class ReleaseTests
{
    private const string Node = "control01";

    [Fact]
    public async Task A_deployed_machine_is_released_and_Ready_and_a_second_run_writes_nothing()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Deploy, Node);
        var result = await site.StepAsync(NodeStepKind.Release, Node);
        Assert.Equal((StepStatus.Changed, "Ready"), (result.Status, result.Machine!.StatusName));

        site.Simulator.ResetRequests();
        Assert.Equal(StepStatus.Unchanged, (await site.StepAsync(NodeStepKind.Release, Node)).Status);
        Assert.Equal(0, site.Writes);
    }

    [Fact]
    public async Task Erasing_is_asked_for_and_waited_for()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Deploy, Node);
        var result = await site.StepAsync(new ReleaseStepOptions { QuickErase = true }, Node);
        Assert.Equal((StepStatus.Changed, "Ready"), (result.Status, result.Machine!.StatusName));
        Assert.Contains("quick erase", result.Changes[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_fails_is_an_error_with_MAASs_reason()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Deploy, Node);
        site.Simulator.SetFault(new() { Kind = SimulatorFaultKind.PowerFailure, Machine = Node, Message = "BMC does not answer" });
        var result = await site.StepAsync(NodeStepKind.Release, Node);
        var error = Assert.IsType<NodeException>(result.Error);
        Assert.Equal(ErrorIds.ReleaseFailed, error.ErrorId);
        Assert.Contains("ended as Releasing failed instead of Ready", error.Message, StringComparison.Ordinal);
        Assert.Contains("BMC does not answer", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployed_machine_is_released_then_removed_and_a_second_run_finds_nothing_to_do()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Deploy, Node);
        var result = await site.StepAsync(NodeStepKind.Remove, Node);
        Assert.Equal(StepStatus.Changed, result.Status);
        Assert.Equal([ChangeAction.Release, ChangeAction.Delete], result.Changes.Select(c => c.Action));

        var again = await site.StepAsync(NodeStepKind.Remove, Node);
        Assert.Equal(StepStatus.Unchanged, again.Status);
        Assert.Contains("nothing left to do", Assert.Single(again.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_of_a_removal_shows_both_halves_and_writes_nothing()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Deploy, Node);
        site.Simulator.ResetRequests();
        var result = await site.StepAsync(NodeStepKind.Remove, Node, observer: new QuietObserver { PlanOnly = true });
        Assert.Equal(StepStatus.Planned, result.Status);
        Assert.Equal(2, result.Changes.Count);
        Assert.Equal(0, site.Writes);
    }

    [Fact]
    public async Task A_machine_whose_release_fails_stays_unless_forced()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Deploy, Node);
        site.Simulator.SetFault(new() { Kind = SimulatorFaultKind.PowerFailure, Machine = Node, Message = "BMC does not answer" });
        var refused = await site.StepAsync(NodeStepKind.Remove, Node);
        Assert.Equal(ErrorIds.ReleaseFailed, Assert.IsType<NodeException>(refused.Error).ErrorId);
        Assert.Equal(MachineStatus.ReleasingFailed, site.Look(Node, m => m.Status));

        var forced = await site.StepAsync(new RemoveStepOptions { IgnoreFailedRelease = true }, Node);
        Assert.Equal(StepStatus.Changed, forced.Status);
        Assert.Equal(StepStatus.Unchanged, (await site.StepAsync(NodeStepKind.Remove, Node)).Status);
    }

    [Fact]
    public async Task A_rack_controller_is_never_removed()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.StepAsync(NodeStepKind.Remove, Node);
        site.Simulator.State.RackControllers.First().Hostname = Node;
        var error = (await site.StepAsync(NodeStepKind.Remove, Node)).Error;
        Assert.Equal(ErrorIds.RackControllerNotTouched, Assert.IsType<NodeException>(error).ErrorId);
    }
}
