using System.Collections.Concurrent;

namespace Drydock.Maas.Commands.Simulator;

/// <summary>The simulators of this process.</summary>
internal static class RunningSimulators
{
    private static readonly TimeSpan RealInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstRealInterval = TimeSpan.FromSeconds(2);
    private static readonly ConcurrentDictionary<string, SimulatedMaas> Running = new(StringComparer.Ordinal);

    /// <summary>Those that still answer.</summary>
    public static IReadOnlyList<SimulatedMaas> All => [.. Running.Values];

    public static void Add(SimulatedMaas simulator) => Running[simulator.Url.Authority] = simulator;

    public static void Stop(SimulatedMaas simulator)
    {
        Running.TryRemove(new(simulator.Url.Authority, simulator));
        simulator.Stop();
    }

    /// <summary>How long to wait between two looks at machines of the MAAS at that address.</summary>
    public static TimeSpan PollInterval(Uri url) =>
        Running.TryGetValue(url.Authority, out var simulator) ? simulator.PollInterval : RealInterval;

    /// <summary>How long to wait before the first look; null for as long as before the others.</summary>
    public static TimeSpan? FirstPollInterval(Uri url) => Running.ContainsKey(url.Authority) ? null : FirstRealInterval;
}
