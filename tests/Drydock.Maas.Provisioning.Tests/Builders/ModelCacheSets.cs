using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>Cache sets of a <see cref="StorageModel"/>; the device has to be empty, and none goes that is in use.</summary>
internal sealed class ModelCacheSets(StorageModel model) : IBcacheCacheSetClient
{
    public Task<IReadOnlyList<BcacheCacheSet>> ListAsync(string systemId, CancellationToken token) =>
        Task.FromResult<IReadOnlyList<BcacheCacheSet>>([.. model.CacheSets]);

    public Task<BcacheCacheSet> CreateAsync(string systemId, BcacheCacheSetRequest request, CancellationToken token)
    {
        var device = model.Take(request.CacheDeviceId, request.CachePartitionId, "bcache-cache");
        model.CacheSets.Add(new BcacheCacheSet { Id = model.NextId("set"), Name = "cache0", CacheDevice = device });
        return Task.FromResult(model.CacheSets[^1]);
    }

    public Task DeleteAsync(string systemId, int id, CancellationToken token)
    {
        if (model.Bcaches.Exists(b => b.CacheSet!.Id == id))
            throw StorageModel.Refused("Cannot delete cache set; it's currently in use.");
        var set = model.CacheSets.First(s => s.Id == id);
        model.Mark(set.CacheDevice!, null);
        model.CacheSets.Remove(set);
        return Task.CompletedTask;
    }

    public Task<BcacheCacheSet> GetAsync(string systemId, int id, CancellationToken token) => throw new NotSupportedException();

    public Task<BcacheCacheSet> UpdateAsync(string systemId, int id, BcacheCacheSetRequest update, CancellationToken token) =>
        throw new NotSupportedException();
}
