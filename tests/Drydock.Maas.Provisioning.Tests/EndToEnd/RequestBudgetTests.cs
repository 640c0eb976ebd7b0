using Drydock.Maas.Client;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Engine.Wait;
using Drydock.Maas.Provisioning.Nodes.Commission;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Nodes.Platform;
using Drydock.Maas.Provisioning.Nodes.Storage;
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Simulator;
using Drydock.Maas.Simulator.Seeding;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>
/// How many requests ten nodes take from an empty MAAS to their systems, beside the looks at their machines: on a real MAAS some twenty to thirty-five.
/// </summary>
public sealed class RequestBudgetTests : IStepObserver
{
    private const int SiteWrites = 17;
    private const int NodeWrites = 18;

    // How often machines are looked at is a matter of time.
    private const int MostReads = 34;

    bool IStepObserver.PlanOnly => false;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_nodes_stay_within_the_budget_and_the_second_run_reads_only()
    {
        var clock = new NapTime();
        var design = TenNodes.Read();
        await using var simulator = MaasSimulator.Start(new SimulatorOptions { Design = design, Speed = 6, TimeProvider = new PausableTime(clock) });
        var connection = new MaasConnectionOptions { Url = simulator.Url.ToString(), ApiKey = simulator.ApiKey };
        using var session = await MaasConnector.ConnectAsync(connection, Cancel);
        await ProvisionAsync(session, design, clock);
        var requests = simulator.Requests;
        var reads = requests.Where(r => !r.IsWrite && r.RelativePath != "machines/").ToList();

        // The tag that all have is given to those together that come to it at the same time; likewise what their scripts printed is read.
        Assert.InRange(requests.Count(r => r.IsWrite), SiteWrites + (NodeWrites * 10) + 2, SiteWrites + (NodeWrites * 10) + 12);
        Assert.True(reads.Count <= MostReads, string.Join('\n', reads));
        Assert.DoesNotContain(reads, r => r.Template is "machines/{id}/" or "nodes/{id}/results/");

        simulator.ResetRequests();
        await ProvisionAsync(session, design, clock);
        Assert.Equal(["GET"], simulator.CountRequests().Keys);
        Assert.InRange(simulator.CountRequests()["GET"], 1, 15);
    }

    Task<bool> IStepObserver.ApproveAsync(string step, string target, IReadOnlyList<PlannedChange> plan, CancellationToken token) => Task.FromResult(true);

    void IStepObserver.Report(StepProgress progress)
    {
    }

    void IStepObserver.ReportDetail(string text)
    {
    }

    void IStepObserver.Warn(string text)
    {
    }

    private async Task ProvisionAsync(MaasSession session, SiteDesign design, NapTime clock)
    {
        var timing = new StepTiming { TimeProvider = clock };
        SiteStepOptions[] site = [new SiteNetworkStepOptions(), new SshKeyStepOptions(), new RepositoryStepOptions(), new TagDefinitionStepOptions()];
        NodeStepOptions[] line =
        [
            new CommissionStepOptions(), new NetworkStepOptions(), new StorageStepOptions(), new PlatformStepOptions(), new DeployStepOptions(),
        ];
        var results = new List<DrydockStepResult>();
        foreach (var step in site)
            results.AddRange(await SiteStepRun.Create(session, step with { Timing = timing }, this).RunAsync(design, Cancel));
        var runs = line.Select(step => NodeStepRun.Create(session, step with { Timing = timing }, this)).ToList();
        results.AddRange(await Task.WhenAll(design.Nodes.Select(async node =>
        {
            var result = await runs[0].RunAsync(new NodeStepInput { Node = node }, Cancel);
            foreach (var run in runs.Skip(1).TakeWhile(_ => result.Status != StepStatus.Failed))
                result = await run.RunAsync(NodeStepInput.After(result), Cancel);
            return result;
        })));
        Assert.Empty(results.Where(r => r.Error is not null).Select(r => $"{r}: {r.Error!.Message}"));
    }
}
