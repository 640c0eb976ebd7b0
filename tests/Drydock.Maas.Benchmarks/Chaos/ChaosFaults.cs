using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Faults;

namespace Drydock.Maas.Benchmarks.Chaos;

/// <summary>Faults of every kind of the simulator, by chance.</summary>
internal static class ChaosFaults
{
    private static readonly SimulatorFaultKind[] Kinds = Enum.GetValues<SimulatorFaultKind>();

    public static bool IsOfRequests(SimulatorFault fault) => FaultKinds.IsOfRequests(fault.Kind);

    /// <summary>Whether a fault strikes machines one by one, so that the others go on.</summary>
    public static bool IsOfMachines(SimulatorFault fault) =>
        fault.Kind is >= SimulatorFaultKind.CommissioningFailure and <= SimulatorFaultKind.PowerFailure;

    /// <summary>Up to four kinds.</summary>
    public static IReadOnlyList<SimulatorFault> Choose(Random random, IReadOnlyList<string> nodes) =>
        [.. Kinds.OrderBy(_ => random.Next()).Take(random.Next(5)).Select(kind => Make(kind, random, nodes))];

    private static SimulatorFault Make(SimulatorFaultKind kind, Random random, IReadOnlyList<string> nodes)
    {
        var fault = new SimulatorFault { Kind = kind, Seed = random.Next(), Count = random.Next(1, 6) };
        if (IsOfMachines(fault))
            return random.Next(2) == 0 ? fault with { Machine = nodes[random.Next(nodes.Count)] } : fault with { Probability = 0.2 };
        if (!IsOfRequests(fault))
            return fault with { Count = null, Duration = TimeSpan.FromMinutes(random.Next(5, 60)) };
        return fault with
        {
            Probability = 0.01 + (random.NextDouble() * 0.1),
            Count = random.Next(5, 40),
            After = random.Next(100),
            Delay = TimeSpan.FromMilliseconds(random.Next(5, 60)),
            RetryAfter = random.Next(2),
        };
    }
}
