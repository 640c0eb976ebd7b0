using Drydock.Maas.Models;

namespace Drydock.Maas.Session;

/// <summary>The connection of a session, known to what was read over it.</summary>
/// <param name="url">The server's address.</param>
internal sealed class SessionOrigin(Uri url) : MaasOrigin(url)
{
    /// <summary>The session of the connection; null until it is verified.</summary>
    public MaasSession? Session { get; set; }

    /// <summary>The session that an object was read in; null for one that no connection read.</summary>
    public static MaasSession? FindSession(MaasObject item) => (item.Origin as SessionOrigin)?.Session;
}
