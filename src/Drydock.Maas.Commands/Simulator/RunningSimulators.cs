using System.Collections.Concurrent;
using System.Management.Automation.Runspaces;

namespace Drydock.Maas.Commands.Simulator;

/// <summary>The simulators of this process.</summary>
internal static class RunningSimulators
{
    private static readonly ConcurrentDictionary<string, (SimulatedMaas Simulator, Guid? Runspace)> Running = new(StringComparer.Ordinal);

    /// <summary>
    /// Those this runspace started, which still answer: a job's rehearsal is not disturbed by what another one does to its own. Used on the
    /// pipeline thread only: Runspace.DefaultRunspace is the thread's.
    /// </summary>
    public static IReadOnlyList<SimulatedMaas> OfThisRunspace =>
        [.. Running.Values.Where(entry => entry.Runspace == ThisRunspace).Select(entry => entry.Simulator)];

    private static Guid? ThisRunspace => Runspace.DefaultRunspace?.InstanceId;

    /// <summary>The simulator at that address, whoever started it; null when none answers there.</summary>
    public static SimulatedMaas? Find(Uri? url) => url is not null && Running.TryGetValue(url.Authority, out var entry) ? entry.Simulator : null;

    public static void Add(SimulatedMaas simulator) => Running[simulator.Url.Authority] = (simulator, ThisRunspace);

    public static void Stop(SimulatedMaas simulator)
    {
        if (Find(simulator.Url) == simulator)
            Running.TryRemove(simulator.Url.Authority, out _);
        simulator.Stop();
    }
}
