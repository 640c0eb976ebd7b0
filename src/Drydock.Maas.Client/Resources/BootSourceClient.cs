using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>boot-sources/.</summary>
internal sealed class BootSourceClient(ApiConnection api) : IBootSourceClient
{
    public Task<IReadOnlyList<BootSource>> ListAsync(CancellationToken token) =>
        api.ListAsync<BootSource>(MaasRequest.Get("boot-sources/"), token);

    public Task<BootSource> GetAsync(int id, CancellationToken token) => api.SendAsync<BootSource>(MaasRequest.Get(One(id)), token);

    public Task<BootSource> CreateAsync(BootSourceRequest source, CancellationToken token) =>
        api.SendAsync<BootSource>(MaasRequest.Post("boot-sources/", null, Form(source)) with { File = Keyring(source) }, token);

    public Task<BootSource> UpdateAsync(int id, BootSourceRequest update, CancellationToken token) =>
        api.SendAsync<BootSource>(MaasRequest.Put(One(id), Form(update)) with { File = Keyring(update) }, token);

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(MaasRequest.Delete(One(id)), token);

    private static RequestParameters Form(BootSourceRequest source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new RequestParameters().Add("url", source.Url).Add("keyring_filename", source.KeyringFilename);
    }

    private static MaasFile? Keyring(BootSourceRequest source) =>
        source.KeyringData is null ? null : new("keyring_data", source.KeyringData);

    private static string One(int id) => FormattableString.Invariant($"boot-sources/{id}/");
}
