using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>nodes/{system_id}/bcache-cache-sets/, bcache-cache-set/{id}/.</summary>
internal sealed class BcacheCacheSetClient(ApiConnection api) : IBcacheCacheSetClient
{
    public Task<IReadOnlyList<BcacheCacheSet>> ListAsync(string systemId, CancellationToken token) =>
        api.ListAsync<BcacheCacheSet>(MaasRequest.Get(All(systemId)), token);

    public Task<BcacheCacheSet> CreateAsync(string systemId, BcacheCacheSetRequest request, CancellationToken token) =>
        api.SendAsync<BcacheCacheSet>(MaasRequest.Post(All(systemId), null, Form(request)), token);

    public Task DeleteAsync(string systemId, int id, CancellationToken token) =>
        api.SendAsync(MaasRequest.Delete(One(systemId, id)), token);

    private static RequestParameters Form(BcacheCacheSetRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestParameters().Add("cache_device", request.CacheDeviceId).Add("cache_partition", request.CachePartitionId);
    }

    private static string All(string systemId) => $"nodes/{Uri.EscapeDataString(systemId)}/bcache-cache-sets/";

    private static string One(string systemId, int id) =>
        FormattableString.Invariant($"nodes/{Uri.EscapeDataString(systemId)}/bcache-cache-set/{id}/");
}
