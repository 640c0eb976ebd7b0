using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;
using Drydock.Maas.Simulator.Tests.Machines;

namespace Drydock.Maas.Simulator.Tests;

/// <summary>Faults of machines, racks, fabrics and imports, asked in process.</summary>
public sealed class WorldFaultTests
{
    private readonly OneMachine _lab = new();

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
}
