using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>zones/.</summary>
internal sealed class ZoneClient(ApiConnection api) : IZoneClient
{
    public Task<IReadOnlyList<Zone>> ListAsync(CancellationToken token) => api.ListAsync<Zone>(Routes.List.ToRequest(), token);

    public Task<Zone> GetAsync(string name, CancellationToken token) => api.SendAsync<Zone>(Routes.Get.ToRequest(name), token);

    public Task<Zone> CreateAsync(string name, string? description, CancellationToken token) =>
        api.SendAsync<Zone>(Routes.Create.ToRequest() with { Form = Form(name, description) }, token);

    public Task<Zone> UpdateAsync(string name, string? newName, string? description, CancellationToken token) =>
        api.SendAsync<Zone>(Routes.Update.ToRequest(name) with { Form = Form(newName, description) }, token);

    public Task DeleteAsync(string name, CancellationToken token) => api.SendAsync(Routes.Delete.ToRequest(name), token);

    private static RequestParameters Form(string? name, string? description) =>
        new RequestParameters().Add("name", name).Add("description", description);

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("zones/");
        public static readonly ApiRoute Get = ApiRoute.Get("zones/{name}/");
        public static readonly ApiRoute Create = ApiRoute.Post("zones/");
        public static readonly ApiRoute Update = ApiRoute.Put("zones/{name}/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("zones/{name}/");
    }
}
