using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>account/prefs/sshkeys/.</summary>
internal sealed class SshKeyClient(ApiConnection api) : ISshKeyClient
{
    public async Task<IReadOnlyList<SshKey>> ListAsync(CancellationToken token) =>
        await api.SendAsync<List<SshKey>>(MaasRequest.Get("account/prefs/sshkeys/"), token).ConfigureAwait(false);

    public Task<SshKey> CreateAsync(string key, CancellationToken token) =>
        api.SendAsync<SshKey>(MaasRequest.Post("account/prefs/sshkeys/", null, new RequestParameters().Add("key", key)), token);
}
