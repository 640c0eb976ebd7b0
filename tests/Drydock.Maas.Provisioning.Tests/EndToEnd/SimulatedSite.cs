using Drydock.Maas.Client;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Simulator;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>A site on a simulator of its own, and the whole line run over it.</summary>
internal sealed class SimulatedSite : IAsyncDisposable
{
    private static readonly NodeStepKind[] Line =
    [
        NodeStepKind.Commission, NodeStepKind.Network, NodeStepKind.Storage, NodeStepKind.Platform, NodeStepKind.Deploy,
    ];

    private SimulatedSite(SiteDesign design, MaasSimulator simulator, MaasSession session)
    {
        Design = design;
        Simulator = simulator;
        Session = session;
    }

    public SiteDesign Design { get; }

    public MaasSimulator Simulator { get; }

    public MaasSession Session { get; }

    public QuietHost Host { get; } = new();

    public static async Task<SimulatedSite> StartAsync(string designFile)
    {
        var token = TestContext.Current.CancellationToken;
        var design = DesignReader.Read([DesignSource.FromFile(designFile)], null, token);
        var simulator = MaasSimulator.Start(new SimulatorOptions { Design = design, Speed = 3000 });
        var session = await MaasConnector.ConnectAsync(new MaasConnectionOptions { Url = simulator.Url.ToString(), ApiKey = simulator.ApiKey }, token);
        return new(design, simulator, session);
    }

    public async Task<IReadOnlyList<DrydockStepResult>> ProvisionAsync()
    {
        var token = TestContext.Current.CancellationToken;
        var options = new StepOptions { PollInterval = TimeSpan.FromMilliseconds(100) };
        var results = new List<DrydockStepResult>(await SiteStepRun.Create(Session, SiteStepKind.Network, options, Host).RunAsync(Design, token));
        var runs = Line.Select(kind => NodeStepRun.Create(Session, kind, options, Host)).ToList();
        var nodes = await Task.WhenAll(Design.Nodes.Select(async node =>
        {
            var steps = new List<DrydockStepResult>();
            foreach (var run in runs)
            {
                steps.Add(await run.RunAsync(new NodeStepInput { Node = node, Machine = steps.LastOrDefault()?.Machine }, token));
                if (steps[^1].Status == StepStatus.Failed)
                    break;
            }

            return steps;
        }));
        results.AddRange(nodes.SelectMany(s => s));
        return results;
    }

    /// <summary>Requests since the last reset that change something.</summary>
    public int Writes => Simulator.CountRequests().Where(c => c.Key != "GET").Sum(c => c.Value);

    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        await Simulator.DisposeAsync();
    }
}
