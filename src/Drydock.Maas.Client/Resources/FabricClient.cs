using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>fabrics/.</summary>
internal sealed class FabricClient(ApiConnection api) : IFabricClient
{
    public Task<IReadOnlyList<Fabric>> ListAsync(CancellationToken token) =>
        api.ListAsync<Fabric>(MaasRequest.Get("fabrics/"), token);

    public Task<Fabric> CreateAsync(string name, CancellationToken token) =>
        api.SendAsync<Fabric>(MaasRequest.Post("fabrics/", null, new RequestParameters().Add("name", name)), token);

    public Task<Fabric> UpdateAsync(int id, string name, CancellationToken token) =>
        api.SendAsync<Fabric>(
            MaasRequest.Put(FormattableString.Invariant($"fabrics/{id}/"), new RequestParameters().Add("name", name)), token);
}
