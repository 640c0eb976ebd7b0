using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Commission;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Commission;

public sealed class CommissionPlannerTests
{
    private readonly FailedTests _failed = new();

    [Theory]
    [InlineData("New")]
    [InlineData("Broken")]
    [InlineData("Failed commissioning")]
    public void A_machine_that_is_not_commissioned_is(string status)
    {
        var plan = Plan(Machines.In(status), new CommissionStepOptions());
        Assert.Equal(["commission Machine node1"], plan.InWords());
        Assert.Equal(ChangeSeverity.Disruptive, plan.Changes[0].Severity);
    }

    [Fact]
    public void A_machine_that_boots_by_another_DHCP_server_than_MAASs_is_told_of_it()
    {
        var vlan = new Vlan { Fabric = "lab", ExternalDhcp = "10.1.0.9" };
        Machine On(Vlan boot) => Machines.In("New") with { BootInterface = new NetworkInterface { Vlan = boot } };
        Assert.Contains(
            Plan(On(vlan), new()).Messages, m => m.StartsWith("Machine node1 boots on VLAN lab/0, where MAAS serves no DHCP and has seen 10.1.0.9", StringComparison.Ordinal));
        Assert.Empty(Plan(On(vlan with { DhcpOn = true }), new()).Messages);
        Assert.Empty(Plan(On(vlan with { ExternalDhcp = null }), new()).Messages);
    }

    [Theory]
    [InlineData("Failed testing")]
    [InlineData("Broken")]
    public void A_machine_that_holds_a_deployed_system_is_not_commissioned(string status)
    {
        var machine = Machines.In(status) with { Owner = "admin", DistroSeries = "jammy" };
        var error = Assert.Throws<NodeException>(() => Plan(machine, new CommissionStepOptions { Recommission = true }));
        Assert.Equal(ErrorIds.WrongMachineState, error.ErrorId);
        Assert.Contains("jammy of admin is still on it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_that_failed_its_tests_is_made_Ready_first_and_commissioned_again() => Assert.Equal(
        ["override failed tests Machine node1: Ready", "commission Machine node1"],
        Plan(Machines.In("Failed testing") with { Owner = "admin", DistroSeries = "" }, new CommissionStepOptions()).InWords());

    [Fact]
    public async Task A_machine_whose_tests_were_passed_over_is_commissioned_even_if_the_first_try_fails()
    {
        var machine = Machines.In("Failed testing");
        var client = new FakeMachines { All = [machine] };
        await new Plan(Plan(machine, new()).Operations[0]).ApplyAsync(new FakeMaas { Machines = client }, machine, new CommissionExecutor(_failed));

        Assert.Equal(["commission Machine node1"], Plan(Machines.In("Ready"), new()).InWords());
        await Plan(Machines.In("Ready"), new()).ApplyAsync(new FakeMaas { Machines = client }, machine, new CommissionExecutor(_failed));
        Assert.Empty(Plan(Machines.In("Ready"), new()).Changes);
    }

    [Theory]
    [InlineData("Allocated", true)]
    [InlineData("Deployed", true)]
    [InlineData("Releasing", true)]
    [InlineData("Entering rescue mode", true)]
    [InlineData("New", true)]
    [InlineData("Failed testing", true)]
    [InlineData("Testing", false)]
    [InlineData("Commissioning", false)]
    public void Commissioning_is_not_waited_for_when_somebody_has_taken_the_machine(string status, bool hasEnded) =>
        Assert.Equal(hasEnded, CommissionStep.HasEnded(Machines.In(status)));

    [Theory]
    [InlineData("Commissioning", true)]
    [InlineData("Testing", true)]
    [InlineData("Rescue mode", true)]
    [InlineData("Ready", true)]
    [InlineData("Releasing", true)]
    [InlineData("Deploying", false)]
    public void A_deployment_is_not_waited_for_when_somebody_has_ended_it(string status, bool hasEnded) =>
        Assert.Equal(hasEnded, DeployStep.HasEnded(Machines.In(status)));

    [Fact]
    public void A_Ready_machine_is_left_alone() => Assert.Empty(Plan(Machines.In("Ready"), new CommissionStepOptions()).Changes);

    [Fact]
    public void A_Ready_machine_is_commissioned_again_by_force() =>
        Assert.Single(Plan(Machines.In("Ready"), new CommissionStepOptions { Recommission = true }).Changes);

    [Theory]
    [InlineData("Commissioning", "waiting for it")]
    [InlineData("Testing", "waiting for it")]
    [InlineData("Allocated", "not commissioned again")]
    [InlineData("Deploying", "not commissioned again")]
    [InlineData("Deployed", "not commissioned again")]
    [InlineData("Failed deployment", "not commissioned again")]
    public void What_is_under_way_or_done_is_told(string status, string words)
    {
        var plan = Plan(Machines.In(status), new CommissionStepOptions { Recommission = true });
        Assert.Empty(plan.Changes);
        Assert.Contains(words, Assert.Single(plan.Messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Releasing")]
    [InlineData("Rescue mode")]
    public void Any_other_status_is_an_error_that_names_it(string status)
    {
        var error = Assert.Throws<NodeException>(() => Plan(Machines.In(status), new CommissionStepOptions()));
        Assert.Equal(ErrorIds.WrongMachineState, error.ErrorId);
        Assert.Contains($"node1 (id-node1) is {status}: commissioning is not possible", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_locked_machine_is_not_touched()
    {
        var error = Assert.Throws<NodeException>(
            () => Plan(Machines.In("New") with { Locked = true }, new CommissionStepOptions()));
        Assert.Equal(ErrorIds.MachineLocked, error.ErrorId);
    }

    [Fact]
    public async Task The_options_are_passed_on()
    {
        var machine = Machines.In("New");
        var machines = new FakeMachines { All = [machine] };
        var options = new CommissionStepOptions
        {
            Request = new()
            {
                SkipBmcConfig = true,
                SkipNetworking = true,
                SkipStorage = true,
                EnableSsh = true,
                CommissioningScripts = ["update_firmware"],
                TestingScripts = ["none"],
            },
        };
        await Plan(machine, options).ApplyAsync(new FakeMaas { Machines = machines }, machine);
        Assert.True(machines.Commissioning!.SkipBmcConfig);
        Assert.True(machines.Commissioning is { SkipNetworking: true, SkipStorage: true, EnableSsh: true });
        Assert.Equal(["update_firmware"], machines.Commissioning.CommissioningScripts);
        Assert.Equal(["none"], machines.Commissioning.TestingScripts);
    }

    private Plan Plan(Machine machine, CommissionStepOptions options) => CommissionPlanner.Plan(machine, options, _failed);
}
