using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>reservedips/.</summary>
internal sealed class ReservedIPClient(ApiConnection api) : IReservedIPClient
{
    public Task<IReadOnlyList<ReservedIP>> ListAsync(CancellationToken token) => api.ListAsync<ReservedIP>(Routes.List.ToRequest(), token);

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("reservedips/");
    }
}
