using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>MAAS goes away in the middle and comes back.</summary>
public sealed class RestartTests
{
    private const string Node = "control01";
    private const string Other = "control02";

    [Theory]
    [InlineData(NodeStepKind.Commission, NodeStepKind.Network, "")]
    [InlineData(NodeStepKind.Network, NodeStepKind.Storage, "")]
    [InlineData(NodeStepKind.Platform, NodeStepKind.Deploy, "")]
    [InlineData(NodeStepKind.Platform, NodeStepKind.Deploy, "Deploying")]
    public async Task A_restart_in_the_middle_of_a_step_is_waited_out(NodeStepKind before, NodeStepKind step, string activity)
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(before, Node, Other);
        site.Time.Pause();
        var observer = new ActingObserver(activity, Node, async () =>
        {
            await site.RestartAsync();
            site.Time.Resume();
        });
        var results = await Task.WhenAll(site.StepAsync(step, Node, observer: observer), site.StepAsync(step, Other));
        Assert.Empty(results.Where(r => r.Error is not null).Select(r => $"{r}: {r.Error!.Message}"));
        Assert.True(observer.HasActed);
        await site.Restarted.Task;
        Assert.Equal(StepStatus.Unchanged, (await site.StepAsync(step, Node)).Status);
    }

    [Fact]
    public async Task A_MAAS_that_stays_away_is_the_error_of_every_node()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Commission, Node);
        await site.StopAsync();
        var error = Assert.IsType<MaasConnectionException>((await site.StepAsync(NodeStepKind.Network, Node)).Error);
        Assert.Contains(
            site.Simulator.Url.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
    }
}
