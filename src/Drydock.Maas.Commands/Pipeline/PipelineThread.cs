using System.Management.Automation;

namespace Drydock.Maas.Commands.Pipeline;

/// <summary>
/// The bridge between the pipeline thread of a command and the work it has on other threads: these post to the queue, and the pipeline thread serves
/// it while it waits for them.
/// </summary>
/// <param name="serve">Does on the pipeline thread what a record asks for.</param>
internal sealed class PipelineThread(Action<PipelineRecord> serve) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public PipelineQueue Queue { get; } = new();

    /// <summary>Ctrl+C.</summary>
    public CancellationToken StopToken => _stop.Token;

    // On another thread: cancel only, the pipeline thread does the rest.
    public void Stop() => _stop.Cancel();

    /// <summary>Serves nothing more.</summary>
    public void Dispose() => Queue.Complete();

    /// <summary>Runs work and serves the queue until it ends.</summary>
    public T Await<T>(Func<CancellationToken, Task<T>> work)
    {
        var task = Task.Run(() => work(StopToken), StopToken);
        _ = task.ContinueWith(
            ended => Queue.Post(new PipelineRecord.Finished(() => _ = ended.Exception)),
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
        ServeUntil(() => task.IsCompleted);
        Drain();
        try
        {
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Hands over items on the pipeline thread as they come; a slow pipeline slows their reading down.</summary>
    public void ForEach<T>(Func<CancellationToken, IAsyncEnumerable<T>> source, Action<T> write)
    {
        // The pipeline may end within a write: Select-Object -First.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(StopToken);
        try
        {
            Await(_ => new PipelinePump<T>(Queue, write).RunAsync(source(end.Token), end.Token));
        }
        finally
        {
            end.Cancel();
        }
    }

    /// <summary>Serves the queue, waiting, until the condition holds.</summary>
    public void ServeUntil(Func<bool> isDone)
    {
        Queue.IsAttended = true;
        try
        {
            while (!isDone())
                serve(Queue.Take(StopToken));
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            Queue.IsAttended = false;
        }
    }

    /// <summary>Serves what is in the queue, without waiting.</summary>
    public void Drain()
    {
        while (Queue.TryTake() is { } record)
            serve(record);
    }
}
