using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>What is planned for a machine of which MAAS knows neither NICs nor disks yet.</summary>
public sealed class PlanAheadTests
{
    private const string Node = "control01";

    [Theory]
    [InlineData(NodeStepKind.Network, "its NICs are known after commissioning")]
    [InlineData(NodeStepKind.Storage, "its disks are known after commissioning")]
    public async Task A_New_machine_has_one_change_that_says_when_more_is_known(NodeStepKind step, string words)
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareSiteAsync();
        site.Simulator.ResetRequests();
        var plan = await site.StepAsync(step, Node, observer: new QuietObserver { PlanOnly = true });
        Assert.Equal(StepStatus.Planned, plan.Status);
        Assert.Contains(words, Assert.Single(plan.Changes).ToString(), StringComparison.Ordinal);
        Assert.False(plan.Changes[0].IsKnown);
        Assert.Equal(0, site.Writes);
    }

    [Theory]
    [InlineData(NodeStepKind.Network)]
    [InlineData(NodeStepKind.Storage)]
    public async Task A_New_machine_is_not_set_up_but_says_what_comes_first(NodeStepKind step)
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareSiteAsync();
        var error = Assert.IsType<NodeException>((await site.StepAsync(step, Node)).Error);
        Assert.Equal(ErrorIds.WrongMachineState, error.ErrorId);
        Assert.Contains("Invoke-MaasCommission", error.Message, StringComparison.Ordinal);
    }
}
