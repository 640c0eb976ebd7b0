namespace Drydock.Maas.Simulator.State;

/// <summary>Transitions to come; run lazily, before each request, so that no timer races with a handler.</summary>
internal sealed class TransitionQueue(SimulatorClock clock)
{
    private readonly PriorityQueue<Transition, (DateTimeOffset Due, long Order)> _transitions = new();
    private DateTimeOffset? _running;
    private long _order;

    /// <summary>Now; while a transition runs, the moment it was due.</summary>
    public DateTimeOffset Now => _running ?? clock.Now;

    /// <summary>What is to come, first things first.</summary>
    public IReadOnlyList<PendingTransition> Pending =>
        [.. _transitions.UnorderedItems.OrderBy(item => item.Priority).Select(item => new PendingTransition(item.Element, item.Priority.Due))];

    public void After(TimeSpan simulatedDelay, Transition transition) => At(Now + simulatedDelay, transition);

    public void At(DateTimeOffset due, Transition transition) => _transitions.Enqueue(transition, (due, _order++));

    /// <summary>Lets happen what is due by now, first things first.</summary>
    public void RunDue(Action<Transition> run)
    {
        var now = clock.Now;
        try
        {
            while (_transitions.TryPeek(out var transition, out var key) && key.Due <= now)
            {
                _transitions.Dequeue();
                _running = key.Due;
                run(transition);
            }
        }
        finally
        {
            _running = null;
        }
    }
}
