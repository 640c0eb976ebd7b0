using System.Net;
using System.Net.Sockets;
using Drydock.Maas.Client;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Engine.Wait;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Simulator;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.Seeding;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>A site on a simulator of its own, and the whole line run over it.</summary>
internal sealed class SimulatedSite : IAsyncDisposable
{
    private static readonly NodeStepKind[] Line =
    [
        NodeStepKind.Commission, NodeStepKind.Network, NodeStepKind.Storage, NodeStepKind.Platform, NodeStepKind.Deploy,
    ];

    /// <summary>The simulated world's clock.</summary>
    public PausableTime Time { get; private init; } = new();

    /// <summary>What stands between client and MAAS.</summary>
    public Gateway Gateway { get; private init; } = null!;

    private SimulatedSite(SiteDesign design, MaasSimulator simulator, MaasSession session)
    {
        Design = design;
        Simulator = simulator;
        Session = session;
    }

    private StepTiming _timing = Timing;
    private Socket? _port;

    public SiteDesign Design { get; }

    public MaasSimulator Simulator { get; private set; }

    public MaasSession Session { get; }

    public QuietObserver Observer { get; } = new();

    public static Task<SimulatedSite> StartAsync(string designFile, string? version = null) =>
        StartAsync(DesignReader.Read([DesignSource.FromFile(designFile)], null, TestContext.Current.CancellationToken), version: version);

    /// <summary>The example site, with all its machines enlisted.</summary>
    public static Task<SimulatedSite> ExampleAsync(NapTime? clock = null, string? version = null)
    {
        var folder = Path.Combine(TestFolders.Root, "examples", "site");
        var sources = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(DesignSource.FromFile);
        return StartAsync(DesignReader.Read([.. sources], null, TestContext.Current.CancellationToken), clock, version);
    }

    /// <summary>
    /// A site on a simulator 3000 times faster than real time, or, given a clock, one that goes by that clock as the steps do; of the
    /// version of MAAS that is asked for.
    /// </summary>
    public static async Task<SimulatedSite> StartAsync(SiteDesign design, NapTime? clock = null, string? version = null)
    {
        var token = TestContext.Current.CancellationToken;
        var time = new PausableTime(clock);
        var simulator = MaasSimulator.Start(
            new SimulatorOptions { Design = design, MaasVersion = version, Speed = clock is null ? 3000 : 1, TimeProvider = time });
        var gateway = new Gateway();
        var connection = new MaasConnectionOptions { Url = simulator.Url.ToString(), ApiKey = simulator.ApiKey };
        var session = await MaasConnector.ConnectAsync(connection, gateway, token);
        var timing = clock is null ? Timing : new() { PollInterval = TimeSpan.FromSeconds(10), TimeProvider = clock };
        return new(design, simulator, session) { Time = time, Gateway = gateway, _timing = timing };
    }

    /// <summary>Steps take no long naps here.</summary>
    public static StepTiming Timing { get; } = new() { PollInterval = TimeSpan.FromMilliseconds(100) };

    public DrydockNode Node(string name) => Design.Nodes.First(n => n.Name == name);

    /// <summary>Takes one step with one node.</summary>
    public Task<DrydockStepResult> StepAsync(NodeStepKind kind, string node, IStepObserver? observer = null) => StepAsync(kind.MakeOptions(), node, observer);

    /// <summary>Takes one step with one node; in the site's own time unless another is given.</summary>
    public Task<DrydockStepResult> StepAsync(NodeStepOptions options, string node, IStepObserver? observer = null, StepTiming? timing = null) =>
        NodeStepRun.Create(Session, WithRenderer(options) with { Timing = timing ?? _timing }, observer ?? Observer)
            .RunAsync(new NodeStepInput { Node = Node(node) }, TestContext.Current.CancellationToken);

    private static NodeStepOptions WithRenderer(NodeStepOptions options) =>
        options is DeployStepOptions deploy ? deploy with { BootActionRenderer = new BootActionRenderer() } : options;

    /// <summary>Sets up the site's networks and takes nodes through the line up to a step.</summary>
    public async Task PrepareAsync(NodeStepKind last, params string[] nodes)
    {
        await PrepareSiteAsync();
        var results = await Task.WhenAll(nodes.Select(n => LineAsync(Node(n), [.. Line.TakeWhile(k => k <= last).Select(Run)])));
        Assert.Empty(results.SelectMany(r => r).Where(r => r.Error is not null).Select(r => $"{r}: {r.Error!.Message}"));
    }

    /// <summary>MAAS stops, refuses connections until a request has met that, and comes back as it was.</summary>
    public async Task RestartAsync()
    {
        var path = Path.GetTempFileName();
        var port = Simulator.Url.Port;
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Tell(object? sender, Drydock.Maas.Api.RetryEventArgs e) => refused.TrySetResult();
        Session.Client.Retrying += Tell;
        await StopAsync();
        Simulator.Save(path);
        _ = Task.Run(async () =>
        {
            await refused.Task;
            Session.Client.Retrying -= Tell;
            try
            {
                _port!.Dispose();
                Simulator = MaasSimulator.Start(new() { StatePath = path, Port = port, Speed = 3000, TimeProvider = Time });
                Restarted.TrySetResult();
            }
            catch (Exception e)
            {
                Restarted.TrySetException(e);
            }
            finally
            {
                File.Delete(path);
            }
        });
    }

    /// <summary>MAAS stops and refuses connections from now on; its port is given to nobody else, who would answer in its place.</summary>
    public async Task StopAsync()
    {
        await Simulator.DisposeAsync();
        _port = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _port.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _port.Bind(new IPEndPoint(IPAddress.Loopback, Simulator.Url.Port));
    }

    /// <summary>Ends when MAAS is back after a restart.</summary>
    public TaskCompletionSource Restarted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A step of every node of a list in a session of its own.</summary>
    public async Task<IReadOnlyList<DrydockStepResult>> ProvisionAsync(MaasSession session, params IReadOnlyList<string> nodes)
    {
        var runs = Line.Select(kind => NodeStepRun.Create(session, kind.MakeOptions() with { Timing = _timing }, Observer)).ToList();
        return [.. (await Task.WhenAll(nodes.Select(n => LineAsync(Node(n), runs)))).SelectMany(r => r)];
    }

    /// <summary>Another operator, who is an administrator too.</summary>
    public Task<MaasSession> ConnectAsync(string user)
    {
        lock (Simulator.State.Gate)
        {
            if (Simulator.State.Users.TrueForAll(u => u.Username != user))
            {
                var added = new SimulatedUser { Username = user, IsSuperuser = true };
                added.Tokens.Add(new SimulatedToken { Consumer = "c" + user, Key = "k" + user, Secret = "s" + user });
                Simulator.State.Users.Add(added);
            }

            var token = Simulator.State.Users.First(u => u.Username == user).Tokens[0];
            var key = $"{token.Consumer}:{token.Key}:{token.Secret}";
            return MaasConnector.ConnectAsync(new MaasConnectionOptions { Url = Simulator.Url.ToString(), ApiKey = key }, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Sets up the site's networks.</summary>
    public Task PrepareSiteAsync() =>
        SiteStepRun.Create(Session, new SiteNetworkStepOptions { Timing = _timing }, Observer).RunAsync(Design, TestContext.Current.CancellationToken);

    /// <summary>The simulated machine of a node as it is now.</summary>
    public T Look<T>(string node, Func<SimulatedMachine, T> look)
    {
        var state = Simulator.State;
        lock (state.Gate)
        {
            new TransitionRunner(state).RunDue();
            var bmc = ControllerAddress.Parse(Node(node).Oob.Address)!;
            return look(state.Nodes.OfType<SimulatedMachine>()
                .First(m => ControllerAddress.Parse(m.PowerParameters["power_address"]?.ToString())?.Matches(bmc) == true));
        }
    }

    public Task<IReadOnlyList<DrydockStepResult>> ProvisionAsync() => ProvisionAsync([.. Design.Nodes]);

    public async Task<IReadOnlyList<DrydockStepResult>> ProvisionAsync(IReadOnlyList<DrydockNode> designed)
    {
        var token = TestContext.Current.CancellationToken;
        var results = new List<DrydockStepResult>(await SiteStepRun.Create(Session, new SiteNetworkStepOptions { Timing = _timing }, Observer).RunAsync(Design, token));
        var runs = Line.Select(Run).ToList();
        results.AddRange((await Task.WhenAll(designed.Select(node => LineAsync(node, runs)))).SelectMany(s => s));
        return results;
    }

    private NodeStepRun Run(NodeStepKind kind) => NodeStepRun.Create(Session, kind.MakeOptions() with { Timing = _timing }, Observer);

    private static async Task<IReadOnlyList<DrydockStepResult>> LineAsync(DrydockNode node, IReadOnlyList<NodeStepRun> runs)
    {
        var steps = new List<DrydockStepResult>();
        foreach (var run in runs)
        {
            var input = steps.Count == 0 ? new NodeStepInput { Node = node } : NodeStepInput.After(steps[^1]);
            steps.Add(await run.RunAsync(input, TestContext.Current.CancellationToken));
            if (steps[^1].Status == StepStatus.Failed)
                break;
        }

        return steps;
    }

    /// <summary>Requests since the last reset that change something.</summary>
    public int Writes => Simulator.CountRequests().Where(c => c.Key != "GET").Sum(c => c.Value);

    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        _port?.Dispose();
        await Simulator.DisposeAsync();
    }
}
