using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>nodes/{system_id}/bcaches/, bcache/{id}/.</summary>
internal sealed class BcacheClient(ApiConnection api) : IBcacheClient
{
    public Task<IReadOnlyList<Bcache>> ListAsync(string systemId, CancellationToken token) =>
        api.ListAsync<Bcache>(MaasRequest.Get(All(systemId)), token);

    public Task<Bcache> CreateAsync(string systemId, BcacheRequest request, CancellationToken token) =>
        api.SendAsync<Bcache>(MaasRequest.Post(All(systemId), null, Form(request)), token);

    public Task<Bcache> UpdateAsync(string systemId, int id, BcacheRequest update, CancellationToken token) =>
        api.SendAsync<Bcache>(MaasRequest.Put(One(systemId, id), Form(update)), token);

    public Task DeleteAsync(string systemId, int id, CancellationToken token) =>
        api.SendAsync(MaasRequest.Delete(One(systemId, id)), token);

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

    private static string All(string systemId) => $"nodes/{Uri.EscapeDataString(systemId)}/bcaches/";

    private static string One(string systemId, int id) =>
        FormattableString.Invariant($"nodes/{Uri.EscapeDataString(systemId)}/bcache/{id}/");
}
