namespace Drydock.Maas.Simulator.State;

/// <summary>What will happen by itself; run lazily, before each request, so that no timer races with a handler.</summary>
internal sealed class EventQueue(SimulatorClock clock)
{
    private readonly PriorityQueue<Happening, (DateTimeOffset Due, long Order)> _events = new();
    private DateTimeOffset? _running;
    private long _order;

    /// <summary>Now; while an event runs, the moment it was due.</summary>
    public DateTimeOffset Now => _running ?? clock.Now;

    /// <summary>What is to come, first things first.</summary>
    public IReadOnlyList<PendingEvent> Pending =>
        [.. _events.UnorderedItems.OrderBy(item => item.Priority).Select(item => new PendingEvent(item.Element, item.Priority.Due))];

    public void After(TimeSpan simulatedDelay, Happening happening) => At(Now + simulatedDelay, happening);

    public void At(DateTimeOffset due, Happening happening) => _events.Enqueue(happening, (due, _order++));

    /// <summary>Lets happen what is due by now, first things first.</summary>
    public void RunDue(Action<Happening> run)
    {
        var now = clock.Now;
        try
        {
            while (_events.TryPeek(out var happening, out var key) && key.Due <= now)
            {
                _events.Dequeue();
                _running = key.Due;
                run(happening);
            }
        }
        finally
        {
            _running = null;
        }
    }
}
