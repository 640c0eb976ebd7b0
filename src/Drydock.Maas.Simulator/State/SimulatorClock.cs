namespace Drydock.Maas.Simulator.State;

/// <summary>Simulated time: real time, sped up by a factor.</summary>
internal sealed class SimulatorClock(TimeProvider time, double speed, DateTimeOffset? start = null)
{
    private readonly DateTimeOffset _start = start ?? time.GetUtcNow();
    private readonly long _startTimestamp = time.GetTimestamp();

    public TimeProvider Time { get; } = time;

    /// <summary>How many times faster than real time it goes.</summary>
    public double Speed { get; } = speed;

    /// <summary>The time of the simulated world.</summary>
    public DateTimeOffset Now => _start + (Time.GetElapsedTime(_startTimestamp) * Speed);
}
