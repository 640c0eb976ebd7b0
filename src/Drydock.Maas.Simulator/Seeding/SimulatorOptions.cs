using Drydock.Maas.Design;
using Drydock.Maas.Simulation;

namespace Drydock.Maas.Simulator.Seeding;

/// <summary>The set-up of a simulator.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The TCP port on 127.0.0.1; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// The MAAS to play, one of <see cref="MaasSimulator.Versions"/>; null is that of the saved state, or 3.4.
    /// </summary>
    public string? MaasVersion { get; init; }

    /// <summary>Time added to every answer.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>
    /// How many times faster than real time machines commission, deploy and release; 1 is real time.
    /// Null is the speed of the saved state, or 60.
    /// </summary>
    public double? Speed { get; init; }

    /// <summary>How many generic machines to enlist beside those of the design.</summary>
    public int MachineCount { get; init; }

    /// <summary>The site whose nodes, racks and boot images to enlist; null for an empty server.</summary>
    public SiteDesign? Design { get; init; }

    /// <summary>A file <see cref="MaasSimulator.Save"/> wrote, to go on from; design, machines and racks come from it alone.</summary>
    public string? StatePath { get; init; }

    /// <summary>Where the standalone program saves the state at its end; null for nowhere.</summary>
    public string? SavePath { get; init; }

    /// <summary>What goes wrong from the first request on.</summary>
    public IReadOnlyList<SimulatorFault> Faults { get; init; } = [];

    /// <summary>Addresses of rack controllers, which make their networks known; empty for one at 172.30.0.2.</summary>
    public IReadOnlyList<string> RackAddresses { get; init; } = [];

    /// <summary>Where the simulator takes its time from.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
