using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Nodes.Commission;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>What fails is tried again, and what an earlier run left half-way is repaired.</summary>
public sealed class RetryTests
{
    private const string Node = "control01";

    [Fact]
    public async Task A_failed_commissioning_is_tried_again_and_its_scripts_come_with_the_result()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Commission);
        Fail(site, SimulatorFaultKind.CommissioningFailure);
        var result = await site.StepAsync(new CommissionStepOptions { RetryCount = 2 }, Node);
        Assert.Equal(ErrorIds.CommissioningFailed, Assert.IsType<NodeException>(result.Error).ErrorId);
        Assert.Equal(3, site.Simulator.Requests.Count(r => r.Operation == "commission"));
        Assert.Equal(2, result.Messages.Count(m => m.Contains("tried again", StringComparison.Ordinal)));
        Assert.Contains(result.BuildData, d => d.Generator.StartsWith("commission:", StringComparison.Ordinal));

        site.Simulator.ClearFaults();
        var repaired = await site.StepAsync(NodeStepKind.Commission, Node);
        Assert.Equal((StepStatus.Changed, "Ready"), (repaired.Status, repaired.Machine!.StatusName));
    }

    [Fact]
    public async Task A_failed_deployment_is_released_and_deployed_anew()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        Fail(site, SimulatorFaultKind.DeploymentFailure, 1);
        var result = await site.StepAsync(NodeStepKind.Deploy, Node);
        Assert.Null(result.Error);
        Assert.Equal((StepStatus.Changed, "Deployed"), (result.Status, result.Machine!.StatusName));
        Assert.Equal(2, site.Simulator.Requests.Count(r => r.Operation == "deploy"));
        Assert.Single(site.Simulator.Requests, r => r.Operation == "release");
        Assert.Equal(site.Node(Node).OwnerData.Count, site.Look(Node, m => m.Annotations.Count));
    }

    [Fact]
    public async Task Without_retries_a_failed_deployment_is_an_error_and_the_next_run_repairs_it()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        Fail(site, SimulatorFaultKind.DeploymentFailure);
        var failed = await site.StepAsync(new DeployStepOptions { RetryCount = 0 }, Node);
        Assert.Equal(ErrorIds.DeployFailed, Assert.IsType<NodeException>(failed.Error).ErrorId);
        Assert.Contains("Installation failed", failed.Error!.Message, StringComparison.Ordinal);

        site.Simulator.ClearFaults();
        var results = await site.ProvisionAsync([site.Node(Node)]);
        Assert.Empty(results.Where(r => r.Error is not null).Select(r => $"{r}: {r.Error!.Message}"));
        Assert.Equal(MachineStatus.Deployed, site.Look(Node, m => m.Status));
    }

    [Fact]
    public async Task The_plan_after_a_failed_deployment_shows_the_release_and_what_follows()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        Fail(site, SimulatorFaultKind.DeploymentFailure);
        await site.StepAsync(new DeployStepOptions { RetryCount = 0 }, Node);
        site.Simulator.ResetRequests();
        var plan = await site.StepAsync(NodeStepKind.Deploy, Node, observer: new QuietObserver { PlanOnly = true });
        Assert.Equal(StepStatus.Planned, plan.Status);
        Assert.Equal([ChangeAction.Release, ChangeAction.Allocate, ChangeAction.Deploy], plan.Changes.Select(c => c.Action).Where(a => a > ChangeAction.Delete));
        Assert.Equal(0, site.Writes);
    }

    [Theory]
    [InlineData(NodeStepKind.Network)]
    [InlineData(NodeStepKind.Storage)]
    public async Task A_step_releases_a_failed_machine_only_where_something_differs(NodeStepKind step)
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        Fail(site, SimulatorFaultKind.DeploymentFailure);
        await site.StepAsync(new DeployStepOptions { RetryCount = 0 }, Node);
        Assert.Equal(StepStatus.Unchanged, (await site.StepAsync(step, Node)).Status);
        Assert.Equal(MachineStatus.FailedDeployment, site.Look(Node, m => m.Status));
    }

    [Fact]
    public async Task An_interrupted_run_that_left_the_machine_allocated_is_finished()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Commission, Node);
        var id = site.Look(Node, m => m.SystemId);
        await site.Session.Client.Machines.AllocateAsync(id, TestContext.Current.CancellationToken);
        var results = await site.ProvisionAsync([site.Node(Node)]);
        Assert.Empty(results.Where(r => r.Error is not null).Select(r => $"{r}: {r.Error!.Message}"));
        Assert.Equal(MachineStatus.Deployed, site.Look(Node, m => m.Status));
    }

    [Fact]
    public async Task A_machine_that_is_being_released_is_waited_for()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Deploy, Node);
        var release = new Drydock.Maas.Api.ReleaseRequest { Erase = true };
        await site.Session.Client.Machines.ReleaseAsync(site.Look(Node, m => m.SystemId), release, TestContext.Current.CancellationToken);
        var results = await site.ProvisionAsync([site.Node(Node)]);
        Assert.Empty(results.Where(r => r.Error is not null).Select(r => $"{r}: {r.Error!.Message}"));
        Assert.Equal(MachineStatus.Deployed, site.Look(Node, m => m.Status));
    }

    /// <summary>Between the failed deployment and the next somebody with our key lays out the disks otherwise.</summary>
    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 3)]
    public async Task A_retry_asks_before_it_clears_storage_that_somebody_changed_meanwhile(bool changes, int questions)
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        Fail(site, SimulatorFaultKind.DeploymentFailure, 1);
        var observer = new RecordingObserver { Answers = { true, true, false } };
        var released = false;
        observer.Reported = progress =>
        {
            if (!changes || released || !progress.Activity.StartsWith("release Machine", StringComparison.Ordinal))
                return;
            released = true;
            site.Look(Node, m => m.BlockDevices.Select(d => { d.Partitions.Clear(); return d; }).Count());
        };
        site.Simulator.ResetRequests();

        var result = await site.StepAsync(NodeStepKind.Deploy, Node, observer: observer);

        Assert.Equal((changes, questions), (released, observer.Questions.Count));
        Assert.Equal(changes ? StepStatus.Skipped : StepStatus.Changed, result.Status);
        Assert.DoesNotContain(site.Simulator.Requests, r => r.Operation == "set_storage_layout");
        Assert.Equal(changes ? 1 : 2, site.Simulator.Requests.Count(r => r.Operation == "deploy"));
    }

    private static void Fail(SimulatedSite site, SimulatorFaultKind kind, int? count = null) =>
        site.Simulator.SetFault(new SimulatorFault { Kind = kind, Count = count });
}
