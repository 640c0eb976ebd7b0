namespace Drydock.Maas.Commands.Pipeline;

/// <summary>Brings items to the pipeline thread, a few ahead of it at most.</summary>
internal sealed class PipelinePump<T>(PipelineQueue queue, Action<T> write)
{
    private const int Ahead = 32;

    /// <summary>Posts every item and answers how many there were.</summary>
    public async Task<int> RunAsync(IAsyncEnumerable<T> source, CancellationToken token)
    {
        var room = new SemaphoreSlim(Ahead);
        var count = 0;
        await foreach (var item in source.WithCancellation(token).ConfigureAwait(false))
        {
            await room.WaitAsync(token).ConfigureAwait(false);
            queue.Post(new PipelineRecord.Finished(() =>
            {
                room.Release();
                write(item);
            }));
            count++;
        }

        return count;
    }
}
