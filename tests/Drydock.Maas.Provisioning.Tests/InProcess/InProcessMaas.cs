using System.Globalization;
using System.Text;
using Drydock.Maas.Client;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Tests.EndToEnd;
using Drydock.Maas.Simulator;
using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.State;
using Microsoft.Extensions.Time.Testing;

namespace Drydock.Maas.Provisioning.Tests.InProcess;

/// <summary>
/// A simulated MAAS in this process, on a clock the test moves: our own
/// client on one side, raw requests of other people on the other.
/// </summary>
internal sealed class InProcessMaas : IDisposable
{
    private readonly FakeTimeProvider _time;

    private InProcessMaas(SiteDesign design, SimulatorCore core, FakeTimeProvider time, MaasSession session) =>
        (Design, Core, _time, Session) = (design, core, time, session);

    public SiteDesign Design { get; set; }

    public SimulatorCore Core { get; }

    public MaasSession Session { get; }

    public SimulatorState State => Core.State;

    public int Writes => Core.Log.Snapshot().Count(r => r.IsWrite);

    public static async Task<InProcessMaas> StartAsync(SiteDesign design)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var core = MaasSimulator.CreateCore(new() { Design = design, Speed = 1, TimeProvider = time });
        var options = new MaasConnectionOptions { Url = "http://127.0.0.1:5240/MAAS", ApiKey = "a:b:c" };
        var session = await MaasConnector.ConnectAsync(options, new CoreHandler(core), TestContext.Current.CancellationToken);
        return new(design, core, time, session);
    }

    /// <summary>The machine of a node, by the BMC that it was enlisted with or the host name it has since.</summary>
    public SimulatedMachine MachineOf(string node) => State.Nodes.OfType<SimulatedMachine>().First(m => m.Hostname == node);

    /// <summary>What somebody else does, in the API's terms; refusals are the test's mistake.</summary>
    public ApiResponse Ask(string method, string path, string? operation = null, params (string Name, string Value)[] form)
    {
        var body = string.Join('&', form.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
        var answer = Core.HandleAs(State.Users.First(u => u.IsSuperuser), new ApiRequest(method, "/MAAS/api/2.0/" + path)
        {
            Query = operation is null ? "" : "op=" + operation,
            ContentType = "application/x-www-form-urlencoded",
            Body = Encoding.UTF8.GetBytes(body),
        });
        return answer.Status < 300
            ? answer
            : throw new InvalidOperationException($"{method} {path} {operation}: {answer.Status} {answer.BodyText}");
    }

    /// <summary>The same as a value, for ids in paths and forms.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public void Pass(TimeSpan time)
    {
        _time.Advance(time);
        new TransitionRunner(State).RunDue();
    }

    /// <summary>Commissions every machine, as its owner would.</summary>
    public void Commission()
    {
        foreach (var machine in State.Nodes.OfType<SimulatedMachine>().ToList())
            Ask("POST", $"machines/{machine.SystemId}/", "commission");
        Pass(TimeSpan.FromHours(1));
    }

    /// <summary>What keeps the site as designed; its results.</summary>
    public async Task<IReadOnlyList<DrydockStepResult>> RunSiteAsync()
    {
        var results = new List<DrydockStepResult>();
        foreach (var step in new SiteStepOptions[] { new SiteNetworkStepOptions(), new SshKeyStepOptions(), new RepositoryStepOptions(), new TagDefinitionStepOptions() })
        {
            var run = SiteStepRun.Create(Session, step, new QuietObserver());
            results.AddRange(await run.RunAsync(Design, TestContext.Current.CancellationToken));
        }

        return results;
    }

    /// <summary>A step of all nodes; its results.</summary>
    public async Task<IReadOnlyList<DrydockStepResult>> RunAsync(NodeStepKind kind)
    {
        var options = kind == NodeStepKind.Identity ? new IdentityStepOptions { UseNodeOobParameters = true } : kind.MakeOptions();
        var run = NodeStepRun.Create(Session, options, new QuietObserver());
        return await Task.WhenAll(
            Design.Nodes.Select(n => run.RunAsync(new NodeStepInput { Node = n }, TestContext.Current.CancellationToken)));
    }

    /// <summary>All that keeps prepared machines as designed; fails where a step does.</summary>
    public async Task PrepareAsync()
    {
        var results = new List<DrydockStepResult>(await RunSiteAsync());
        foreach (var kind in new[] { NodeStepKind.Identity, NodeStepKind.Network, NodeStepKind.Storage, NodeStepKind.Platform })
            results.AddRange(await RunAsync(kind));
        Assert.Empty(results.Where(r => r.Status == StepStatus.Failed).Select(r => $"{r}: {r.Error?.Message}"));
    }

    /// <summary>Deploys every machine and lets the time pass that it takes.</summary>
    public async Task DeployAsync()
    {
        var token = TestContext.Current.CancellationToken;
        INodeStep step = new DeployStep(Session, new DeployStepOptions { AllowUnprepared = true });
        var finder = new NodeFinder(Session.Client, new MachineReader(Session.Client), new PowerRegister(Session.Client, TimeProvider.System), 0);
        foreach (var node in Design.Nodes)
        {
            var machine = await finder.FindAsync(node, token);
            var plan = await step.PlanAsync(new NodeObservation(node, machine, new QuietObserver()), token);
            await PlanExecutor.ApplyAsync(plan, new MachineContext(Session.Client, machine, new QuietObserver(), node.Name), step.Executor, node.Name, new QuietObserver(), [], token);
        }

        Pass(TimeSpan.FromHours(2));
    }

    public void Dispose() => Session.Dispose();
}
