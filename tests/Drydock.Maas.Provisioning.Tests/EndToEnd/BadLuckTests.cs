using Drydock.Maas.Api;
using Drydock.Maas.Planning;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>What others do in the middle: a node's own error that says what was found, no other node disturbed, and a re-run repairs it.</summary>
public sealed class BadLuckTests
{
    private const string Node = "control01";
    private const string Other = "control02";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_machine_deleted_while_it_is_waited_for_is_told_and_the_other_goes_on()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node, Other);
        var id = site.Look(Node, m => m.SystemId);
        site.Time.Pause();
        var observer = new ActingObserver("Deploying", Node, async () =>
        {
            await site.Session.Client.Machines.DeleteAsync(id, Token);
            site.Time.Resume();
        });
        var results = await Task.WhenAll(site.StepAsync(NodeStepKind.Deploy, Node, observer: observer), site.StepAsync(NodeStepKind.Deploy, Other));
        var error = Assert.IsType<NodeException>(results[0].Error);
        Assert.Equal(ErrorIds.MachineNotFound, error.ErrorId);
        Requires.Words(error, Node, id, "somebody removed it", "boot from the network", "commission it");
        Assert.Equal("Deployed", results[1].Machine!.StatusName);
    }

    [Fact]
    public async Task A_deployment_that_somebody_aborts_is_told_and_the_next_run_finishes_it()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        var id = site.Look(Node, m => m.SystemId);
        site.Time.Pause();
        var observer = new ActingObserver("Deploying", Node, async () =>
        {
            await site.Session.Client.Machines.AbortAsync(id, null, Token);
            site.Time.Resume();
        });
        var aborted = await site.StepAsync(NodeStepKind.Deploy, Node, observer: observer);
        Assert.Equal(ErrorIds.DeployFailed, Assert.IsType<NodeException>(aborted.Error).ErrorId);
        Requires.Words(aborted.Error, Node, id, "ended as Allocated instead of Deployed", "Somebody else ended it meanwhile", "run the step again");
        Assert.Single(site.Simulator.Requests, r => r.Operation == "deploy");
        Assert.Equal("Deployed", (await site.StepAsync(NodeStepKind.Deploy, Node)).Machine!.StatusName);
    }

    [Fact]
    public async Task A_machine_that_another_user_took_is_refused()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        site.Look(Node, m =>
        {
            m.Owner = site.Simulator.State.Users.First(u => u.Username != site.Session.User.Username);
            m.Status = MachineStatus.Allocated;
            return 0;
        });
        site.Simulator.ResetRequests();
        var error = (await site.StepAsync(NodeStepKind.Deploy, Node)).Error;
        Assert.Equal(ErrorIds.WrongMachineState, Assert.IsType<NodeException>(error).ErrorId);
        Requires.Words(error, Node, "is Allocated", $"not to {site.Session.User.Username}", "to release it");
        Assert.Equal(0, site.Writes);
    }

    [Fact]
    public async Task Two_operators_at_once_deploy_a_machine_once()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        var results = await Task.WhenAll(site.StepAsync(NodeStepKind.Deploy, Node), site.StepAsync(NodeStepKind.Deploy, Node));
        Assert.Empty(results.Where(r => r.Error is not null).Select(r => r.Error!.Message));
        Assert.Single(site.Simulator.Requests, r => r.Operation == "deploy" && r.Status < 300);
    }

    [Fact]
    public async Task A_BMC_that_answers_for_two_machines_lists_both()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        var address = site.Node(Node).Oob.Address;
        site.Look(Other, m => m.PowerParameters["power_address"] = address);
        var error = (await site.StepAsync(NodeStepKind.Resolve, Node)).Error;
        Assert.Equal(ErrorIds.AmbiguousMachine, Assert.IsType<NodeException>(error).ErrorId);
        var both = new[] { site.Look(Node, m => m.SystemId), site.Simulator.State.Nodes.OfType<SimulatedMachine>().Last(m => m.PowerParameters["power_address"]?.ToString() == address).SystemId };
        Requires.Words(error, [Node, .. both, "by BMC address", "unique BMC address or boot MAC"]);
    }

    [Fact]
    public async Task A_disk_smaller_than_the_plan_is_found_before_anything_is_written()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Network, Node, Other);
        site.Look(Node, m => m.BlockDevices[0].Size = 10_000_000_000);
        site.Simulator.ResetRequests();
        foreach (var step in new[] { NodeStepKind.StorageTemplate, NodeStepKind.Storage })
        {
            var error = (await site.StepAsync(step, Node)).Error;
            Assert.Equal(ErrorIds.NotEnoughStorage, Assert.IsType<NodeException>(error).ErrorId);
            Requires.Words(error, "sda", "GB", "the design wants");
        }

        Assert.Equal(0, site.Writes);
        Assert.Null((await site.StepAsync(NodeStepKind.StorageTemplate, Other)).Error);
    }

    [Fact]
    public async Task A_missing_NIC_is_told_with_those_there_are()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Commission, Node);
        var lost = site.Look(Node, m => m.Interfaces[^1].Name);
        site.Look(Node, m => m.Interfaces.Remove(m.Interfaces[^1]));
        site.Simulator.ResetRequests();
        var error = (await site.StepAsync(NodeStepKind.Network, Node)).Error;
        Assert.Equal(ErrorIds.InterfaceNotFound, Assert.IsType<NodeException>(error).ErrorId);
        Requires.Words(error, Node, lost, "it has");
        Assert.Equal(0, site.Writes);
    }

    [Fact]
    public async Task An_image_that_was_withdrawn_is_told_before_the_machine_is_allocated()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        site.Look(Node, _ => site.Simulator.State.BootResources.RemoveAll(r => r.Name.EndsWith(site.Node(Node).Image!, StringComparison.Ordinal)));
        site.Simulator.ResetRequests();
        var error = (await site.StepAsync(NodeStepKind.Deploy, Node)).Error;
        Assert.Equal(ErrorIds.ImageNotFound, Assert.IsType<NodeException>(error).ErrorId);
        Requires.Words(error, Node, site.Node(Node).Image!, "Import it", "platform.image");
        Assert.Equal(0, site.Writes);
    }

    [Fact]
    public async Task A_machine_locked_by_somebody_is_left_alone()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        site.Look(Node, m => m.Locked = true);
        site.Simulator.ResetRequests();
        var error = (await site.StepAsync(NodeStepKind.Deploy, Node)).Error;
        Assert.Equal(ErrorIds.MachineLocked, Assert.IsType<NodeException>(error).ErrorId);
        Requires.Words(error, Node, "locked in MAAS", "Unlock-MaasMachine");
        Assert.Equal(0, site.Writes);
    }
}
