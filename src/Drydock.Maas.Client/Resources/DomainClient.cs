using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>domains/.</summary>
internal sealed class DomainClient(ApiConnection api) : IDomainClient
{
    public async Task<IReadOnlyList<Domain>> ListAsync(CancellationToken token) =>
        await api.SendAsync<List<Domain>>(MaasRequest.Get("domains/"), token).ConfigureAwait(false);

    public Task<Domain> CreateAsync(string name, bool authoritative, CancellationToken token) => api.SendAsync<Domain>(
        MaasRequest.Post("domains/", null, new RequestParameters().Add("name", name).Add("authoritative", authoritative)), token);
}
