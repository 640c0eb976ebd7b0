using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>SSH keys of the connected user (account/prefs/sshkeys/).</summary>
public interface ISshKeyClient
{
    /// <summary>GET account/prefs/sshkeys/.</summary>
    Task<IReadOnlyList<SshKey>> ListAsync(CancellationToken token);

    /// <summary>POST account/prefs/sshkeys/.</summary>
    Task<SshKey> CreateAsync(string key, CancellationToken token);

    /// <summary>POST account/prefs/sshkeys/?op=import keysource=, for example lp:name or gh:name.</summary>
    Task<IReadOnlyList<SshKey>> ImportAsync(string source, CancellationToken token);

    /// <summary>DELETE account/prefs/sshkeys/{id}/.</summary>
    Task DeleteAsync(int id, CancellationToken token);
}
