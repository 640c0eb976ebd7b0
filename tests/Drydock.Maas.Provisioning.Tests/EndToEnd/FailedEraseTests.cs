using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Nodes.Release;
using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>The erasing of a machine's disks was ordered and failed: it is not forgotten because the machine is wanted for something else.</summary>
public sealed class FailedEraseTests
{
    private const string Node = "control01";

    [Theory]
    [InlineData(NodeStepKind.Deploy, "Deployed")]
    [InlineData(NodeStepKind.Release, "Ready")]
    [InlineData(NodeStepKind.Remove, null)]
    public async Task Its_disks_are_erased_again_first_and_the_plan_says_so(NodeStepKind step, string? end)
    {
        await using var site = await FailedAsync();

        var plan = await site.StepAsync(step, Node, observer: new QuietObserver { PlanOnly = true });
        Assert.Contains("its disks are erased again", plan.Changes[0].ToString(), StringComparison.Ordinal);
        var result = await site.StepAsync(step, Node);

        Assert.Equal((StepStatus.Changed, null), (result.Status, result.Error?.Message));
        Assert.Contains(result.Messages, m => m.Contains("ordered and failed", StringComparison.Ordinal) && m.Contains("-NoErase", StringComparison.Ordinal));
        Assert.Equal("erase=true", Assert.Single(site.Gateway.Sent, s => s.Contains("op=release", StringComparison.Ordinal)).Split('\n')[1]);
        if (end is not null)
            Assert.Equal(end, result.Machine!.StatusName);
    }

    [Theory]
    [InlineData(NodeStepKind.Deploy)]
    [InlineData(NodeStepKind.Release)]
    public async Task Who_says_that_they_need_not_be_goes_on_without(NodeStepKind step)
    {
        await using var site = await FailedAsync();

        var result = await site.StepAsync((ReleasingStepOptions)step.MakeOptions() with { NoErase = true }, Node);

        Assert.Equal((StepStatus.Changed, null), (result.Status, result.Error?.Message));
        Assert.Equal("", Assert.Single(site.Gateway.Sent, s => s.Contains("op=release", StringComparison.Ordinal)).Split('\n')[1]);
    }

    private static async Task<SimulatedSite> FailedAsync()
    {
        var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Deploy, Node);
        await site.Session.Client.Machines.ReleaseAsync(site.Look(Node, m => m.SystemId), new() { Erase = true }, TestContext.Current.CancellationToken);
        site.Look(Node, m =>
        {
            m.Generation++;
            m.Status = MachineStatus.FailedDiskErasing;
            return 0;
        });
        site.Gateway.Sent.Clear();
        return site;
    }
}
