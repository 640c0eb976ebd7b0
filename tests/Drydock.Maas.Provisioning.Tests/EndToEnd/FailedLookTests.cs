using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Site.BootMedia;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.Tasks;
using Drydock.Maas.Simulator.Seeding;
using Drydock.Maas.Simulator.State;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>MAAS cannot be asked for a while, by what waits for something else than a machine's status.</summary>
public sealed class FailedLookTests
{
    private const string Node = "control01";
    private const string Refusal = "Authorization Error: 'Invalid access token: x'";

    [Fact]
    public async Task A_machine_that_is_enlisted_while_MAAS_cannot_be_asked_is_waited_for()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareSiteAsync();
        var state = site.Simulator.State;
        lock (state.Gate)
        {
            var address = site.Node(Node).Oob.Address;
            foreach (var machine in state.Nodes.OfType<SimulatedMachine>().Where(m => m.PowerParameters["power_address"]?.ToString() == address).ToList())
                state.Nodes.Remove(machine);
        }

        site.Gateway.Answer("GET /MAAS/api/2.0/machines/", 401, count: 6, body: Refusal, after: "GET /MAAS/api/2.0/rackcontrollers/");
        site.Gateway.Struck = hits =>
        {
            if (hits != 6)
                return;
            lock (state.Gate)
                Enlistment.Enlist(state, site.Node(Node));
        };
        var observer = new TaskTestObserver();
        var request = new TaskRequest
        {
            BootActionRenderer = new BootActionRenderer(),
            Settings = new TaskSettings { Action = DrydockTaskAction.PrepareNodes, WaitForEnlistment = true },
            Site = site.Design,
            Nodes = [site.Node(Node)],
            Timing = SimulatedSite.Timing,
        };
        using var run = TaskRun.Create(site.Session, request, observer);

        var result = await run.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal((DrydockTaskVerdict.Success, 6), (result.Verdict, site.Gateway.Hits));
        Assert.Contains("(401)", Assert.Single(observer.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_of_images_goes_on_while_MAAS_cannot_be_asked()
    {
        await using var site = await SimulatedSite.StartAsync(SiteStepSite.Design());
        var design = new SiteDesign([], [], [new DrydockNode { Name = "n1", Image = "noble", Kernel = "ga-24.04" }]);
        site.Gateway.Answer("op=is_importing", 401, count: 3, body: Refusal, after: "op=import");
        var observer = new RecordingObserver();

        var results = await SiteStepRun.Create(site.Session, new BootMediaStepOptions { Timing = SimulatedSite.Timing }, observer)
            .RunAsync(design, TestContext.Current.CancellationToken);

        Assert.Equal((StepStatus.Changed, null), (Assert.Single(results).Status, results[0].Error?.Message));
        Assert.Equal(3, site.Gateway.Hits);
        Assert.Contains("(401)", Assert.Single(observer.Warnings), StringComparison.Ordinal);
    }
}
