using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Nodes.Commission;
using Drydock.Maas.Provisioning.Tests.EndToEnd;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Provisioning.Tests.Versions;

/// <summary>A power controller that does not answer fails a request of MAAS 3.7 itself, and a later run does what it was for.</summary>
public sealed class DeadControllerTests
{
    private const string Node = "node0001";

    [Fact]
    public async Task A_release_says_so_and_is_made_up_for()
    {
        await using var site = await SimulatedSite.StartAsync(ThreeNodes.File, "3.7");
        await site.PrepareAsync(NodeStepKind.Deploy, Node);
        site.Simulator.SetFault(new SimulatorFault { Kind = SimulatorFaultKind.PowerFailure });

        var failed = await site.StepAsync(NodeStepKind.Release, Node);

        Assert.Equal((StepStatus.Failed, "PowerControllerFailed"), (failed.Status, (failed.Error as MaasException)?.ErrorId));
        Assert.Equal(MachineStatus.Deployed, site.Look(Node, machine => machine.Status));
        site.Simulator.ClearFaults();
        Assert.Equal(StepStatus.Changed, (await site.StepAsync(NodeStepKind.Release, Node)).Status);
        Assert.Equal(MachineStatus.Ready, site.Look(Node, machine => machine.Status));
    }

    [Fact]
    public async Task A_commissioning_that_failed_is_begun_anew()
    {
        await using var site = await SimulatedSite.StartAsync(ThreeNodes.File, "3.7");
        await site.PrepareSiteAsync();
        site.Simulator.SetFault(new SimulatorFault { Kind = SimulatorFaultKind.PowerFailure });

        var failed = await site.StepAsync(new CommissionStepOptions { RetryCount = 0 }, Node);

        Assert.Equal((StepStatus.Failed, "PowerControllerFailed"), (failed.Status, (failed.Error as MaasException)?.ErrorId));
        Assert.Equal(MachineStatus.New, site.Look(Node, machine => machine.Status));
        site.Simulator.ClearFaults();
        await site.PrepareAsync(NodeStepKind.Deploy, Node);
        Assert.Equal(MachineStatus.Deployed, site.Look(Node, machine => machine.Status));
    }
}
