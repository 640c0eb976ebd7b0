using Drydock.Maas.Client;

namespace Drydock.Maas.Commands.Input;

/// <summary>
/// Chooses the connection to act over on an input: the one it came over, unless another was given that ends at the same MAAS. Equal ids
/// mean nothing between two MAASs: one may be a restored copy of the other.
/// </summary>
internal sealed class SessionChooser
{
    private readonly Dictionary<(MaasSession?, Uri?, MaasSession), bool> _known = [];

    /// <summary>A connection, if an input may be acted on over it.</summary>
    /// <param name="origin">Where the input came from.</param>
    /// <param name="chosen">The connection.</param>
    /// <param name="token">Ends it.</param>
    /// <exception cref="MaasException">OtherServer.</exception>
    public async Task<MaasSession> ChooseAsync(InputOrigin origin, MaasSession chosen, CancellationToken token)
    {
        if (!origin.IsKnown)
            return chosen;
        var key = (origin.Session, origin.Url, chosen);
        if (!_known.TryGetValue(key, out var same))
            _known[key] = same = await IsSameAsync(origin, chosen, token).ConfigureAwait(false);
        return same ? chosen : throw OtherServer(origin, chosen.Url);
    }

    /// <summary>Whether a connection ends at the MAAS of that address; other open connections may know it by another name.</summary>
    public static async Task<bool> IsSameAsync(Uri address, MaasSession session, CancellationToken token)
    {
        if (ServerIdentity.IsSameAddress(address, session.Url))
            return true;
        foreach (var other in SessionStore.Open.Where(s => ServerIdentity.IsSameAddress(address, s.Url)))
        {
            if (await ServerIdentity.IsSameAsync(other, session, token).ConfigureAwait(false))
                return true;
        }

        return false;
    }

    public static MaasException OtherServer(InputOrigin origin, Uri connection)
    {
        var url = GetAddress(origin);
        return new(
            ErrorIds.OtherServer,
            $"{origin.Name} is of the MAAS at {url}, the connection is to {connection}. Connect-Maas {url} first, or give its connection with "
                + $"-Session; to act on {connection}, get it from there.");
    }

    private static Uri GetAddress(InputOrigin origin) => origin.Session?.Url ?? origin.Url!;

    private static Task<bool> IsSameAsync(InputOrigin origin, MaasSession session, CancellationToken token) =>
        origin.Session is { IsDisposed: false } own
            ? ServerIdentity.IsSameAsync(own, session, token)
            : IsSameAsync(GetAddress(origin), session, token);
}
