namespace Drydock.Maas.Simulator.State;

/// <summary>
/// Work that MAAS does once the changes of a request are kept and its answer is made, but not yet sent: it may still make an error of the answer.
/// </summary>
internal sealed class PostCommit
{
    private readonly Queue<Action> _work = new();

    public void Add(Action work) => _work.Enqueue(work);

    /// <exception cref="Http.ApiException">What was to be done afterwards failed.</exception>
    public void Run()
    {
        while (_work.TryDequeue(out var work))
            work();
    }

    /// <summary>Forgets the work of a request that failed.</summary>
    public void Clear() => _work.Clear();
}
