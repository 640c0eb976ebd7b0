namespace Drydock.Maas.Simulation;

/// <summary>Distributions of delays.</summary>
public enum LatencyDistribution
{
    /// <summary>Always the same.</summary>
    Fixed,

    /// <summary>Evenly between the delay and its maximum.</summary>
    Uniform,

    /// <summary>Mostly near the delay, now and then up to its maximum (Pareto).</summary>
    LongTail,
}
