namespace Drydock.Maas.Commands.Completion;

/// <summary>A list read from a MAAS a moment ago; read again when it is old, if that is quick.</summary>
internal sealed class RecentList<T>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);
    private IReadOnlyList<T> _items = [];
    private long _readAt;

    public IReadOnlyList<T> Read(Func<CancellationToken, Task<IReadOnlyList<T>>> read)
    {
        if (_readAt != 0 && TimeProvider.System.GetElapsedTime(_readAt) < Freshness)
            return _items;
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            _items = Task.Run(() => read(patience.Token), patience.Token)
                .WaitAsync(Patience, TimeProvider.System, patience.Token)
                .GetAwaiter()
                .GetResult();
            _readAt = TimeProvider.System.GetTimestamp();
        }
        catch (Exception e) when (e is MaasException or OperationCanceledException or TimeoutException or ObjectDisposedException)
        {
            // The prompt is no place for errors.
        }

        return _items;
    }
}
