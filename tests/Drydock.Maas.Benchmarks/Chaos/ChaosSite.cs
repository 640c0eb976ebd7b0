using Drydock.Maas.Client;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Design;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.Seeding;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Benchmarks.Chaos;

/// <summary>A simulated site that can be restarted; its requests and faults outlive that.</summary>
internal sealed class ChaosSite : IAsyncDisposable
{
    private readonly double _speed;
    private readonly List<SimulatedRequest> _earlier = [];
    private readonly List<SimulatorFault> _faults = [];
    private readonly List<SimulatedBootResource> _withdrawn = [];
    private MaasSimulator _simulator;

    public ChaosSite(SiteDesign design, double speed)
    {
        Design = design;
        _speed = speed;
        _simulator = MaasSimulator.Start(new SimulatorOptions { Design = design, Speed = speed });
    }

    public SiteDesign Design { get; }

    public IReadOnlyList<SimulatedRequest> Requests => [.. _earlier, .. _simulator.Requests];

    public Task<MaasSession> ConnectAsync() => ConnectAsync(_simulator.ApiKey);

    /// <summary>Another administrator.</summary>
    public Task<MaasSession> ConnectAsOtherAsync()
    {
        var user = new SimulatedUser { Username = "other", IsSuperuser = true };
        user.Tokens.Add(new SimulatedToken { Consumer = "c-other", Key = "k-other", Secret = "s-other" });
        Look(state =>
        {
            state.Users.Add(user);
            return user;
        });
        return ConnectAsync("c-other:k-other:s-other");
    }

    public void SetFault(SimulatorFault fault)
    {
        _faults.Add(fault);
        _simulator.SetFault(fault);
    }

    public void ClearFaults()
    {
        _faults.Clear();
        _simulator.ClearFaults();
    }

    /// <summary>MAAS stops and comes back as it was.</summary>
    public async Task RestartAsync()
    {
        var path = Path.GetTempFileName();
        var (port, simulator) = (_simulator.Url.Port, _simulator);
        await simulator.DisposeAsync();
        simulator.Save(path);
        _earlier.AddRange(simulator.Requests);
        _simulator = MaasSimulator.Start(new() { StatePath = path, Port = port, Speed = _speed, Faults = _faults });
        File.Delete(path);
    }

    /// <summary>The machine of a node by its controller's address; null when there is none.</summary>
    public SimulatedMachine? MachineOf(DrydockNode node) => Look(state => state.Nodes.OfType<SimulatedMachine>()
        .FirstOrDefault(m => m.PowerParameters.GetValueOrDefault("power_address")?.ToString() == node.Oob.Address));

    /// <summary>How often MAAS marked a machine as failed.</summary>
    public int CountFailures(string systemId) => Look(state => state.Journal.Count(e => e.Node.SystemId == systemId && e.Level == "ERROR"));

    public void Enlist(DrydockNode node) => Look(state =>
    {
        Enlistment.Enlist(state, node);
        return node;
    });

    public void WithdrawImages() => Look(state =>
    {
        _withdrawn.AddRange(state.BootResources.Where(r => r.Name.EndsWith("jammy", StringComparison.Ordinal)));
        return state.BootResources.RemoveAll(_withdrawn.Contains);
    });

    public void ImportImages() => Look(state =>
    {
        state.BootResources.AddRange(_withdrawn.Where(w => state.BootResources.TrueForAll(r => r.Id != w.Id)));
        return _withdrawn.Count;
    });

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private Task<MaasSession> ConnectAsync(string key) =>
        MaasConnector.ConnectAsync(new MaasConnectionOptions { Url = _simulator.Url.ToString(), ApiKey = key }, CancellationToken.None);

    private T Look<T>(Func<SimulatorState, T> look)
    {
        var state = _simulator.State;
        lock (state.Gate)
        {
            new TransitionRunner(state).RunDue();
            return look(state);
        }
    }
}
