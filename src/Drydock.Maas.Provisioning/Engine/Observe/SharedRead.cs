namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>Something read once and shared by all nodes of a command; a failed reading is tried again by the next who asks.</summary>
internal sealed class SharedRead<T>(Func<CancellationToken, Task<T>> read)
{
    private readonly object _lock = new();
    private Task<T>? _reading;

    /// <summary>Forgets what was read: the world has moved, and the next who asks reads anew.</summary>
    public void Forget()
    {
        lock (_lock)
            _reading = null;
    }

    public Task<T> GetAsync(CancellationToken token)
    {
        lock (_lock)
        {
            // Not the asker's token: one node that gives up must not take the others' reading with it.
            if (_reading is null || _reading.IsFaulted || _reading.IsCanceled)
                _reading = read(CancellationToken.None);
            return _reading.WaitAsync(token);
        }
    }
}
