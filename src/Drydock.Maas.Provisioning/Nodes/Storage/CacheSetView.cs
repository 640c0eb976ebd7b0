using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>
/// The cache sets of a machine as far as its own listing and its bcaches tell them; <see cref="VolumeGroupView"/> says why.
/// </summary>
internal static class CacheSetView
{
    public static IReadOnlyList<BcacheCacheSet> Of(Machine machine, IReadOnlyList<Bcache> bcaches)
    {
        if (machine.CacheSets.Count == 0)
            return [];
        var used = bcaches.Select(b => b.CacheSet).OfType<BcacheCacheSet>().DistinctBy(s => s.Id).ToList();
        var unused = machine.BlockDevices.SelectMany(Members)
            .Where(m => !used.Exists(s => s.CacheDevice?.Id == m.Id && s.CacheDevice.Type == "partition" == (m.Type == "partition")))
            .Select((member, index) => new BcacheCacheSet { Id = -1 - index, SystemId = machine.SystemId, CacheDevice = member });
        return [.. used, .. unused];
    }

    private static IEnumerable<StorageMember> Members(BlockDevice device)
    {
        if (device.Filesystem?.Fstype == "bcache-cache")
            yield return new StorageMember { Id = device.Id, Type = device.Type, Name = device.Name, Size = device.Size };
        foreach (var partition in device.Partitions.Where(p => p.Filesystem?.Fstype == "bcache-cache"))
            yield return new StorageMember { Id = partition.Id, Type = "partition", DeviceId = device.Id, Size = partition.Size };
    }
}
