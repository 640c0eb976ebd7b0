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

}
