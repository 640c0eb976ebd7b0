namespace Drydock.Maas.Design;

/// <summary>A disk, partition or RAID that a RAID or bcache of a node takes; the cache of several bcaches is taken once, by the first.</summary>
/// <param name="Kind">Whether it is a member of a RAID, behind a bcache, or the cache of bcaches.</param>
/// <param name="Owner">The name of the RAID or bcache.</param>
/// <param name="Device">A disk by name, a partition as disk/partition, or a RAID by name.</param>
internal sealed record DeviceUse(DeviceUseKind Kind, string Owner, string Device)
{
    /// <summary>Whether a bcache takes it, or its cache.</summary>
    public bool IsOfBcache => Kind != DeviceUseKind.RaidMember;

    /// <summary>What takes it, in a sentence.</summary>
    public string User => Kind == DeviceUseKind.BcacheCache ? $"the cache of bcache {Owner}" : Holder;

    /// <summary>What it is a part of, as no volume group is called.</summary>
    public string Holder => Kind switch
    {
        DeviceUseKind.RaidMember => DescribeRaid(Owner),
        DeviceUseKind.BcacheBacking => DescribeBcache(Owner),
        _ => DescribeCache(Owner),
    };

    public static string DescribeRaid(string name) => $"RAID {name}";

    public static string DescribeBcache(string name) => $"bcache {name}";

    /// <param name="bcache">The first bcache behind it.</param>
    public static string DescribeCache(string bcache) => $"cache of {bcache}";

    /// <summary>Every use, members of RAIDs first.</summary>
    public static IEnumerable<DeviceUse> ListUses(DrydockNode node) =>
    [
        .. node.Raids.SelectMany(r => r.Members.Select(m => new DeviceUse(DeviceUseKind.RaidMember, r.Name, m))),
        .. node.Bcaches.Where(b => b.BackingDevice is not null).Select(b => new DeviceUse(DeviceUseKind.BcacheBacking, b.Name, b.BackingDevice!)),
        .. node.Bcaches.Where(b => b.CacheDevice is not null).DistinctBy(b => b.CacheDevice)
            .Select(b => new DeviceUse(DeviceUseKind.BcacheCache, b.Name, b.CacheDevice!)),
    ];

    /// <summary>Why a device cannot be taken, in words; null when it can.</summary>
    public static string? FindFault(DrydockNode node, string device)
    {
        if (node.Raids.FirstOrDefault(r => r.Name == device) is { } raid)
        {
            return raid is { Filesystem: not null } or { VolumeGroup: not (null or "") } or { Partitions.Count: > 0 }
                ? "is a RAID that has a file system, a volume group or partitions" : null;
        }

        var parts = device.Split('/', 2);
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

/// <summary>The kinds of uses of a device.</summary>
internal enum DeviceUseKind
{
    /// <summary>A member of a RAID.</summary>
    RaidMember,

    /// <summary>The device behind a bcache.</summary>
    BcacheBacking,

    /// <summary>The cache of one bcache or several.</summary>
    BcacheCache,
}
