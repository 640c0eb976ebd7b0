using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>nodes/{system_id}/bcache-cache-sets/, bcache-cache-set/{id}/.</summary>
internal sealed class BcacheCacheSetClient(ApiConnection api) : IBcacheCacheSetClient
{
    public Task<IReadOnlyList<BcacheCacheSet>> ListAsync(string systemId, CancellationToken token) =>
        api.ListAsync<BcacheCacheSet>(Routes.List.ToRequest(systemId), token);

    public Task<BcacheCacheSet> CreateAsync(string systemId, BcacheCacheSetRequest request, CancellationToken token) =>
        api.SendAsync<BcacheCacheSet>(Routes.Create.ToRequest(systemId) with { Form = Form(request) }, token);

    public Task DeleteAsync(string systemId, int id, CancellationToken token) =>
        api.SendAsync(Routes.Delete.ToRequest(systemId, id), token);

    private static RequestParameters Form(BcacheCacheSetRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestParameters().Add("cache_device", request.CacheDeviceId).Add("cache_partition", request.CachePartitionId);
    }

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("nodes/{system_id}/bcache-cache-sets/");
        public static readonly ApiRoute Create = ApiRoute.Post("nodes/{system_id}/bcache-cache-sets/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("nodes/{system_id}/bcache-cache-set/{id}/");
    }
}
