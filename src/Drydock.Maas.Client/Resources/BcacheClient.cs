using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>nodes/{system_id}/bcaches/, bcache/{id}/.</summary>
internal sealed class BcacheClient(ApiConnection api) : IBcacheClient
{
    public Task<IReadOnlyList<Bcache>> ListAsync(string systemId, CancellationToken token) =>
        api.ListAsync<Bcache>(Routes.List.ToRequest(systemId), token);

    public Task<Bcache> CreateAsync(string systemId, BcacheRequest request, CancellationToken token) =>
        api.SendAsync<Bcache>(Routes.Create.ToRequest(systemId) with { Form = Form(request) }, token);

    public Task<Bcache> UpdateAsync(string systemId, int id, BcacheRequest update, CancellationToken token) =>
        api.SendAsync<Bcache>(Routes.Update.ToRequest(systemId, id) with { Form = Form(update) }, token);

    public Task DeleteAsync(string systemId, int id, CancellationToken token) =>
        api.SendAsync(Routes.Delete.ToRequest(systemId, id), token);

    private static RequestParameters Form(BcacheRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestParameters()
            .Add("name", request.Name)
            .Add("uuid", request.Uuid)
            .Add("cache_set", request.CacheSetId)
            .Add("backing_device", request.BackingDeviceId)
            .Add("backing_partition", request.BackingPartitionId)
            .Add("cache_mode", request.CacheMode);
    }

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("nodes/{system_id}/bcaches/");
        public static readonly ApiRoute Create = ApiRoute.Post("nodes/{system_id}/bcaches/");
        public static readonly ApiRoute Update = ApiRoute.Put("nodes/{system_id}/bcache/{id}/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("nodes/{system_id}/bcache/{id}/");
    }
}
