using System.Collections.Concurrent;

namespace Drydock.Maas.Commands.Pipeline;

/// <summary>
/// Requests to the pipeline thread of one command. Unbounded: a bounded
/// queue would block a worker for ever once its reader is gone.
/// </summary>
internal sealed class PipelineQueue
{
    private readonly BlockingCollection<PipelineRecord> _records = [];
    private int _pulsed;

    /// <summary>Called, at most once until the next look, when something arrives that nobody waits for.</summary>
    public Action? Unattended { get; set; }

    /// <summary>Whether the pipeline thread waits at this queue.</summary>
    public bool IsAttended { get; set; }

    /// <summary>Adds a record; after the end it is dropped.</summary>
    public void Post(PipelineRecord record)
    {
        try
        {
            _records.Add(record);
        }
        catch (InvalidOperationException)
        {
            (record as PipelineRecord.Question)?.Reply.TrySetResult(false);
            return;
        }

        if (!IsAttended && Interlocked.Exchange(ref _pulsed, 1) == 0)
            Unattended?.Invoke();
    }

    /// <summary>Waits for a record.</summary>
    public PipelineRecord Take(CancellationToken token) => _records.Take(token);

    /// <summary>A record that is there already, or null.</summary>
    public PipelineRecord? TryTake()
    {
        // Before looking: what arrives after the look has to pulse again.
        Interlocked.Exchange(ref _pulsed, 0);
        return _records.TryTake(out var record) ? record : null;
    }

    /// <summary>Takes nothing more; questions still open are answered no.</summary>
    public void Complete()
    {
        _records.CompleteAdding();
        while (_records.TryTake(out var record))
            (record as PipelineRecord.Question)?.Reply.TrySetResult(false);
    }
}
