using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Nodes.Release;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests;

/// <summary>Observe, plan, ask, apply: with the identity step, which is one write.</summary>
public sealed class NodeStepRunTests
{
    private readonly FakeMachines _machines = new() { All = [Machines.Named("able-cow", mac: NodeDesign.BootMac)] };

    private IEnumerable<string> Writes => _machines.Requests.Where(r => r.StartsWith("update", StringComparison.Ordinal));

    [Fact]
    public async Task A_changed_node_tells_what_changed()
    {
        var result = await RunAsync(new RecordingObserver());
        Assert.Equal(StepStatus.Changed, result.Status);
        Assert.Equal(["node1: set hostname of Machine able-cow: able-cow -> node1"], result.Changes.Select(c => $"{c.Target}: {c}"));
    }

    [Fact]
    public async Task A_plan_alone_writes_nothing_and_is_the_result()
    {
        var result = await RunAsync(new RecordingObserver { PlanOnly = true });
        Assert.Equal(StepStatus.Planned, result.Status);
        Assert.Single(result.Changes);
        Assert.Empty(Writes);
    }

    [Fact]
    public async Task What_is_not_approved_is_skipped()
    {
        var result = await RunAsync(new RecordingObserver { Answer = false });
        Assert.Equal((StepStatus.Skipped, 0), (result.Status, result.Changes.Count));
        Assert.Empty(Writes);
    }

    [Fact]
    public async Task Nothing_to_do_asks_nobody()
    {
        _machines.All[0] = Machines.Named("node1", mac: NodeDesign.BootMac);
        var observer = new RecordingObserver();
        Assert.Equal(StepStatus.Unchanged, (await RunAsync(observer)).Status);
        Assert.Empty(observer.Questions);
    }

    [Fact]
    public async Task A_world_that_moved_is_observed_and_planned_again_without_asking_again()
    {
        var updates = 0;
        _machines.Updating = () =>
        {
            if (++updates == 1)
                throw Answered(409);
        };
        var observer = new RecordingObserver();
        Assert.Equal(StepStatus.Changed, (await RunAsync(observer)).Status);
        Assert.Equal(["Identity node1: 1 changes"], observer.Questions);
        Assert.Equal(2, updates);
    }

    [Fact]
    public async Task What_a_moved_world_would_have_destroyed_is_asked_about_anew()
    {
        _machines.All[0] = _machines.All[0] with { StatusName = "Allocated", Owner = "admin" };
        _machines.Releasing = () =>
        {
            if (_machines.All[0].StatusName == "Deployed")
                return;
            _machines.All[0] = _machines.All[0] with { StatusName = "Deployed", DistroSeries = "jammy" };
            throw Answered(409);
        };
        var observer = new RecordingObserver { Answers = { true, false } };
        var run = NodeStepRun.Create(new FakeMaas { Machines = _machines }.Connect(), new ReleaseStepOptions(), observer);
        var result = await run.RunAsync(new NodeStepInput { Node = NodeDesign.WithMac() }, TestContext.Current.CancellationToken);
        Assert.Equal(2, observer.Questions.Count);
        Assert.Equal(StepStatus.Skipped, result.Status);
        Assert.Equal("Deployed", _machines.All[0].StatusName);
    }

    [Fact]
    public async Task A_world_that_never_rests_is_given_up_after_four_plans()
    {
        var updates = 0;
        _machines.Updating = () =>
        {
            updates++;
            throw Answered(409);
        };
        var result = await RunAsync(new RecordingObserver());
        Assert.Equal((StepStatus.Failed, 4), (result.Status, updates));
        Assert.Equal(409, Assert.IsType<MaasApiException>(result.Error).StatusCode);
    }

    [Fact]
    public async Task A_refused_write_fails_the_node_at_once()
    {
        _machines.Updating = () => throw Answered(400);
        var result = await RunAsync(new RecordingObserver());
        Assert.Equal(StepStatus.Failed, result.Status);
        Assert.Empty(result.Changes);
    }

    [Fact]
    public async Task A_locked_machine_is_not_touched()
    {
        _machines.All[0] = _machines.All[0] with { Locked = true };
        var result = await RunAsync(new RecordingObserver());
        Assert.Equal(ErrorIds.MachineLocked, Assert.IsType<NodeException>(result.Error).ErrorId);
        Assert.Empty(Writes);
    }

    [Fact]
    public async Task Cancelling_is_no_result()
    {
        using var source = new CancellationTokenSource();
        _machines.Listing = _ => source.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(new RecordingObserver(), source.Token));
    }

    private static MaasApiException Answered(int status) => new("MaasError", "no") { StatusCode = status };

    private Task<DrydockStepResult> RunAsync(RecordingObserver observer, CancellationToken? token = null)
    {
        var run = NodeStepRun.Create(new FakeMaas { Machines = _machines }.Connect(), new IdentityStepOptions(), observer);
        return run.RunAsync(new NodeStepInput { Node = NodeDesign.WithMac() }, token ?? TestContext.Current.CancellationToken);
    }
}
