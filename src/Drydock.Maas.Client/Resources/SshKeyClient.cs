using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>account/prefs/sshkeys/.</summary>
internal sealed class SshKeyClient(ApiConnection api) : ISshKeyClient
{
    public Task<IReadOnlyList<SshKey>> ListAsync(CancellationToken token) => api.ListAsync<SshKey>(Routes.List.ToRequest(), token);

    public Task<SshKey> CreateAsync(string key, CancellationToken token) =>
        api.SendAsync<SshKey>(Routes.Create.ToRequest() with { Form = new RequestParameters().Add("key", key) }, token);

    public Task<IReadOnlyList<SshKey>> ImportAsync(string source, CancellationToken token) =>
        api.ListAsync<SshKey>(Routes.Import.ToRequest() with { Form = new RequestParameters().Add("keysource", source) }, token);

    public Task DeleteAsync(int id, CancellationToken token) =>
        api.SendAsync(Routes.Delete.ToRequest(id), token);

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("account/prefs/sshkeys/");
        public static readonly ApiRoute Create = ApiRoute.Post("account/prefs/sshkeys/");
        public static readonly ApiRoute Import = ApiRoute.Post("account/prefs/sshkeys/", "import");
        public static readonly ApiRoute Delete = ApiRoute.Delete("account/prefs/sshkeys/{id}/");
    }
}
