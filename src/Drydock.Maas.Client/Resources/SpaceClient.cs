using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>spaces/.</summary>
internal sealed class SpaceClient(ApiConnection api) : ISpaceClient
{
    public Task<IReadOnlyList<Space>> ListAsync(CancellationToken token) => api.ListAsync<Space>(MaasRequest.Get("spaces/"), token);

    public Task<Space> GetAsync(string nameOrId, CancellationToken token) =>
        api.SendAsync<Space>(MaasRequest.Get($"spaces/{Uri.EscapeDataString(nameOrId)}/"), token);

    public Task<Space> CreateAsync(string? name, string? description, CancellationToken token) =>
        api.SendAsync<Space>(MaasRequest.Post("spaces/", null, Form(name, description)), token);

    public Task<Space> UpdateAsync(int id, string? name, string? description, CancellationToken token) =>
        api.SendAsync<Space>(MaasRequest.Put(One(id), Form(name, description)), token);

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(MaasRequest.Delete(One(id)), token);

    private static RequestParameters Form(string? name, string? description) =>
        new RequestParameters().Add("name", name).Add("description", description);

    private static string One(int id) => FormattableString.Invariant($"spaces/{id}/");
}
