using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>static-routes/.</summary>
internal sealed class StaticRouteClient(ApiConnection api) : IStaticRouteClient
{
    public Task<IReadOnlyList<StaticRoute>> ListAsync(CancellationToken token) =>
        api.ListAsync<StaticRoute>(MaasRequest.Get("static-routes/"), token);

    public Task<StaticRoute> CreateAsync(int sourceId, int destinationId, string gateway, int metric, CancellationToken token)
    {
        var form = Form(gateway, metric).Add("source", sourceId).Add("destination", destinationId);
        return api.SendAsync<StaticRoute>(MaasRequest.Post("static-routes/", null, form), token);
    }

    public Task<StaticRoute> UpdateAsync(int id, string gateway, int metric, CancellationToken token) =>
        api.SendAsync<StaticRoute>(MaasRequest.Put(One(id), Form(gateway, metric)), token);

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(MaasRequest.Delete(One(id)), token);

    private static RequestParameters Form(string gateway, int metric) =>
        new RequestParameters().Add("gateway_ip", gateway).Add("metric", metric);

    private static string One(int id) => FormattableString.Invariant($"static-routes/{id}/");
}
