namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>The MAAS a task was begun on, and as whom.</summary>
/// <param name="Url">The server's address.</param>
/// <param name="User">The connected user.</param>
public sealed record TaskServer(string Url, string User)
{
    /// <summary>The server and user of a connection.</summary>
    /// <param name="session">The connection.</param>
    public static TaskServer Describe(MaasSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new(session.Url.AbsoluteUri.TrimEnd('/'), session.User.Username);
    }

    /// <summary>User and address.</summary>
    public override string ToString() => $"{User}@{Url}";
}
