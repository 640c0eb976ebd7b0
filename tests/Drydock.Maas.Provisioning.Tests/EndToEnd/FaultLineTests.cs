using Drydock.Maas.Planning;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>The whole line while the server misbehaves, and once more when it no longer does.</summary>
public sealed class FaultLineTests
{
    [Theory]
    [InlineData(SimulatorFaultKind.ResetBefore)]
    [InlineData(SimulatorFaultKind.ResetAfter)]
    [InlineData(SimulatorFaultKind.TruncatedBody)]
    [InlineData(SimulatorFaultKind.BadGateway)]
    [InlineData(SimulatorFaultKind.GatewayTimeout)]
    public async Task What_the_network_does_to_requests_is_made_good_within_two_runs(SimulatorFaultKind kind)
    {
        await using var site = await SimulatedSite.ExampleAsync();
        site.Simulator.SetFault(new() { Kind = kind, Probability = 0.03, Seed = 5 });
        await site.ProvisionAsync();
        Assert.True(site.Simulator.Faults[0].Hits > 0);
        site.Simulator.ClearFaults();

        var again = await site.ProvisionAsync();

        Assert.Empty(again.Where(result => result.Status == StepStatus.Failed).Select(result => $"{result}: {result.Error?.Message}"));
    }

    [Theory]
    [InlineData(SimulatorFaultKind.CommissioningFailure)]
    [InlineData(SimulatorFaultKind.TestingFailure)]
    [InlineData(SimulatorFaultKind.DeploymentFailure)]
    public async Task A_machine_that_fails_at_every_try_is_the_only_one_and_a_second_run_completes_it(SimulatorFaultKind kind)
    {
        await using var site = await SimulatedSite.ExampleAsync();
        site.Simulator.SetFault(new() { Kind = kind, Machine = "worker01", Count = 4 });

        var first = await site.ProvisionAsync();
        var second = await site.ProvisionAsync();

        var failed = Assert.Single(first, result => result.Status == StepStatus.Failed);
        Assert.Equal("worker01", failed.Node!.Name);
        Requires.Words(failed.Error, "worker01", failed.Machine!.SystemId, "instead of", kind == SimulatorFaultKind.DeploymentFailure ? "Installation failed" : "Failed scripts");
        Assert.Empty(second.Where(result => result.Status == StepStatus.Failed).Select(result => $"{result}: {result.Error?.Message}"));
    }

    [Fact]
    public async Task A_site_half_of_which_fails_to_deploy_is_completed_by_the_next_run()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        site.Simulator.SetFault(new() { Kind = SimulatorFaultKind.DeploymentFailure, Probability = 0.9, Seed = 3 });
        await site.ProvisionAsync();
        Assert.True(site.Simulator.Faults[0].Hits > 0);
        site.Simulator.ClearFaults();

        var again = await site.ProvisionAsync();

        Assert.Empty(again.Where(result => result.Status == StepStatus.Failed).Select(result => $"{result}: {result.Error?.Message}"));
        Assert.All(site.Design.Nodes, n => Assert.Equal(MachineStatus.Deployed, site.Look(n.Name, m => m.Status)));
    }
}
