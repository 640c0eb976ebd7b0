using System.Net;
using Drydock.Maas.Client;
using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Provisioning.Tests.EndToEnd;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tests.Tasks;

/// <summary>Whole tasks over the example site, on a simulator of their own.</summary>
public sealed class TaskRunTests
{
    [Fact]
    public async Task Every_task_succeeds_and_a_second_deployment_writes_nothing()
    {
        await using var site = await StartAsync();
        foreach (var action in new[]
        {
            DrydockTaskAction.VerifySite,
            DrydockTaskAction.PrepareSite,
            DrydockTaskAction.PrepareNodes,
            DrydockTaskAction.VerifyNodes,
            DrydockTaskAction.DeployNodes,
        })
            Assert.Equal((action, DrydockTaskVerdict.Success), (action, (await RunAsync(site, action)).Verdict));

        site.Simulator.ResetRequests();
        var second = await RunAsync(site, DrydockTaskAction.DeployNodes);
        Assert.Equal((DrydockTaskVerdict.Success, 0, 0), (second.Verdict, second.ChangeCount, site.Writes));
    }

    [Fact]
    public async Task A_second_run_in_a_new_session_asks_nothing_of_single_nodes()
    {
        await using var site = await StartAsync();
        foreach (var action in new[] { DrydockTaskAction.PrepareSite, DrydockTaskAction.PrepareNodes, DrydockTaskAction.DeployNodes })
            await RunAsync(site, action);
        var token = TestContext.Current.CancellationToken;
        using var session = await MaasConnector.ConnectAsync(
            new() { Url = site.Simulator.Url.ToString(), ApiKey = site.Simulator.ApiKey }, token);
        site.Simulator.ResetRequests();
        using var run = Create(site, DrydockTaskAction.DeployNodes, null, new TaskTestObserver(), null, session: session);
        Assert.Equal(DrydockTaskVerdict.Success, (await run.RunAsync(token)).Verdict);

        Assert.DoesNotContain(site.Simulator.Requests, r => r.Template.Contains('{', StringComparison.Ordinal));
        // A request asks for as many nodes as happen to wait for it; each question is asked once all the same.
        var questions = site.Simulator.Requests.SelectMany(r => r.Query.Split('&').Select(part => $"{r.Path} {part}")).ToList();
        Assert.Equal(questions.Distinct(), questions);
    }

    [Fact]
    public async Task A_node_that_drifted_is_found_in_a_new_session_too_and_asked_for_alone()
    {
        await using var site = await StartAsync();
        foreach (var action in new[] { DrydockTaskAction.PrepareSite, DrydockTaskAction.PrepareNodes, DrydockTaskAction.DeployNodes })
            await RunAsync(site, action);
        var token = TestContext.Current.CancellationToken;
        var id = site.Look("control01", m =>
        {
            m.Interfaces.First(i => i.Type == "bond").Links[0].Address = IPAddress.Parse("10.62.0.99");
            return m.SystemId;
        });
        using var session = await MaasConnector.ConnectAsync(
            new() { Url = site.Simulator.Url.ToString(), ApiKey = site.Simulator.ApiKey }, token);
        site.Simulator.ResetRequests();
        using var run = Create(site, DrydockTaskAction.DeployNodes, null, new TaskTestObserver(), null, session: session);
        var result = await run.RunAsync(token);
        Assert.Equal(DrydockTaskVerdict.Drifted, result.Verdict);
        Assert.Equal(["control01"], result.Nodes.Where(n => n.Verdict == DrydockTaskVerdict.Drifted).Select(n => n.Name));
        Assert.Contains("10.62.0.", $"{result.Nodes.Single(n => n.Name == "control01").Results[0].Drift[0]}", StringComparison.Ordinal);
        Assert.All(site.Simulator.Requests.Where(r => r.Template.Contains('{', StringComparison.Ordinal)), r => Assert.Contains(id, r.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_of_the_whole_task_needs_only_reads()
    {
        await using var site = await StartAsync();
        await RunAsync(site, DrydockTaskAction.PrepareSite);
        await RunAsync(site, DrydockTaskAction.PrepareNodes);
        site.Simulator.ResetRequests();
        var plan = await RunAsync(site, DrydockTaskAction.DeployNodes, observer: new TaskTestObserver { PlanOnly = true });
        Assert.All(plan.Steps.SelectMany(s => s.Results), r => Assert.Equal(StepStatus.Planned, r.Status));
        Assert.Equal((4 * site.Design.Nodes.Count, 0, true), (plan.Steps.Sum(s => s.Results.Count), site.Writes, plan.IsPlan));
    }

    [Fact]
    public async Task A_group_waits_for_the_one_it_depends_on()
    {
        await using var site = await StartAsync();
        await RunAsync(site, DrydockTaskAction.PrepareSite);
        var order = new List<string>();
        var observer = new TaskTestObserver { WhenEnded = r => { lock (order) order.Add($"{r.Target} {r.Step}"); } };
        var strategy = StrategyBuilder.Of(
            StrategyBuilder.Group("late", "worker01", after: "early"), StrategyBuilder.Group("early", "control01 control02"));
        var result = await RunAsync(site, DrydockTaskAction.PrepareNodes, strategy, observer);
        Assert.Equal(["worker01 Identity", "worker01 Commission"], order.TakeLast(2));
        Assert.Equal(["early: Success", "late: Success"], result.Groups.Select(g => g.ToString()));
        Assert.Equal(3, result.Succeeded);
    }

    [Fact]
    public async Task A_node_that_fails_leaves_the_others_alone_and_says_why()
    {
        await using var site = await StartAsync();
        await RunAsync(site, DrydockTaskAction.PrepareSite);
        var result = await RunAsync(site, DrydockTaskAction.DeployNodes);
        Assert.Equal((DrydockTaskVerdict.Failure, false), (result.Verdict, result.MeetsCriteria));
        Assert.All(result.Nodes, n => Assert.Equal(("Network", "WrongMachineState"), (n.Step, (n.Error as MaasException)?.ErrorId)));
    }

    [Fact]
    public async Task A_closed_task_begins_nothing_more_and_tells_what_is_left()
    {
        await using var site = await StartAsync();
        await RunAsync(site, DrydockTaskAction.PrepareSite);
        TaskRun? run = null;
        var observer = new TaskTestObserver { WhenEnded = _ => run!.Close() };
        using (run = Create(site, DrydockTaskAction.PrepareNodes, null, observer, null, throttle: 1))
        {
            var result = await run.RunAsync(TestContext.Current.CancellationToken);
            Assert.Single(result.Steps.SelectMany(s => s.Results));
            Assert.Equal(
                site.Design.Nodes.Count - 1, result.Nodes.Count(n => n.Reason == "The task was ended before its turn." && n.Step is null));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(39)]
    [InlineData(111)]
    [InlineData(159)]
    [InlineData(190)]
    public async Task A_task_that_is_cut_off_is_finished_by_another_run_and_no_node_is_deployed_twice(int atReport)
    {
        await using var site = await StartAsync();
        await RunAsync(site, DrydockTaskAction.PrepareSite);
        await RunAsync(site, DrydockTaskAction.PrepareNodes);
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using (var run = Create(site, DrydockTaskAction.DeployNodes, null, new TaskTestObserver(cut, atReport), null))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.RunAsync(cut.Token));

        var result = await RunAsync(site, DrydockTaskAction.DeployNodes);
        Assert.Empty(result.Messages.Where(m => m.IsError).Select(m => $"{m.Step} {m}"));
        Assert.Equal((DrydockTaskVerdict.Success, site.Design.Nodes.Count), (result.Verdict, result.Succeeded));
        var deployed = site.Simulator.Requests.Where(r => r.Operation == "deploy").ToList();
        Assert.Equal(deployed.Count, deployed.DistinctBy(r => r.Path).Count());
        Assert.DoesNotContain("release", site.Simulator.Requests.Select(r => r.Operation));
    }

    private static Task<SimulatedSite> StartAsync() => SimulatedSite.ExampleAsync();

    private static async Task<DrydockTaskResult> RunAsync(
        SimulatedSite site, DrydockTaskAction action, DeploymentStrategy? strategy = null, ITaskObserver? observer = null, string? journal = null)
    {
        using var run = Create(site, action, strategy, observer ?? new TaskTestObserver(), journal);
        return await run.RunAsync(TestContext.Current.CancellationToken);
    }

    private static TaskRun Create(
        SimulatedSite site, DrydockTaskAction action, DeploymentStrategy? strategy, ITaskObserver observer, string? journal, int throttle = 64, MaasSession? session = null) =>
            TaskRun.Create(
        session ?? site.Session,
        new TaskRequest
        {
            BootActionRenderer = new BootActionRenderer(),
            Settings = new() { Action = action, ThrottleLimit = throttle },
            Site = site.Design,
            Nodes = site.Design.Nodes,
            Strategy = strategy,
            Timing = new() { PollInterval = TimeSpan.FromMilliseconds(50) },
            JournalPath = journal,
        },
        observer);
}
