using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>boot-sources/.</summary>
internal sealed class BootSourceClient(ApiConnection api) : IBootSourceClient
{
    public Task<IReadOnlyList<BootSource>> ListAsync(CancellationToken token) =>
        api.ListAsync<BootSource>(Routes.List.ToRequest(), token);

    public Task<BootSource> GetAsync(int id, CancellationToken token) => api.SendAsync<BootSource>(Routes.Get.ToRequest(id), token);

    public Task<BootSource> CreateAsync(BootSourceRequest source, CancellationToken token) =>
        api.SendAsync<BootSource>(Routes.Create.ToRequest() with { Form = Form(source), File = Keyring(source) }, token);

    public Task<BootSource> UpdateAsync(int id, BootSourceRequest update, CancellationToken token) =>
        api.SendAsync<BootSource>(Routes.Update.ToRequest(id) with { Form = Form(update), File = Keyring(update) }, token);

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(Routes.Delete.ToRequest(id), token);

    private static RequestParameters Form(BootSourceRequest source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new RequestParameters().Add("url", source.Url).Add("keyring_filename", source.KeyringFilename);
    }

    private static MaasFile? Keyring(BootSourceRequest source) =>
        source.KeyringData is null ? null : new("keyring_data", source.KeyringData);

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("boot-sources/");
        public static readonly ApiRoute Get = ApiRoute.Get("boot-sources/{id}/");
        public static readonly ApiRoute Create = ApiRoute.Post("boot-sources/");
        public static readonly ApiRoute Update = ApiRoute.Put("boot-sources/{id}/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("boot-sources/{id}/");
    }
}
