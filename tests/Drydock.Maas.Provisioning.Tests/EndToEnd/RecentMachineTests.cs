using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>What the step before has just seen of a machine is not read again, but for what was written meanwhile and what is older than the command.</summary>
public sealed class RecentMachineTests
{
    private const string Node = "worker01";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_goes_on_with_what_the_one_before_saw_until_it_needs_what_was_written()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareSiteAsync();
        // The runs are there before the machine is seen, as in a pipeline.
        var (network, storage, deploy) = (Create(site, NodeStepKind.Network), Create(site, NodeStepKind.Storage), Create(site, NodeStepKind.Deploy));
        var result = await Create(site, NodeStepKind.Commission).RunAsync(new NodeStepInput { Node = site.Node(Node) }, Cancel);

        var (connected, ofNetwork) = await ReadsAsync(site, network, result);
        var (partitioned, ofStorage) = await ReadsAsync(site, storage, connected);
        var (_, ofDeployment) = await ReadsAsync(site, deploy, partitioned);
        Assert.Equal((0, 0), (ofNetwork, ofStorage));
        Assert.NotEqual(0, ofDeployment);
    }

    [Fact]
    public async Task A_result_that_is_older_than_the_command_is_read_again()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareSiteAsync();
        var result = await Create(site, NodeStepKind.Commission).RunAsync(new NodeStepInput { Node = site.Node(Node) }, Cancel);

        Assert.Equal(1, (await ReadsAsync(site, Create(site, NodeStepKind.Network), result)).Reads);
    }

    [Fact]
    public async Task A_machine_seen_on_another_connection_is_read_again()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareSiteAsync();
        using var other = await site.ConnectAsync("other");
        var network = NodeStepRun.Create(other, NodeStepKind.Network.MakeOptions() with { Timing = SimulatedSite.Timing }, site.Observer);
        var result = await Create(site, NodeStepKind.Commission).RunAsync(new NodeStepInput { Node = site.Node(Node) }, Cancel);

        Assert.Equal(1, (await ReadsAsync(site, network, result)).Reads);
    }

    private static NodeStepRun Create(SimulatedSite site, NodeStepKind kind) =>
        NodeStepRun.Create(site.Session, kind.MakeOptions() with { Timing = SimulatedSite.Timing }, site.Observer);

    private static async Task<(DrydockStepResult Result, int Reads)> ReadsAsync(SimulatedSite site, NodeStepRun run, DrydockStepResult before)
    {
        site.Simulator.ResetRequests();
        var result = await run.RunAsync(NodeStepInput.After(before), Cancel);
        Assert.Null(result.Error);
        return (result, site.Simulator.Requests.Count(r => r is { Method: "GET", Operation: null, Template: "machines/" or "machines/{id}/" }));
    }
}
