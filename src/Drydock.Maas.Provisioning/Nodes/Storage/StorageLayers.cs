using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>How many layers of volume groups, RAIDs and caches something stands on: what is on top has to go first.</summary>
internal sealed class StorageLayers(Machine machine, StorageParts parts)
{
    private readonly HashSet<object> _path = new(ReferenceEqualityComparer.Instance);

    public int Of(VolumeGroup group) => Above(group, () => group.Devices.Select(Of).DefaultIfEmpty().Max());

    public int Of(Raid raid) => Above(raid, () => raid.Devices.Concat(raid.SpareDevices).Select(Of).DefaultIfEmpty().Max());

    public int Of(BcacheCacheSet set) => Above(set, () => set.CacheDevice is { } device ? Of(device) : 0);

    public int Of(Bcache bcache) => Above(bcache, () => Math.Max(
        bcache.BackingDevice is { } backing ? Of(backing) : 0, bcache.CacheSet is { } set ? Of(set) : 0));

    /// <summary>The block device of a member: itself, or that of a partition.</summary>
    public int DeviceOf(StorageMember member) => member.Type != "partition"
        ? member.Id
        : member.DeviceId ?? machine.BlockDevices.FirstOrDefault(d => d.Partitions.Any(p => p.Id == member.Id))?.Id ?? -1;

    /// <summary>MAAS lets a volume group be extended by one of its own volumes: what stands on itself is not followed again.</summary>
    private int Above(object thing, Func<int> below)
    {
        if (!_path.Add(thing))
            return 0;
        var layers = 1 + below();
        _path.Remove(thing);
        return layers;
    }

    private int Of(StorageMember member)
    {
        var device = DeviceOf(member);
        if (parts.Raids.FirstOrDefault(r => r.VirtualDevice?.Id == device) is { } raid)
            return Of(raid);
        if (parts.Bcaches.FirstOrDefault(b => b.VirtualDevice?.Id == device) is { } bcache)
            return Of(bcache);
        return parts.Groups.FirstOrDefault(g => g.LogicalVolumes.Any(v => v.Id == device)) is { } group ? Of(group) : 0;
    }
}
