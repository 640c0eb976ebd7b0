using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>zones/.</summary>
internal sealed class ZoneClient(ApiConnection api) : IZoneClient
{
    public Task<IReadOnlyList<Zone>> ListAsync(CancellationToken token) => api.ListAsync<Zone>(MaasRequest.Get("zones/"), token);

    public Task<Zone> GetAsync(string name, CancellationToken token) => api.SendAsync<Zone>(MaasRequest.Get(One(name)), token);

    public Task<Zone> CreateAsync(string name, string? description, CancellationToken token) =>
        api.SendAsync<Zone>(MaasRequest.Post("zones/", null, Form(name, description)), token);

    public Task<Zone> UpdateAsync(string name, string? newName, string? description, CancellationToken token) =>
        api.SendAsync<Zone>(MaasRequest.Put(One(name), Form(newName, description)), token);

    public Task DeleteAsync(string name, CancellationToken token) => api.SendAsync(MaasRequest.Delete(One(name)), token);

    private static RequestParameters Form(string? name, string? description) =>
        new RequestParameters().Add("name", name).Add("description", description);

    private static string One(string name) => $"zones/{Uri.EscapeDataString(name)}/";
}
