using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>resourcepools/; a single one is resourcepool/{id}/.</summary>
internal sealed class ResourcePoolClient(ApiConnection api) : IResourcePoolClient
{
    public Task<IReadOnlyList<ResourcePool>> ListAsync(CancellationToken token) =>
        api.ListAsync<ResourcePool>(MaasRequest.Get("resourcepools/"), token);

    public Task<ResourcePool> CreateAsync(string name, string? description, CancellationToken token) =>
        api.SendAsync<ResourcePool>(MaasRequest.Post("resourcepools/", null, Form(name, description)), token);

    public Task<ResourcePool> UpdateAsync(int id, string? name, string? description, CancellationToken token) =>
        api.SendAsync<ResourcePool>(MaasRequest.Put(One(id), Form(name, description)), token);

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(MaasRequest.Delete(One(id)), token);

    private static RequestParameters Form(string? name, string? description) =>
        new RequestParameters().Add("name", name).Add("description", description);

    private static string One(int id) => FormattableString.Invariant($"resourcepool/{id}/");
}
