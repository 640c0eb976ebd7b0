using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Tests.Machines;

namespace Drydock.Maas.Simulator.Tests;

/// <summary>Faults of requests, racks and fabrics, asked in process.</summary>
public sealed class FaultTests
{
    private readonly OneMachine _lab = new();

    [Fact]
    public void A_conflict_looks_like_a_failed_transaction_and_changes_nothing()
    {
        Set(new() { Kind = SimulatorFaultKind.Conflict, Method = "POST", Path = "fabrics/", Count = 1 });

        var refused = CreateFabric("lab-1");

        Assert.Equal((409, ApiResponse.HtmlType, "5"), (refused.Status, refused.ContentType, refused.Headers["Retry-After"]));
        Assert.DoesNotContain(_lab.Core.State.Fabrics, fabric => fabric.Name == "lab-1");
        Assert.Equal(200, CreateFabric("lab-1").Status);
    }

    [Theory]
    [InlineData(SimulatorFaultKind.Unavailable, 503, "7")]
    [InlineData(SimulatorFaultKind.ServerError, 500, "7")]
    public void An_answer_in_place_of_the_real_one_says_what_it_was_told(object kind, int status, string retryAfter)
    {
        Set(new() { Kind = (SimulatorFaultKind)kind, RetryAfter = 7, Message = "gone fishing" });

        var answer = Get("fabrics/");

        Assert.Equal((status, "gone fishing", retryAfter), (answer.Status, answer.BodyText, answer.Headers["Retry-After"]));
    }

    [Fact]
    public void A_fault_begins_after_so_many_requests_and_ends_after_so_many_hits()
    {
        Set(new() { Kind = SimulatorFaultKind.ServerError, Path = "*/fabrics/", After = 2, Count = 3 });

        var statuses = Enumerable.Range(0, 7).Select(_ => Get("fabrics/").Status);

        Assert.Equal([200, 200, 500, 500, 500, 200, 200], statuses);
    }

    [Fact]
    public void Chance_is_the_same_on_every_run()
    {
        int[] Run()
        {
            _lab.Core.State.Faults.Clear();
            Set(new() { Kind = SimulatorFaultKind.ServerError, Probability = 0.5, Seed = 42 });
            return [.. Enumerable.Range(0, 40).Select(_ => Get("zones/").Status)];
        }

        var first = Run();

        Assert.Equal(first, Run());
        Assert.Contains(200, first);
        Assert.Contains(500, first);
    }

    [Fact]
    public void A_fault_ends_after_its_time_of_the_simulated_world()
    {
        Set(new() { Kind = SimulatorFaultKind.ServerError, Duration = TimeSpan.FromMinutes(5) });

        Assert.Equal(500, Get("zones/").Status);
        _lab.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(200, Get("zones/").Status);
        Assert.False(Assert.Single(_lab.Core.State.Faults.All).IsActive);
    }

    [Fact]
    public void Only_the_named_operation_and_machine_are_struck()
    {
        var lab = new OneMachine(others: 1);
        lab.Core.State.Faults.Add(new() { Kind = SimulatorFaultKind.ServerError, Operation = "lock*", Machine = lab.Machine.Hostname });

        Assert.Equal(409, lab.Ask("POST", $"machines/{lab.Machines[1].SystemId}/", "lock").Status);
        Assert.Equal(200, lab.Ask("GET", $"machines/{lab.Machine.SystemId}/", null).Status);
        Assert.Equal(500, lab.Do("lock").Status);
        Assert.Equal((1, 1), lab.Core.State.Faults.All.Select(fault => (fault.Matches, fault.Hits)).Single());
    }

    [Fact]
    public void The_log_tells_faults_paths_and_operations()
    {
        Set(new() { Kind = SimulatorFaultKind.Conflict, Operation = "commission" });
        _lab.Core.Log.Clear();

        _lab.Do("commission");
        _lab.Ask("POST", $"machines/{_lab.Machine.SystemId}/", null, ("op", "power_off"));

        var log = _lab.Core.Log.Snapshot();
        Assert.Equal(
            [("machines/{id}/", "commission", 409, "Conflict"), ("machines/{id}/", "power_off", 200, null)],
            log.Select(request => (request.Template, request.Operation!, request.Status, request.Fault)));
        Assert.Equal(2, _lab.Core.Log.Writes);
    }

    [Fact]
    public void A_spread_latency_stays_within_its_bounds()
    {
        var least = TimeSpan.FromMilliseconds(10);
        foreach (var distribution in Enum.GetValues<LatencyDistribution>())
        {
            _lab.Core.State.Faults.Clear();
            Set(new()
            {
                Kind = SimulatorFaultKind.Latency,
                Delay = least,
                MaximumDelay = least * 9,
                Distribution = distribution,
                Seed = 3,
            });
            var delays = Enumerable.Range(0, 200).Select(_ => _lab.Core.Begin(new("GET", "/MAAS/api/2.0/zones/")).Faults.Delay).ToList();
            Assert.All(delays, delay => Assert.InRange(delay, least, least * 9));
            Assert.Equal(distribution == LatencyDistribution.Fixed, delays.Distinct().Count() == 1);
        }
    }

    private void Set(SimulatorFault fault) => _lab.Core.State.Faults.Add(fault);

    private ApiResponse Get(string path) => _lab.Ask("GET", path, null);

    private ApiResponse CreateFabric(string name) => _lab.Ask("POST", "fabrics/", null, ("name", name));
}
