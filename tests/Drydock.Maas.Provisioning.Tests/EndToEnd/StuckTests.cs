using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Wait;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>A machine that never ends what it is at: the run says what to do, and the next one breaks it off and begins anew.</summary>
public sealed partial class StuckTests
{
    private const string Node = "control01";

    private readonly NapTime _clock = new();

    private StepTiming Timing => new()
    {
        Timeout = TimeSpan.FromMinutes(20), PollInterval = TimeSpan.FromSeconds(10), TimeProvider = _clock,
    };

    [Theory]
    [InlineData(
        NodeStepKind.Commission, SimulatorFaultKind.CommissioningHang, "Commissioning", ErrorIds.CommissioningTimedOut, "Ready")]
    [InlineData(NodeStepKind.Deploy, SimulatorFaultKind.DeploymentHang, "Deploying", ErrorIds.DeployTimedOut, "Deployed")]
    public async Task The_next_run_shows_that_it_breaks_it_off_and_completes_the_node(
        NodeStepKind step, SimulatorFaultKind fault, string status, string error, string end)
    {
        await using var site = await HangAsync(step, fault);
        var first = Assert.IsType<NodeException>((await site.StepAsync(step.MakeOptions(), Node, timing: Timing)).Error);
        Assert.Equal(error, first.ErrorId);
        Assert.Contains($"of node {Node} is still {status} after 20 minutes", first.Message, StringComparison.Ordinal);
        Assert.Contains("Run the step again", first.Message, StringComparison.Ordinal);
        Assert.Contains($"Stop-MaasOperation {Node}", first.Message, StringComparison.Ordinal);

        var plan = await site.StepAsync(step.MakeOptions(), Node, new QuietObserver { PlanOnly = true }, Timing);
        Assert.Equal(ChangeAction.Abort, plan.Changes[0].Action);
        Assert.Equal(0, Count(site, "abort"));
        var second = await site.StepAsync(step.MakeOptions(), Node, timing: Timing);
        Assert.Null(second.Error);
        Assert.Equal((end, 1), (second.Machine!.StatusName, Count(site, "abort")));
        Assert.Contains(second.Messages, m => m.Contains("it is broken off and begun anew", StringComparison.Ordinal));
        Assert.Equal(0, Count(site, "release"));
    }

    [Fact]
    public async Task A_run_that_knows_nothing_of_the_one_before_waits_as_long_first()
    {
        await using var site = await HangAsync(NodeStepKind.Deploy, SimulatorFaultKind.DeploymentHang);
        await site.StepAsync(new DeployStepOptions(), Node, timing: Timing);
        using var session = await site.ConnectAsync(site.Session.User.Username);
        var run = NodeStepRun.Create(session, new DeployStepOptions { BootActionRenderer = new BootActionRenderer(), Timing = Timing }, new QuietObserver());
        var result = await run.RunAsync(new() { Node = site.Node(Node) }, TestContext.Current.CancellationToken);
        Assert.Null(result.Error);
        Assert.Equal(("Deployed", 1), (result.Machine!.StatusName, Count(site, "abort")));
    }

    /// <summary>Before MAAS 3.6 events tell the server's local time: here it is five hours west of ours.</summary>
    [Theory]
    [InlineData(-5)]
    [InlineData(5)]
    public async Task A_healthy_deployment_is_not_broken_off_whatever_time_the_server_keeps(int hours)
    {
        // Nobody naps between the deployment and the step, which finds it under way however busy this machine is.
        await using var site = await SimulatedSite.ExampleAsync(_clock);
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        var moved = 0;
        site.Gateway.Rewrite = (request, body) => request.RequestUri!.AbsolutePath.EndsWith("/events/", StringComparison.Ordinal)
            ? Created().Replace(body, m => $"\"created\": \"{Move(m.Groups[1].Value)}\"")
            : body;
        await site.Session.Client.Machines.AllocateAsync(site.Look(Node, m => m.SystemId), TestContext.Current.CancellationToken);
        await site.Session.Client.Machines.DeployAsync(
            site.Look(Node, m => m.SystemId), new() { DistroSeries = "jammy" }, TestContext.Current.CancellationToken);

        var result = await site.StepAsync(NodeStepKind.Deploy, Node);

        Assert.Equal(("Deployed", null), (result.Machine?.StatusName, result.Error?.Message));
        Assert.Equal((0, 1), (Count(site, "abort"), Count(site, "deploy")));
        Assert.NotEqual(0, moved);

        string Move(string text)
        {
            moved++;
            const string Form = "ddd, dd MMM. yyyy HH:mm:ss";
            return DateTime.ParseExact(text, Form, CultureInfo.InvariantCulture).AddHours(hours).ToString(Form, CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public async Task The_deployment_of_another_user_is_waited_for_and_never_broken_off()
    {
        await using var site = await HangAsync(NodeStepKind.Deploy, SimulatorFaultKind.DeploymentHang);
        using var session = await site.ConnectAsync("second");
        await session.Client.Machines.DeployAsync(
            site.Look(Node, m => m.SystemId), new() { DistroSeries = "jammy" }, TestContext.Current.CancellationToken);
        for (var run = 0; run < 2; run++)
        {
            var error = Assert.IsType<NodeException>((await site.StepAsync(new DeployStepOptions(), Node, timing: Timing)).Error);
            Assert.Equal(ErrorIds.DeployTimedOut, error.ErrorId);
            Assert.Contains("second", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, Count(site, "abort"));
        Assert.Equal(MachineStatus.Deploying, site.Look(Node, m => m.Status));
    }

    [Fact]
    public async Task A_protected_machine_is_not_broken_off()
    {
        await using var site = await HangAsync(NodeStepKind.Deploy, SimulatorFaultKind.DeploymentHang);
        var options = new DeployStepOptions { ProtectTags = ["control"] };
        await site.StepAsync(options, Node, timing: Timing);
        var again = await site.StepAsync(options, Node, timing: Timing);
        Assert.Equal(ErrorIds.DeployTimedOut, Assert.IsType<NodeException>(again.Error).ErrorId);
        Assert.Equal(0, Count(site, "abort"));
    }

    [Fact]
    public async Task A_protected_machine_whose_deployment_fails_is_not_deployed_anew()
    {
        await using var site = await SimulatedSite.ExampleAsync(_clock);
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        site.Simulator.SetFault(new() { Kind = SimulatorFaultKind.DeploymentFailure, Count = 1 });
        var options = new DeployStepOptions { ProtectTags = ["control"] };

        var failed = Assert.IsType<NodeException>((await site.StepAsync(options, Node, timing: Timing)).Error);
        var again = Assert.IsType<NodeException>((await site.StepAsync(options, Node, timing: Timing)).Error);

        Assert.Equal((ErrorIds.DeployFailed, ErrorIds.MachineProtected), (failed.ErrorId, again.ErrorId));
        Assert.Contains("tag control", again.Message, StringComparison.Ordinal);
        Assert.Equal((1, 0), (Count(site, "deploy"), Count(site, "release")));
        Assert.Null((await site.StepAsync(new DeployStepOptions(), Node, timing: Timing)).Error);
    }

    private async Task<SimulatedSite> HangAsync(NodeStepKind step, SimulatorFaultKind fault)
    {
        var site = await SimulatedSite.ExampleAsync(_clock);
        if (step == NodeStepKind.Deploy)
            await site.PrepareAsync(NodeStepKind.Platform, Node);
        else
            await site.PrepareSiteAsync();
        site.Simulator.SetFault(new() { Kind = fault, Machine = Node, Count = 1 });
        return site;
    }

    [GeneratedRegex("\"created\": ?\"([^\"]*)\"")]
    private static partial Regex Created();

    private static int Count(SimulatedSite site, string operation) =>
        site.Simulator.Requests.Count(r => r.Operation == operation && r.Status < 300);
}
