using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>Without a rack controller nothing is allocated: MAAS itself would only say that the operating system is unavailable.</summary>
public sealed class RackConnectionTests
{
    private const string Node = "control01";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_rack_that_is_not_connected_is_told_before_the_machine_is_allocated(bool isPlan)
    {
        await using var site = await PreparedAsync();
        lock (site.Simulator.State.Gate)
        {
            foreach (var rack in site.Simulator.State.RackControllers)
                rack.Connected = false;
        }

        site.Simulator.ResetRequests();
        var result = await site.StepAsync(NodeStepKind.Deploy, Node, observer: new RecordingObserver { PlanOnly = isPlan });

        Assert.Equal(ErrorIds.NoRackConnected, Assert.IsType<NodeException>(result.Error).ErrorId);
        Assert.Contains("connected to no rack controller (rack1", result.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(0, site.Writes);
        Assert.Equal(MachineStatus.Ready, site.Look(Node, m => m.Status));
    }

    [Fact]
    public async Task A_MAAS_without_racks_is_told_likewise()
    {
        await using var site = await PreparedAsync();
        lock (site.Simulator.State.Gate)
        {
            foreach (var rack in site.Simulator.State.RackControllers.ToList())
                site.Simulator.State.Nodes.Remove(rack);
        }

        var result = await site.StepAsync(NodeStepKind.Deploy, Node);

        Assert.StartsWith("MAAS has no rack controller", result.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(MachineStatus.Ready, site.Look(Node, m => m.Status));
    }

    [Fact]
    public async Task One_that_goes_away_at_the_deployment_is_told_in_place_of_MAASs_task_queue()
    {
        await using var site = await PreparedAsync();
        site.Gateway.Answer("op=deploy", 500, body: "Error determining BMC task queue for machine 4y3h7n");
        var result = await site.StepAsync(NodeStepKind.Deploy, Node);
        Assert.Equal(ErrorIds.NoRackConnected, Assert.IsType<NodeException>(result.Error).ErrorId);
        Assert.Contains("machine 4y3h7n. See to it", result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("by no rack controller", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_connected_rack_of_several_is_enough()
    {
        await using var site = await PreparedAsync();
        lock (site.Simulator.State.Gate)
            site.Simulator.State.RackControllers.First().Connected = site.Simulator.State.RackControllers.Count() < 2;
        Assert.Null((await site.StepAsync(NodeStepKind.Deploy, Node)).Error);
    }

    private static async Task<SimulatedSite> PreparedAsync()
    {
        var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        return site;
    }
}
