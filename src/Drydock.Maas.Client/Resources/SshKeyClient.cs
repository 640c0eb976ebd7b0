using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>account/prefs/sshkeys/.</summary>
internal sealed class SshKeyClient(ApiConnection api) : ISshKeyClient
{
    private const string All = "account/prefs/sshkeys/";

    public Task<IReadOnlyList<SshKey>> ListAsync(CancellationToken token) => api.ListAsync<SshKey>(MaasRequest.Get(All), token);

    public Task<SshKey> CreateAsync(string key, CancellationToken token) =>
        api.SendAsync<SshKey>(MaasRequest.Post(All, null, new RequestParameters().Add("key", key)), token);

    public Task<IReadOnlyList<SshKey>> ImportAsync(string source, CancellationToken token) =>
        api.ListAsync<SshKey>(MaasRequest.Post(All, "import", new RequestParameters().Add("keysource", source)), token);

    public Task DeleteAsync(int id, CancellationToken token) =>
        api.SendAsync(MaasRequest.Delete(FormattableString.Invariant($"{All}{id}/")), token);
}
