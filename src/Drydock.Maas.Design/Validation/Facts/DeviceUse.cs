namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>A disk, partition or RAID that a RAID or bcache of the node takes.</summary>
/// <param name="User">What takes it, for example RAID md0; the cache of several bcaches is taken once, by the first.</param>
/// <param name="Owner">The name of that RAID or bcache.</param>
/// <param name="Device">A disk by name, a partition as disk/partition, or a RAID by name.</param>
/// <param name="IsOfBcache">Whether a bcache takes it, or its cache.</param>
internal sealed record DeviceUse(string User, string Owner, string Device, bool IsOfBcache = true)
{
    /// <summary>Every use, members of RAIDs first.</summary>
    public static IEnumerable<DeviceUse> Of(DrydockNode node)
    {
        var members = node.Raids.SelectMany(r => r.Members.Select(m => new DeviceUse($"RAID {r.Name}", r.Name, m, IsOfBcache: false)));
        var backing = node.Bcaches.Where(b => b.BackingDevice is not null).Select(b => new DeviceUse($"bcache {b.Name}", b.Name, b.BackingDevice!));
        var caches = node.Bcaches.Where(b => b.CacheDevice is not null).DistinctBy(b => b.CacheDevice)
            .Select(b => new DeviceUse($"the cache of bcache {b.Name}", b.Name, b.CacheDevice!));
        return members.Concat(backing).Concat(caches);
    }

    /// <summary>Why it cannot be taken, in words; null when it can.</summary>
    public string? Fault(DrydockNode node)
    {
        if (node.Raids.FirstOrDefault(r => r.Name == Device) is { } raid)
        {
            return raid is { Filesystem: not null } or { VolumeGroup: not (null or "") } or { Partitions.Count: > 0 }
                ? "is a RAID that has a file system, a volume group or partitions" : null;
        }

        var parts = Device.Split('/', 2);
        var disk = node.StorageDevices.FirstOrDefault(d => d.Name == parts[0]);
        if (parts.Length == 1)
        {
            return disk is { Partitions.Count: > 0 } or { VolumeGroup: not (null or "") }
                ? "is a disk that has partitions or a volume group" : null;
        }

        return disk?.Partitions.FirstOrDefault(p => p.Name == parts[1]) switch
        {
            null => "is no partition of the node's physical devices",
            { Filesystem: not null } or { VolumeGroup: not (null or "") } => "is a partition that has a file system or a volume group",
            _ => null,
        };
    }
}
