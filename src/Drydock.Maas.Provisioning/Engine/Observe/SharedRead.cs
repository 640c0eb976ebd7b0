namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>
/// A reading made once and shared by all nodes of a command, or all commands of a session; a failed reading is tried again by the next who
/// asks.
/// </summary>
internal sealed class SharedRead<T>(Func<CancellationToken, Task<T>> read, TimeProvider? time = null)
{
    private readonly object _lock = new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private Task<T>? _reading;
    private long _begun;

    /// <summary>Forgets what was read: the world has moved, and the next who asks reads anew.</summary>
    public void Forget()
    {
        lock (_lock)
            _reading = null;
    }

    /// <summary>What was read, however long ago.</summary>
    public Task<T> GetAsync(CancellationToken token) => GetAsync(long.MinValue, token);

    /// <summary>What was read, or is read now when that began before a moment.</summary>
    /// <param name="since">The moment, a time stamp of the clock.</param>
    /// <param name="token">Ends the waiting.</param>
    public Task<T> GetAsync(long since, CancellationToken token)
    {
        lock (_lock)
        {
            // Not the asker's token: one node that gives up must not take the others' reading with it.
            if (_reading is null || _reading.IsFaulted || _reading.IsCanceled || _begun < since)
            {
                _begun = _time.GetTimestamp();
                _reading = read(CancellationToken.None);
            }

            return _reading.WaitAsync(token);
        }
    }
}
