using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>reservedips/.</summary>
internal sealed class ReservedIPClient(ApiConnection api) : IReservedIPClient
{
    public Task<IReadOnlyList<ReservedIP>> ListAsync(CancellationToken token) => api.ListAsync<ReservedIP>(MaasRequest.Get("reservedips/"), token);
}
