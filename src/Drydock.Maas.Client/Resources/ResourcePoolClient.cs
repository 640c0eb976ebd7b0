using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>resourcepools/; a single one is resourcepool/{id}/.</summary>
internal sealed class ResourcePoolClient(ApiConnection api) : IResourcePoolClient
{
    public Task<IReadOnlyList<ResourcePool>> ListAsync(CancellationToken token) =>
        api.ListAsync<ResourcePool>(Routes.List.ToRequest(), token);

    public Task<ResourcePool> CreateAsync(string name, string? description, CancellationToken token) =>
        api.SendAsync<ResourcePool>(Routes.Create.ToRequest() with { Form = Form(name, description) }, token);

    public Task<ResourcePool> UpdateAsync(int id, string? name, string? description, CancellationToken token) =>
        api.SendAsync<ResourcePool>(Routes.Update.ToRequest(id) with { Form = Form(name, description) }, token);

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(Routes.Delete.ToRequest(id), token);

    private static RequestParameters Form(string? name, string? description) =>
        new RequestParameters().Add("name", name).Add("description", description);

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("resourcepools/");
        public static readonly ApiRoute Create = ApiRoute.Post("resourcepools/");
        public static readonly ApiRoute Update = ApiRoute.Put("resourcepool/{id}/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("resourcepool/{id}/");
    }
}
