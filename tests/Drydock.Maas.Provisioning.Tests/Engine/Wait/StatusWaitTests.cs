using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Wait;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Engine.Wait;

public sealed class StatusWaitTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private readonly NapClock _clock = new(Interval);
    private readonly RecordingObserver _observer = new();
    private readonly FakeMachines _machines = new();

    [Fact]
    public async Task The_goal_ends_the_waiting()
    {
        _machines.All.Add(Machines.In("Ready"));
        Assert.Equal("Ready", (await UntilReadyAsync()).StatusName);
    }

    [Fact]
    public async Task Progress_shows_status_and_message()
    {
        _machines.All.Add(Machines.In("Ready") with { StatusMessage = "done testing" });
        await UntilReadyAsync();
        Assert.Equal(["node1: Ready: done testing (0 of 0)"], _observer.Progress);
    }

    [Fact]
    public async Task Another_end_is_an_error_with_MAASs_reason_and_the_failed_scripts()
    {
        _machines.All.Add(Machines.In("Failed commissioning") with { StatusMessage = "Script failed" });
        _machines.Results.Add(new ScriptResultSet
        {
            Results =
            [
                Script("smartctl", "Failed"), Script("memtester", "Timed out"), Script("lldpd", "Passed"), Script("smartctl", "Failed"),
            ],
        });
        var error = await Assert.ThrowsAsync<NodeException>(UntilReadyAsync);
        Assert.Equal(ErrorIds.CommissioningFailed, error.ErrorId);
        Assert.EndsWith(
            "ended as Failed commissioning instead of Ready. Script failed Failed scripts: smartctl (Failed), memtester (Timed out).",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_without_a_reason_says_so()
    {
        _machines.All.Add(Machines.In("Broken"));
        var error = await Assert.ThrowsAsync<NodeException>(UntilReadyAsync);
        Assert.EndsWith("MAAS gives no reason.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeout_says_how_long_and_in_which_status()
    {
        _machines.All.Add(Machines.In("Testing"));
        var waiting = Wait(TimeSpan.FromSeconds(15)).UntilAsync(
            Observation, MachineStatus.Ready, MachineState.HasFailed, TestContext.Current.CancellationToken);
        await _clock.TickAsync(2);
        var error = await Assert.ThrowsAsync<NodeException>(() => waiting);
        Assert.Equal(ErrorIds.CommissioningTimedOut, error.ErrorId);
        Assert.Contains("is still Testing after 0.25 minutes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_refused_is_told_once_and_again_at_the_time_limit()
    {
        _machines.Listing = _ => throw new MaasApiException("AuthenticationFailed", "MAAS refused GET machines/ (401).") { StatusCode = 401 };
        var wait = Wait(TimeSpan.FromSeconds(55));
        var both = new[] { "node1", "node2" }.Select(n => wait.UntilAsync(
            Observation with { Machine = Machines.In("Commissioning") with { SystemId = n } }, MachineStatus.Ready, MachineState.HasFailed, TestContext.Current.CancellationToken)).ToList();
        await _clock.TickAsync(6);
        foreach (var waiting in both)
        {
            var error = await Assert.ThrowsAsync<NodeException>(() => waiting);
            Assert.Equal(ErrorIds.CommissioningTimedOut, error.ErrorId);
            Assert.Contains("MAAS could not be asked at the end: MAAS refused GET machines/ (401).", error.Message, StringComparison.Ordinal);
        }

        Assert.Contains("(401)", Assert.Single(_observer.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Failed commissioning", true)]
    [InlineData("Failed deployment", true)]
    [InlineData("Releasing failed", true)]
    [InlineData("Broken", true)]
    [InlineData("Missing", true)]
    [InlineData("Deploying", false)]
    [InlineData("Some status of the future", false)]
    public void Unknown_statuses_are_waited_out_failures_are_not(string status, bool hasFailed) =>
        Assert.Equal(hasFailed, MachineState.HasFailed(Machines.In(status)));

    private NodeObservation Observation => new(NodeDesign.Plain(), Machines.In("Commissioning"), _observer);

    private static ScriptResult Script(string name, string status) => new() { Name = name, StatusName = status };

    private StatusWait Wait(TimeSpan timeout) => new(
        new FakeMaas { Machines = _machines }.Connect(),
        new StepTiming { PollInterval = Interval, TimeProvider = _clock },
        [],
        timeout,
        ErrorIds.CommissioningFailed,
        ErrorIds.CommissioningTimedOut);

    private async Task<Machine> UntilReadyAsync()
    {
        var waiting = Wait(TimeSpan.FromHours(1)).UntilAsync(
            Observation, MachineStatus.Ready, MachineState.HasFailed, TestContext.Current.CancellationToken);
        await _clock.TickAsync();
        return await waiting;
    }
}
