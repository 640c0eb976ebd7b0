using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator;
using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Values;

namespace Drydock.Maas.Commands.Simulator;

/// <summary>A running MAAS without hardware. Pipe it into Connect-Maas.</summary>
public sealed class SimulatedMaas
{
    private readonly MaasSimulator _simulator;
    private int _stopped;

    internal SimulatedMaas(MaasSimulator simulator, DateTimeOffset startedAt)
    {
        _simulator = simulator;
        Speed = simulator.Speed;
        MaasVersion = simulator.MaasVersion;
        StartedAt = startedAt;
        ApiKey = simulator.ApiKey;
        UserApiKey = simulator.UserApiKey;
        Url = simulator.Url;
    }

    /// <summary>Its URL, for example http://127.0.0.1:41234/MAAS.</summary>
    public Uri Url { get; }

    /// <summary>An administrator's API key; it opens nothing but this simulator.</summary>
    public string ApiKey { get; }

    /// <summary>The API key of a user who is no administrator, to try what such a user may do.</summary>
    public string UserApiKey { get; }

    /// <summary>How many times faster than real time its machines change.</summary>
    public double Speed { get; }

    /// <summary>The version of MAAS it answers as, 3.4 or 3.7.</summary>
    public string MaasVersion { get; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>Whether it still answers.</summary>
    public bool IsRunning => _stopped == 0;

    /// <summary>How many requests it has answered.</summary>
    public int RequestCount => _simulator.RequestCount;

    /// <summary>How many of them were writes (anything but GET and HEAD).</summary>
    public int WriteCount => _simulator.WriteCount;

    /// <summary>The requests it has answered, each as method, path, query and status.</summary>
    public IReadOnlyList<string> Requests => TextList<string>.From(
        [.. _simulator.Requests.Select(r => r.ToString())]);

    /// <summary>The URL.</summary>
    public override string ToString() => Url.ToString();

    /// <summary>How often to look at machines that are this fast.</summary>
    internal PollPace PollPace => PollPace.Every(TimeSpan.FromSeconds(Math.Clamp(10 / Speed, 0.2, 10)));

    internal IReadOnlyList<SimulatedRequest> AllRequests => _simulator.Requests;

    internal IEnumerable<SimulatorFault> Faults => _simulator.Faults.Select(fault => fault with { Simulator = Url });

    internal IReadOnlyList<string> Hostnames => _simulator.Hostnames;

    internal IReadOnlyList<string> Paths => _simulator.Paths;

    internal IReadOnlyList<string> Operations => _simulator.Operations;

    internal SimulatorFault SetFault(SimulatorFault fault) => _simulator.SetFault(fault) with { Simulator = Url };

    internal void ClearFault(int id) => _simulator.ClearFault(id);

    internal void ClearFaults() => _simulator.ClearFaults();

    internal void ClearRequests() => _simulator.ResetRequests();

    internal void Save(string path) => _simulator.Save(path);

    internal void Stop()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 0)
            _simulator.Stop();
    }
}
