namespace Drydock.Maas.Simulator.State;

/// <summary>Simulated time: real time, sped up by a factor.</summary>
internal sealed class SimulatorClock(TimeProvider time, double speed)
{
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly long _startTimestamp = time.GetTimestamp();

    public TimeProvider Time { get; } = time;

    /// <summary>The time of the simulated world.</summary>
    public DateTimeOffset Now => _start + (Time.GetElapsedTime(_startTimestamp) * speed);
}
