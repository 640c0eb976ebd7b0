using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>What goes wrong with machines, is broken off, or is set right by hand.</summary>
public sealed class LifecycleTroubleTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(6);

    [Fact]
    public void An_aborted_commissioning_leaves_a_new_machine_and_aborted_results()
    {
        var lab = new OneMachine();
        lab.Do("commission");

        lab.Do("abort");
        lab.Pass(Moment);

        Assert.Equal(MachineStatus.New, lab.Machine.Status);
        Assert.All(
            lab.Machine.CurrentSet(SimulatedScriptSet.Commissioning)!.Scripts,
            script => Assert.Equal((ScriptStatus.Aborted, null), (script.Status, script.Ended)));
        var machine = OneMachine.Json(lab.Ask("GET", $"machines/{lab.Machine.SystemId}/", null));
        Assert.Equal(["Unknown", "Unknown"], new[] { "commissioning", "testing" }.Select(kind => (string)machine[$"{kind}_status_name"]!));
        lab.Pass(Long);
        Assert.Equal(MachineStatus.New, lab.Machine.Status);
    }

    [Fact]
    public void A_failed_installation_tells_the_log()
    {
        var lab = new OneMachine();
        lab.Core.State.Faults.Add(new() { Kind = SimulatorFaultKind.DeploymentFailure });

        lab.Do("deploy");
        lab.Pass(Long);

        Assert.Equal(MachineStatus.FailedDeployment, lab.Machine.Status);
        Assert.Contains("installation log", lab.Machine.StatusMessage, StringComparison.Ordinal);
        Assert.Equal(ScriptStatus.Failed, lab.Machine.CurrentSet(SimulatedScriptSet.Installation)!.Status);
    }

    [Theory]
    [InlineData("commission", MachineStatus.FailedCommissioning)]
    [InlineData("deploy", MachineStatus.FailedDeployment)]
    [InlineData("test", MachineStatus.FailedTesting)]
    [InlineData("rescue_mode", MachineStatus.FailedToEnterRescueMode)]
    public void A_dead_power_controller_is_no_refusal_but_a_failure_later(string operation, object failed)
    {
        var lab = new OneMachine();
        lab.Core.State.Faults.Add(new() { Kind = SimulatorFaultKind.PowerFailure, Message = "no answer" });

        Assert.Equal(200, lab.Do(operation).Status);
        lab.Pass(Moment);

        Assert.Equal(failed, lab.Machine.Status);
        Assert.Equal("Marking node failed - Node could not be powered on: no answer", lab.Machine.StatusMessage);
    }

    [Theory]
    [InlineData(MachineStatus.Ready, "off")]
    [InlineData(MachineStatus.Broken, "off")]
    [InlineData(MachineStatus.Deployed, "on")]
    public void Rescue_mode_goes_back_to_where_it_came_from(object before, string power)
    {
        var lab = new OneMachine();
        lab.Be((MachineStatus)before);

        lab.Do("rescue_mode");
        lab.Pass(Long);
        Assert.Equal(MachineStatus.RescueMode, lab.Machine.Status);
        lab.Do("exit_rescue_mode");
        Assert.Equal(MachineStatus.ExitingRescueMode, lab.Machine.Status);
        lab.Pass(Moment);

        Assert.Equal((before, power), (lab.Machine.Status, lab.Machine.PowerState));
    }

    [Fact]
    public void A_broken_machine_that_was_deployed_is_taken_to_be_so_again()
    {
        var lab = new OneMachine();
        lab.Do("deploy");
        lab.Pass(Long);

        lab.Do("mark_broken");
        Assert.Equal(MachineStatus.Broken, lab.Machine.Status);
        lab.Do("mark_fixed");

        Assert.Equal(MachineStatus.Deployed, lab.Machine.Status);
        Assert.Null(lab.Machine.Owner);
    }

    [Theory]
    [InlineData("", MachineStatus.Ready)]
    [InlineData("ubuntu", MachineStatus.Deployed)]
    public void Failed_tests_can_be_overridden(string system, object after)
    {
        var lab = new OneMachine();
        lab.Be(MachineStatus.FailedTesting);
        lab.Machine.OperatingSystem = system;

        lab.Do("override_failed_testing");

        Assert.Equal(after, lab.Machine.Status);
    }
}
