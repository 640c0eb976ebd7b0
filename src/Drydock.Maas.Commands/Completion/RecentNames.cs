namespace Drydock.Maas.Commands.Completion;

/// <summary>Names read a moment ago; read again when they are old, if that is quick.</summary>
internal sealed class RecentNames
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);
    private IReadOnlyList<string> _names = [];
    private long _readAt;

    public IReadOnlyList<string> Read(Func<CancellationToken, Task<IEnumerable<string>>> read)
    {
        if (_readAt != 0 && TimeProvider.System.GetElapsedTime(_readAt) < Freshness)
            return _names;
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            _names = [.. Task.Run(() => read(patience.Token), patience.Token).WaitAsync(Patience, TimeProvider.System, patience.Token).GetAwaiter().GetResult()];
            _readAt = TimeProvider.System.GetTimestamp();
        }
        catch (Exception e) when (e is MaasException or OperationCanceledException or TimeoutException or ObjectDisposedException)
        {
            // The prompt is no place for errors.
        }

        return _names;
    }
}
