using System.Diagnostics;
using System.Globalization;
using Drydock.Maas.Client;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Engine.Wait;
using Drydock.Maas.Provisioning.Nodes.Commission;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Nodes.Platform;
using Drydock.Maas.Provisioning.Nodes.Storage;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Simulator;
using Drydock.Maas.Simulator.Seeding;

namespace Drydock.Maas.Benchmarks;

/// <summary>Provisions a generated site on the simulator, twice, and prints requests and time by stage.</summary>
internal sealed class SiteHarness : IStepObserver
{
    private static readonly StepTiming Timing = new() { PollInterval = TimeSpan.FromMilliseconds(200) };

    private static readonly NodeStepOptions[] Steps =
    [
        new IdentityStepOptions(), new CommissionStepOptions(), new NetworkStepOptions(), new StorageStepOptions(), new PlatformStepOptions(),
        new DeployStepOptions { BootActionRenderer = new BootActionRenderer() },
    ];

    private readonly List<string> _failures = [];

    public bool PlanOnly => false;

    public static async Task<int> RunAsync(HarnessOptions options)
    {
        var site = DesignReader.Read(
            [DesignSource.FromText("bench.yaml", SiteGenerator.Generate(options.Nodes))], null, CancellationToken.None);
        await using var simulator = MaasSimulator.Start(
            new SimulatorOptions { Design = site, Speed = options.Speed, Latency = options.Latency });
        using var session = await MaasConnector.ConnectAsync(
            new MaasConnectionOptions { Url = simulator.Url.ToString(), ApiKey = simulator.ApiKey }, CancellationToken.None);
        Console.WriteLine($"{options.Nodes} nodes, {options.Latency.TotalMilliseconds:0} ms latency, clock x{options.Speed:0}");
        var harness = new SiteHarness();
        await harness.PassAsync("first run", simulator, session, site);
        await harness.PassAsync("second run", simulator, session, site);
        harness._failures.ForEach(Console.WriteLine);
        return harness._failures.Count == 0 ? 0 : 1;
    }

    public Task<bool> ApproveAsync(string step, string target, IReadOnlyList<PlannedChange> plan, CancellationToken token) =>
        Task.FromResult(true);

    public void Report(StepProgress progress)
    {
    }

    public void ReportDetail(string text)
    {
    }

    public void Warn(string text) => Console.WriteLine($"warning: {text}");

    private async Task PassAsync(string name, MaasSimulator simulator, MaasSession session, SiteDesign site)
    {
        simulator.ResetRequests();
        var clock = Stopwatch.StartNew();
        foreach (var result in await SiteStepRun.Create(session, new SiteNetworkStepOptions { Timing = Timing }, this)
            .RunAsync(site, CancellationToken.None))
            Note(result);
        Print("SiteNetwork", simulator, clock.Elapsed);

        var runs = Steps.Select(step => NodeStepRun.Create(session, step with { Timing = Timing }, this)).ToList();
        await Parallel.ForEachAsync(site.Nodes, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (node, token) =>
        {
            var input = new NodeStepInput { Node = node };
            foreach (var run in runs)
            {
                var result = await run.RunAsync(input, token);
                Note(result);
                if (result.Status == StepStatus.Failed)
                    return;
                input = input with { Machine = result.Machine };
            }
        });
        Print(name, simulator, clock.Elapsed);
    }

    private void Note(DrydockStepResult result)
    {
        if (result.Status != StepStatus.Failed)
            return;
        lock (_failures)
            _failures.Add($"{result}: {result.Error?.Message}");
    }

    private static void Print(string name, MaasSimulator simulator, TimeSpan elapsed)
    {
        var counts = simulator.CountRequests();
        var reads = counts.GetValueOrDefault("GET");
        var all = counts.Values.Sum();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-12} {all,7} requests ({reads} reads, "
                + $"{all - reads} writes) {elapsed.TotalSeconds,8:0.00} s"));
    }
}
