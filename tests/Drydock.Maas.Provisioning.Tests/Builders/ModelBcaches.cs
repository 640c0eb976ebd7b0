using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>Bcaches of a <see cref="StorageModel"/>; the backing device has to be empty, the name free.</summary>
internal sealed class ModelBcaches(StorageModel model) : IBcacheClient
{
    public Task<IReadOnlyList<Bcache>> ListAsync(string systemId, CancellationToken token) => Task.FromResult(model.BcacheList);

    public Task<Bcache> CreateAsync(string systemId, BcacheRequest request, CancellationToken token)
    {
        CheckName(request.Name!);
        var set = model.CacheSets.First(s => s.Id == request.CacheSetId);
        var backing = model.Take(request.BackingDeviceId, request.BackingPartitionId, "bcache-backing");
        var device = new BlockDevice { Id = model.NextId("device"), Type = "virtual", Name = request.Name!, Size = backing.Size };
        model.Devices.Add(device);
        model.Bcaches.Add(new Bcache
        {
            Id = model.NextId("bcache"),
            Name = request.Name!,
            CacheMode = request.CacheMode,
            CacheSet = set,
            BackingDevice = backing,
            VirtualDevice = device,
        });
        return Task.FromResult(model.Bcaches[^1]);
    }

    public Task<Bcache> UpdateAsync(string systemId, int id, BcacheRequest update, CancellationToken token)
    {
        var index = model.Bcaches.FindIndex(b => b.Id == id);
        var present = model.Bcaches[index];
        if (update.Name is { } name)
        {
            CheckName(name);
            model.Replace(model.Device(present.VirtualDevice!.Id) with { Name = name });
        }

        model.Bcaches[index] = present with
        {
            Name = update.Name ?? present.Name,
            CacheMode = update.CacheMode ?? present.CacheMode,
            CacheSet = update.CacheSetId is { } set ? model.CacheSets.First(s => s.Id == set) : present.CacheSet,
        };
        return Task.FromResult(model.Bcaches[index]);
    }

    public Task DeleteAsync(string systemId, int id, CancellationToken token)
    {
        var bcache = model.Bcaches.First(b => b.Id == id);
        var device = model.Device(bcache.VirtualDevice!.Id);
        if (StorageModel.IsMember(device.Filesystem))
            throw StorageModel.Refused("Cannot delete: it is part of a volume group or RAID.");
        model.Mark(bcache.BackingDevice!, null);
        model.Devices.Remove(device);
        model.Bcaches.Remove(bcache);
        return Task.CompletedTask;
    }

    public Task<Bcache> GetAsync(string systemId, int id, CancellationToken token) => throw new NotSupportedException();

    private void CheckName(string name)
    {
        if (model.Devices.Exists(d => d.Name == name))
            throw StorageModel.Refused("Block device with this Node config and Name already exists.");
    }
}
