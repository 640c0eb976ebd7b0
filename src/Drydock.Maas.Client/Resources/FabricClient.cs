using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>fabrics/.</summary>
internal sealed class FabricClient(ApiConnection api) : IFabricClient
{
    public Task<IReadOnlyList<Fabric>> ListAsync(CancellationToken token) =>
        api.ListAsync<Fabric>(Routes.List.ToRequest(), token);

    public Task<Fabric> CreateAsync(string name, CancellationToken token) =>
        api.SendAsync<Fabric>(Routes.Create.ToRequest() with { Form = new RequestParameters().Add("name", name) }, token);

    public Task<Fabric> UpdateAsync(int id, string name, CancellationToken token) =>
        api.SendAsync<Fabric>(
            Routes.Update.ToRequest(id) with { Form = new RequestParameters().Add("name", name) }, token);

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("fabrics/");
        public static readonly ApiRoute Create = ApiRoute.Post("fabrics/");
        public static readonly ApiRoute Update = ApiRoute.Put("fabrics/{id}/");
    }
}
