using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>static-routes/.</summary>
internal sealed class StaticRouteClient(ApiConnection api) : IStaticRouteClient
{
    public Task<IReadOnlyList<StaticRoute>> ListAsync(CancellationToken token) =>
        api.ListAsync<StaticRoute>(Routes.List.ToRequest(), token);

    public Task<StaticRoute> CreateAsync(int sourceId, int destinationId, string gateway, int metric, CancellationToken token)
    {
        var form = Form(gateway, metric).Add("source", sourceId).Add("destination", destinationId);
        return api.SendAsync<StaticRoute>(Routes.Create.ToRequest() with { Form = form }, token);
    }

    public Task<StaticRoute> UpdateAsync(int id, string gateway, int metric, CancellationToken token) =>
        api.SendAsync<StaticRoute>(Routes.Update.ToRequest(id) with { Form = Form(gateway, metric) }, token);

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(Routes.Delete.ToRequest(id), token);

    private static RequestParameters Form(string gateway, int metric) =>
        new RequestParameters().Add("gateway_ip", gateway).Add("metric", metric);

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("static-routes/");
        public static readonly ApiRoute Create = ApiRoute.Post("static-routes/");
        public static readonly ApiRoute Update = ApiRoute.Put("static-routes/{id}/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("static-routes/{id}/");
    }
}
