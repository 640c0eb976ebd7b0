using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Pipeline;

/// <summary>The nodes a command is working on, so many at once. Used on the pipeline thread only, except for the work itself.</summary>
internal sealed class NodeWorkers : IDisposable
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(10);
    private readonly List<Task> _tasks = [];
    private readonly PipelineQueue _queue;
    private readonly SemaphoreSlim _gate;
    private readonly CancellationToken _stop;
    private readonly CancellationTokenSource _admission;
    private readonly CancellationTokenSource _work;

    public NodeWorkers(int limit, PipelineQueue queue, CancellationToken stop)
    {
        _queue = queue;
        _stop = stop;
        _gate = new SemaphoreSlim(limit);
        _work = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _admission = CancellationTokenSource.CreateLinkedTokenSource(stop);
    }

    /// <summary>How many have begun, or wait to, and have not been finished with.</summary>
    public int Count { get; private set; }

    /// <summary>Whether nothing more begins.</summary>
    public bool IsClosed => _admission.IsCancellationRequested;

    /// <summary>Works on a node as soon as there is room; its result is given to the pipeline thread.</summary>
    public void Start(Func<CancellationToken, Task<DrydockStepResult>> work, Action<DrydockStepResult> finish)
    {
        Count++;
        _tasks.Add(Task.Run(() => RunAsync(work, finish)));
    }

    /// <summary>Lets nothing more begin.</summary>
    public void Close() => _admission.Cancel();

    /// <summary>Lets nothing more begin and gives what runs a moment to end its writes; after Ctrl+C there is no moment.</summary>
    public void Dispose()
    {
        Close();
        try
        {
            Task.WaitAll([.. _tasks], (int)TimeToEnd.TotalMilliseconds, _stop);
        }
        catch (OperationCanceledException)
        {
            // Stopped: nobody waits.
        }

        _work.Cancel();
        if (_tasks.TrueForAll(t => t.IsCompleted))
        {
            _work.Dispose();
            _admission.Dispose();
            _gate.Dispose();
        }
    }

    private async Task RunAsync(Func<CancellationToken, Task<DrydockStepResult>> work, Action<DrydockStepResult> finish)
    {
        DrydockStepResult? result = null;
        try
        {
            await _gate.WaitAsync(_admission.Token).ConfigureAwait(false);
            try
            {
                result = await work(_work.Token).ConfigureAwait(false);
            }
            finally
            {
                _gate.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped or not begun: there is no result, but it is finished with.
        }
        finally
        {
            _queue.Post(new PipelineRecord.Finished(() => Finish(result, finish)));
        }
    }

    private void Finish(DrydockStepResult? result, Action<DrydockStepResult> finish)
    {
        Count--;
        if (result is not null)
            finish(result);
    }
}
