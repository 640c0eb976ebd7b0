using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Drift;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Provisioning.Tests.Tasks;
using Drydock.Maas.Simulator.State;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>Published designs go the whole way: prepared, deployed, again without a write, as designed, destroyed.</summary>
public sealed class CorpusCycleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("designs/deckhand_fullsite.yaml")]
    [InlineData("sites/v1.8-prime-stl1/rendered.yaml")]
    [InlineData("sites/v1.9-seaworthy/rendered.yaml")]
    public async Task A_published_design_goes_the_whole_way(string design)
    {
        var file = Path.Combine(TestFolders.Corpus, design);
        Assert.SkipUnless(
            File.Exists(file), $"Published designs are no part of the repository: DRYDOCK_MAAS_CORPUS names their folder, now {TestFolders.Corpus}.");
        await using var site = await SimulatedSite.StartAsync(file);
        var first = await RunAsync(site, DrydockTaskAction.PrepareSite);

        // Two of a published site's keys are none, which MAAS and Drydock refuse alike.
        Assert.All(first.Steps.Where(s => s.Name != "SiteSshKey").SelectMany(s => s.Results), r => Assert.NotEqual(StepStatus.Failed, r.Status));
        await SucceedAsync(site, DrydockTaskAction.PrepareNodes, DrydockTaskAction.DeployNodes);

        site.Simulator.ResetRequests();
        await RunAsync(site, DrydockTaskAction.PrepareSite);
        await SucceedAsync(site, DrydockTaskAction.PrepareNodes, DrydockTaskAction.DeployNodes);
        var drift = await DesignComparison.Create(site.Session, new()).CompareAsync(site.Design, null, Token);
        Assert.Empty(drift.Where(d => d.ResourceKind != ResourceKind.SshKey).Select(d => d.ToString()));
        Assert.Equal(0, site.Writes);

        await SucceedAsync(site, DrydockTaskAction.DestroyNodes);
        Assert.Empty(site.Simulator.State.Nodes.OfType<SimulatedMachine>());
    }

    private static async Task SucceedAsync(SimulatedSite site, params IReadOnlyList<DrydockTaskAction> actions)
    {
        foreach (var action in actions)
        {
            var result = await RunAsync(site, action);
            Assert.Empty(result.Messages.Where(m => m.IsError).Select(m => $"{action}: {m}"));
        }
    }

    private static async Task<DrydockTaskResult> RunAsync(SimulatedSite site, DrydockTaskAction action)
    {
        var request = new TaskRequest
        {
            BootActionRenderer = new BootActionRenderer(),
            Settings = new() { Action = action, UseNodeOobParameters = true },
            Site = site.Design,
            Nodes = TaskSteps.IsOfNodes(action) ? site.Design.Nodes : [],
            Timing = SimulatedSite.Timing,
            SkipBootActions = [.. site.Design.BootActions.Where(IsOfAirship).Select(b => b.Name)],
        };
        using var run = TaskRun.Create(site.Session, request, new TaskTestObserver());
        return await run.RunAsync(Token);
    }

    private static bool IsOfAirship(BootAction action) =>
        action.Assets.Any(a => a.ContentLocation?.StartsWith("promenade+", StringComparison.Ordinal) == true);
}
