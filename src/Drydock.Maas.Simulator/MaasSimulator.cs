using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.Saving;
using Drydock.Maas.Simulator.Seeding;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator;

/// <summary>A running MAAS without hardware: the REST API 2.0 with state of its own.</summary>
public sealed class MaasSimulator : IDisposable, IAsyncDisposable
{
    private readonly SimulatorCore _core;
    private readonly SimulatorHost _host;

    private MaasSimulator(SimulatorCore core, SimulatorHost host) => (_core, _host) = (core, host);

    /// <summary>The address to connect to, for instance <c>http://127.0.0.1:5240/MAAS</c>.</summary>
    public Uri Url => new(FormattableString.Invariant($"http://127.0.0.1:{_host.Port}/MAAS"));

    /// <summary>The administrator's API key, <c>consumer:token:secret</c>.</summary>
    public string ApiKey => GetKey(SiteSeeder.AdminName);

    /// <summary>The API key of a user who is not an administrator.</summary>
    public string UserApiKey => GetKey(SiteSeeder.UserName);

    /// <summary>How many times faster than real time its machines change.</summary>
    public double Speed => State.Clock.Speed;

    /// <summary>The versions of MAAS that can be played.</summary>
    public static IReadOnlyList<string> Versions => VersionRules.Names;

    /// <summary>The version it plays, one of <see cref="Versions"/>.</summary>
    public string MaasVersion => State.MaasVersion;

    /// <summary>What has been asked since the start or the last <see cref="ResetRequests"/>, in the order answered.</summary>
    public IReadOnlyList<SimulatedRequest> Requests => _core.Log.Snapshot();

    /// <summary>How many requests there are in <see cref="Requests"/>.</summary>
    public int RequestCount => _core.Log.Count;

    /// <summary>How many of them may have changed something.</summary>
    public int WriteCount => _core.Log.Writes;

    /// <summary>The faults that were set, with what they have done so far.</summary>
    public IReadOnlyList<SimulatorFault> Faults
    {
        get
        {
            lock (State.Gate)
                return State.Faults.All;
        }
    }

    /// <summary>The names machines, racks and fabrics go by, for whoever wants to choose one.</summary>
    public IReadOnlyList<string> Hostnames
    {
        get
        {
            lock (State.Gate)
                return [.. State.Nodes.Select(node => node.Hostname)];
        }
    }

    /// <summary>The paths there are, with their changing parts in braces.</summary>
    public IReadOnlyList<string> Paths => _core.Paths;

    /// <summary>Every <c>op</c> there is.</summary>
    public IReadOnlyList<string> Operations => _core.Operations;

    internal SimulatorState State => _core.State;

    /// <summary>Starts a simulator that listens on 127.0.0.1.</summary>
    /// <exception cref="MaasException">SimulatorStateInvalid: the state to go on from is none.</exception>
    /// <exception cref="ArgumentException">The version is none of <see cref="Versions"/>.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The port is taken.</exception>
    public static MaasSimulator Start(SimulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var core = CreateCore(options);
        return new(core, SimulatorHost.Start(core, options.Port, options.Latency, options.TimeProvider));
    }

    /// <summary>
    /// Writes everything the server knows, and what is under way, into a JSON file; faults and requests are no part of it.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        lock (State.Gate)
        {
            new TransitionRunner(State).RunDue();
            StateFile.Write(State, path);
        }
    }

    /// <summary>How many requests there were, by HTTP method.</summary>
    public IReadOnlyDictionary<string, int> CountRequests() =>
        Requests.GroupBy(request => request.Method).ToDictionary(group => group.Key, group => group.Count());

    /// <summary>From now on something goes wrong.</summary>
    /// <returns>The fault with its number.</returns>
    public SimulatorFault SetFault(SimulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (State.Gate)
            return State.Faults.Add(fault);
    }

    /// <summary>Ends a fault.</summary>
    /// <returns>Whether there was one of that number.</returns>
    public bool ClearFault(int id)
    {
        lock (State.Gate)
            return State.Faults.Remove(id);
    }

    /// <summary>Ends all faults.</summary>
    public void ClearFaults()
    {
        lock (State.Gate)
            State.Faults.Clear();
    }

    /// <summary>Forgets the requests so far.</summary>
    public void ResetRequests() => _core.Log.Clear();

    /// <summary>Stops answering; the state is gone with it.</summary>
    public void Stop() => Dispose();

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync().ConfigureAwait(false);
        _host.Dispose();
    }

    /// <summary>A simulator without a network, for requests in process.</summary>
    internal static SimulatorCore CreateCore(SimulatorOptions options) => new(StartState.Create(options));

    private string GetKey(string username)
    {
        var token = State.Users.First(user => user.Username == username).Tokens[0];
        return $"{token.Consumer}:{token.Key}:{token.Secret}";
    }
}
