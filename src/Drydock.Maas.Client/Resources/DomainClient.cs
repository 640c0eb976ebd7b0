using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>domains/.</summary>
internal sealed class DomainClient(ApiConnection api) : IDomainClient
{
    public Task<IReadOnlyList<Domain>> ListAsync(CancellationToken token) =>
        api.ListAsync<Domain>(MaasRequest.Get("domains/"), token);

    public Task<Domain> CreateAsync(string name, bool authoritative, CancellationToken token) => api.SendAsync<Domain>(
        MaasRequest.Post("domains/", null, new RequestParameters().Add("name", name).Add("authoritative", authoritative)), token);

    public Task<Domain> GetAsync(int id, CancellationToken token) => api.SendAsync<Domain>(MaasRequest.Get(One(id)), token);

    public Task<Domain> UpdateAsync(int id, string? name, int? ttl, bool? authoritative, CancellationToken token)
    {
        var form = new RequestParameters().Add("name", name).Add("ttl", ttl).Add("authoritative", authoritative);
        return api.SendAsync<Domain>(MaasRequest.Put(One(id), form), token);
    }

    public Task<Domain> SetDefaultAsync(int id, CancellationToken token) =>
        api.SendAsync<Domain>(MaasRequest.Post(One(id), "set_default"), token);

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(MaasRequest.Delete(One(id)), token);

    private static string One(int id) => FormattableString.Invariant($"domains/{id}/");
}
