using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>SSH keys of the connected user (account/prefs/sshkeys/).</summary>
public interface ISshKeyClient
{
    /// <summary>GET account/prefs/sshkeys/.</summary>
    Task<IReadOnlyList<SshKey>> ListAsync(CancellationToken token);

    /// <summary>POST account/prefs/sshkeys/.</summary>
    Task<SshKey> CreateAsync(string key, CancellationToken token);
}
