using System.Runtime.CompilerServices;
using Drydock.Maas.Client.Http;

namespace Drydock.Maas.Client;

/// <summary>
/// Tells two connections to one MAAS, or a connection and an address of it, from those of different servers. Nothing that MAAS holds can tell: a restored copy holds the same.
/// </summary>
public static class ServerIdentity
{
    private static readonly ConditionalWeakTable<MaasClient, ConditionalWeakTable<MaasClient, StrongBox<bool>>> Known = [];

    /// <summary>Whether both are the same address of a server, however it is written.</summary>
    /// <param name="one">An address up to /MAAS.</param>
    /// <param name="other">Another.</param>
    public static bool IsSameAddress(Uri one, Uri other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Scheme == other.Scheme && one.Port == other.Port
            && (one.IsLoopback ? other.IsLoopback : string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase))
            && one.AbsolutePath.TrimEnd('/') == other.AbsolutePath.TrimEnd('/');
    }

    /// <summary>
    /// Whether both connections end at one MAAS. Where the addresses differ, a nonce tells: MAAS refuses one it has seen, and all regions of
    /// one MAAS know what any of them has seen. That takes one API key for both; connections with different keys count as different.
    /// </summary>
    /// <param name="one">A connection.</param>
    /// <param name="other">Another.</param>
    /// <param name="token">Ends it.</param>
    /// <exception cref="MaasException">One of the two could not be asked.</exception>
    public static async Task<bool> IsSameAsync(MaasSession one, MaasSession other, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(one, other) || IsSameAddress(one.Url, other.Url))
            return true;
        if (one.IsDisposed || other.IsDisposed || one.Client is not MaasClient first || other.Client is not MaasClient second)
            return false;
        var known = Known.GetOrCreateValue(first);
        if (known.TryGetValue(second, out var told))
            return told.Value;
        // Both ways: a request that the network repeated would look like a nonce seen before.
        var same = first.HasSameKey(second)
            && await SharesNonceAsync(first, second, token).ConfigureAwait(false)
            && await SharesNonceAsync(second, first, token).ConfigureAwait(false);
        known.AddOrUpdate(second, new(same));
        return same;
    }

    private static async Task<bool> SharesNonceAsync(MaasClient first, MaasClient second, CancellationToken token)
    {
        var nonce = new OAuthNonce(Guid.NewGuid().ToString("N"), TimeProvider.System.GetUtcNow());
        await first.HasSeenAsync(nonce, token).ConfigureAwait(false);
        return await second.HasSeenAsync(nonce, token).ConfigureAwait(false);
    }
}
