using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Commission;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Provisioning.Tests.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>Nodes whose servers stand in their racks and that MAAS has never seen.</summary>
public sealed class EnlistTests
{
    private const string Node = "worker01";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_is_made_known_by_its_controller_once_and_goes_through_the_whole_line()
    {
        await using var site = await UnknownAsync();
        var planned = await site.StepAsync(NodeStepKind.Enlist, Node, observer: new QuietObserver { PlanOnly = true });
        Assert.Equal((StepStatus.Planned, 0), (planned.Status, site.Writes));

        var first = await site.StepAsync(NodeStepKind.Enlist, Node);
        Assert.Equal((StepStatus.Changed, null, "New"), (first.Status, first.Error?.Message, first.Machine!.StatusName));
        Assert.Equal(1, site.Writes);
        var second = await site.StepAsync(NodeStepKind.Enlist, Node);
        Assert.Equal((StepStatus.Unchanged, first.Machine.SystemId), (second.Status, second.Machine!.SystemId));
        Assert.Equal(1, site.Writes);

        Assert.Empty((await site.ProvisionAsync()).Where(r => r.Error is not null).Select(r => $"{r}: {r.Error!.Message}"));
        Assert.Equal("Deployed", site.Look(Node, m => m.Status.GetName()));
    }

    [Fact]
    public async Task What_is_planned_for_a_machine_that_is_to_be_enlisted_waits_for_it()
    {
        await using var site = await UnknownAsync();
        var observer = new QuietObserver { PlanOnly = true };
        var enlisted = await site.StepAsync(NodeStepKind.Enlist, Node, observer: observer);
        var run = NodeStepRun.Create(site.Session, new CommissionStepOptions { Timing = SimulatedSite.Timing }, observer);
        var commissioned = await run.RunAsync(new NodeStepInput { Node = site.Node(Node), Machine = enlisted.Machine }, Cancel);
        Assert.Equal((StepStatus.Planned, null), (commissioned.Status, commissioned.Error?.Message));
    }

    [Theory]
    [InlineData(502, false)]
    [InlineData(504, true)]
    public async Task A_lost_answer_makes_no_second_machine(int status, bool passes)
    {
        await using var site = await UnknownAsync();
        site.Gateway.Answer("POST /MAAS/api/2.0/machines/", status, passes);
        var result = await site.StepAsync(NodeStepKind.Enlist, Node);
        Assert.Equal((StepStatus.Changed, null), (result.Status, result.Error?.Message));
        Assert.Equal(Node, result.Machine!.Hostname);
        Assert.Single(await site.Session.Client.Machines.ListAsync(new(), Cancel));
    }

    [Fact]
    public async Task A_domain_that_MAAS_lacks_is_the_sites_networks_to_make()
    {
        await using var site = await UnknownAsync(prepare: false);
        var error = Assert.IsType<NodeException>((await site.StepAsync(NodeStepKind.Enlist, Node)).Error);
        Assert.Equal(ErrorIds.DomainNotFound, error.ErrorId);
    }

    [Fact]
    public async Task PrepareNodes_enlists_on_request()
    {
        await using var site = await UnknownAsync();
        var settings = new TaskSettings { Action = DrydockTaskAction.PrepareNodes, Include = ["Enlist"] };
        var request = new TaskRequest { BootActionRenderer = new BootActionRenderer(), Site = site.Design, Nodes = [.. site.Design.Nodes], Settings = settings, Timing = SimulatedSite.Timing };
        using var run = TaskRun.Create(site.Session, request, new TaskTestObserver());
        var result = await run.RunAsync(Cancel);
        Assert.Equal(DrydockTaskVerdict.Success, result.Verdict);
        Assert.Equal("Ready", site.Look(Node, m => m.Status.GetName()));
    }

    /// <summary>A site whose only machine MAAS has forgotten.</summary>
    private static async Task<SimulatedSite> UnknownAsync(bool prepare = true)
    {
        var site = await SimulatedSite.StartAsync(ExampleDesign.Read([Node]));
        await site.Session.Client.Machines.DeleteAsync(site.Look(Node, m => m.SystemId), Cancel);
        if (prepare)
            await site.PrepareSiteAsync();
        site.Simulator.ResetRequests();
        return site;
    }
}
