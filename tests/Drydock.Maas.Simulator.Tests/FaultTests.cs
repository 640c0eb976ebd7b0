using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Machines;
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

    [Fact]
    public void A_failed_commissioning_names_the_script_and_aborts_the_tests()
    {
        Set(new() { Kind = SimulatorFaultKind.CommissioningFailure, Script = "maas-lshw", Count = 1 });

        _lab.Do("commission");
        _lab.Pass(TimeSpan.FromHours(1));

        Assert.Equal((MachineStatus.FailedCommissioning, "Failed commissioning"), (_lab.Machine.Status, _lab.Machine.StatusMessage));
        var failed = _lab.Machine.CurrentSet(SimulatedScriptSet.Commissioning)!.Scripts.Where(s => s.Status == ScriptStatus.Failed);
        Assert.Equal("maas-lshw", Assert.Single(failed).Name);
        Assert.Equal(ScriptStatus.Aborted, _lab.Machine.CurrentSet(SimulatedScriptSet.Testing)!.Status);
        _lab.Do("commission");
        _lab.Pass(TimeSpan.FromHours(1));
        Assert.Equal(MachineStatus.Ready, _lab.Machine.Status);
    }

    [Fact]
    public void Failed_tests_leave_a_machine_in_failed_testing()
    {
        Set(new() { Kind = SimulatorFaultKind.TestingFailure });

        _lab.Do("commission");
        _lab.Pass(TimeSpan.FromHours(1));

        Assert.Equal((MachineStatus.FailedTesting, "Failed testing"), (_lab.Machine.Status, _lab.Machine.StatusMessage));
    }

    [Fact]
    public void A_hanging_deployment_never_ends_but_can_be_aborted()
    {
        Set(new() { Kind = SimulatorFaultKind.DeploymentHang });
        _lab.Do("deploy");
        _lab.Pass(TimeSpan.FromDays(1));
        Assert.Equal(MachineStatus.Deploying, _lab.Machine.Status);

        _lab.Do("abort");
        _lab.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(MachineStatus.Allocated, _lab.Machine.Status);
    }

    [Fact]
    public void A_machine_that_cannot_be_released_says_so()
    {
        Set(new() { Kind = SimulatorFaultKind.ReleaseFailure });
        _lab.Do("deploy");
        _lab.Pass(TimeSpan.FromHours(1));

        _lab.Do("release");
        _lab.Pass(TimeSpan.FromHours(1));

        Assert.Equal(MachineStatus.ReleasingFailed, _lab.Machine.Status);
    }

    [Fact]
    public void While_the_rack_is_down_power_is_unavailable_and_its_services_are_dead()
    {
        Set(new() { Kind = SimulatorFaultKind.RackDown, Duration = TimeSpan.FromMinutes(1) });

        Assert.Equal(503, _lab.Ask("GET", $"machines/{_lab.Machine.SystemId}/", "query_power_state").Status);
        Assert.Contains("\"dead\"", Get("rackcontrollers/").BodyText, StringComparison.Ordinal);
        _lab.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(200, _lab.Ask("GET", $"machines/{_lab.Machine.SystemId}/", "query_power_state").Status);
    }

    [Fact]
    public void Vanished_fabrics_come_back()
    {
        var automatic = _lab.Core.State.Fabrics.Find(fabric => fabric.AutoCreated)!;
        Set(new() { Kind = SimulatorFaultKind.FabricVanish, Duration = TimeSpan.FromMinutes(1) });

        Assert.DoesNotContain(OneMachine.Json(Get("fabrics/")).AsArray(), fabric => fabric!["id"]!.GetValue<int>() == automatic.Id);
        Assert.Equal(404, Get($"fabrics/{automatic.Id}/vlans/").Status);
        _lab.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(200, Get($"fabrics/{automatic.Id}/vlans/").Status);
    }

    [Fact]
    public void Images_are_imported_for_as_long_as_was_asked()
    {
        Set(new() { Kind = SimulatorFaultKind.ImageImport, Count = 2 });

        Assert.Equal(
            ["true", "true", "false"],
            Enumerable.Range(0, 3).Select(_ => _lab.Ask("GET", "boot-resources/", "is_importing").BodyText));
    }

    private void Set(SimulatorFault fault) => _lab.Core.State.Faults.Add(fault);

    private ApiResponse Get(string path) => _lab.Ask("GET", path, null);

    private ApiResponse CreateFabric(string name) => _lab.Ask("POST", "fabrics/", null, ("name", name));
}
