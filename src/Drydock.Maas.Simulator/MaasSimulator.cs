using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Machines;
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
    public string ApiKey => KeyOf(SiteSeeder.AdminName);

    /// <summary>The API key of a user who is not an administrator.</summary>
    public string UserApiKey => KeyOf(SiteSeeder.UserName);

    /// <summary>What has been asked since the start or the last <see cref="ResetRequests"/>, in the order answered.</summary>
    public IReadOnlyList<SimulatedRequest> Requests => _core.Log.Snapshot();

    internal SimulatorState State => _core.State;

    /// <summary>Starts a simulator that listens on 127.0.0.1.</summary>
    /// <exception cref="System.Net.HttpListenerException">The port is taken.</exception>
    public static MaasSimulator Start(SimulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var core = CreateCore(options);
        return new(core, SimulatorHost.Start(core, options.Port, options.Latency, options.TimeProvider));
    }

    /// <summary>How many requests there were, by HTTP method.</summary>
    public IReadOnlyDictionary<string, int> CountRequests() =>
        Requests.GroupBy(request => request.Method).ToDictionary(group => group.Key, group => group.Count());

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
    internal static SimulatorCore CreateCore(SimulatorOptions options)
    {
        var state = new SimulatorState(new(options.TimeProvider, options.Speed));
        SiteSeeder.Seed(state, options);
        DesignSeeder.Seed(state, options);
        return new(state);
    }

    private string KeyOf(string username)
    {
        var token = State.Users.First(user => user.Username == username).Tokens[0];
        return $"{token.Consumer}:{token.Key}:{token.Secret}";
    }
}
