namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>Looks that all who wait take together: whoever asks before a look is due takes part in it.</summary>
internal sealed class SharedRounds<T>(Func<T> create, TimeSpan interval, TimeProvider time)
{
    private readonly object _lock = new();
    private Task<T>? _next;

    /// <summary>Waits for the next look; all who wait for it get the same.</summary>
    public Task<T> NextAsync(CancellationToken token)
    {
        lock (_lock)
        {
            if (_next is null || _next.IsCompleted)
                _next = LaterAsync();
            return _next.WaitAsync(token);
        }
    }

    private async Task<T> LaterAsync()
    {
        await Task.Delay(interval, time).ConfigureAwait(false);
        return create();
    }
}
