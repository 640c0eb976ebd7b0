namespace Drydock.Maas.Simulator.State;

/// <summary>What will happen by itself; run lazily, before each request, so that no timer races with a handler.</summary>
internal sealed class EventQueue(SimulatorClock clock)
{
    private readonly PriorityQueue<Action, (DateTimeOffset Due, long Order)> _events = new();
    private DateTimeOffset? _running;
    private long _order;

    /// <summary>Now; while an event runs, the moment it was due.</summary>
    public DateTimeOffset Now => _running ?? clock.Now;

    public void After(TimeSpan simulatedDelay, Action action) => _events.Enqueue(action, (Now + simulatedDelay, _order++));

    public void RunDue()
    {
        var now = clock.Now;
        try
        {
            while (_events.TryPeek(out var action, out var key) && key.Due <= now)
            {
                _events.Dequeue();
                _running = key.Due;
                action();
            }
        }
        finally
        {
            _running = null;
        }
    }
}
