using System.Collections.Concurrent;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>One at a time per key.</summary>
internal sealed class KeyedLock
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new(StringComparer.Ordinal);

    /// <summary>Waits for the key's turn; disposing the answer ends it.</summary>
    public async Task<IDisposable> EnterAsync(string key, CancellationToken token)
    {
        var semaphore = _locks.GetOrAdd(key, _ => new SemaphoreSlim(1, 1));
        await semaphore.WaitAsync(token).ConfigureAwait(false);
        return new Turn(semaphore);
    }

    private sealed class Turn(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
