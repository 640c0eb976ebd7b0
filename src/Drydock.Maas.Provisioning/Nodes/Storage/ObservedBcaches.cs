using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>The bcaches and cache sets a machine has, and which of them are already as designed.</summary>
/// <param name="machine">The machine.</param>
/// <param name="parts">What it has made of its disks.</param>
/// <param name="desired">The whole storage.</param>
/// <param name="idOf">The id of a device that already is what the design wants; -1 when it is not there.</param>
/// <param name="standsOnOwn">Whether something is on a disk of the design, directly or by way of a RAID or the like.</param>
internal sealed class ObservedBcaches(
    Machine machine, StorageParts parts, DesiredStorage desired, Func<DesiredDevice, int> idOf, Func<StorageMember, bool> standsOnOwn)
{
    /// <summary>
    /// The bcache that stays: on the right backing device, and such that name, mode and cache set can be set right in place;
    /// null when it is made anew.
    /// </summary>
    public Bcache? Find(DesiredBcache wanted) => parts.Bcaches.FirstOrDefault(b => IsAs(b, wanted));

    /// <summary>The block device of that bcache, or null.</summary>
    public BlockDevice? Device(DesiredBcache wanted) => Find(wanted) is not { } present
        ? null
        : machine.BlockDevices.FirstOrDefault(d => d.Id == present.VirtualDevice?.Id) ?? present.VirtualDevice;

    /// <summary>The id of that device; -1 when there is none.</summary>
    public int DeviceId(string name) => desired.Bcaches.FirstOrDefault(b => b.Name == name) is { } wanted ? Device(wanted)?.Id ?? -1 : -1;

    /// <summary>The cache set on the cache device of a bcache, or null.</summary>
    public BcacheCacheSet? SetOf(DesiredBcache wanted) => parts.CacheSets.FirstOrDefault(s => Is(s.CacheDevice, wanted.Cache));

    /// <summary>Whether a device is there with nothing on it.</summary>
    public bool IsFree(DesiredDevice device) => idOf(device) is >= 0 and var id && (device.Kind == DeviceKind.Partition
        ? machine.BlockDevices.SelectMany(d => d.Partitions).Any(p => p.Id == id && p.Filesystem is null)
        : machine.BlockDevices.Any(d => d.Id == id && d is { Filesystem: null, Partitions.Count: 0 }));

    /// <summary>
    /// Bcaches on disks of the design, or with the name of one of its devices, that are not as designed; they have to go.
    /// </summary>
    public IReadOnlyList<Bcache> Stale() => [.. parts.Bcaches.Where(IsStale)];

    /// <summary>Cache sets on disks of the design that none of its bcaches uses.</summary>
    public IReadOnlyList<BcacheCacheSet> StaleSets() => [.. parts.CacheSets.Where(IsStale)];

    /// <summary>What a partition is a part of, as <see cref="DeviceUse"/> writes it, or null.</summary>
    public string? HolderOf(Partition member)
    {
        if (parts.Bcaches.FirstOrDefault(b => IsPartition(b.BackingDevice, member)) is { } bcache)
            return DeviceUse.Bcache(bcache.Name);
        if (parts.CacheSets.FirstOrDefault(s => IsPartition(s.CacheDevice, member)) is not { } set)
            return null;
        var behind = parts.Bcaches.Where(b => b.CacheSet?.Id == set.Id).Select(b => b.Name).ToList();
        return DeviceUse.Cache(desired.Bcaches.Select(b => b.Name).FirstOrDefault(behind.Contains) ?? behind.FirstOrDefault() ?? "");
    }

    /// <summary>Whether that block device is a bcache.</summary>
    public bool Has(int device) => parts.Bcaches.Any(b => b.VirtualDevice?.Id == device);

    /// <summary>Whether that block device is a bcache of the design or one that has to go.</summary>
    public bool IsOwn(int device) => parts.Bcaches.Any(b => b.VirtualDevice?.Id == device && (IsRight(b) || IsStale(b)));

    /// <summary>Ids of the block devices of bcaches that neither belong to the design nor stand in its way.</summary>
    public IEnumerable<int> ForeignDevices() =>
        parts.Bcaches.Where(b => !IsRight(b) && !IsStale(b)).Select(b => b.VirtualDevice?.Id).OfType<int>();

    private bool IsRight(Bcache bcache) => desired.Bcaches.Any(d => IsAs(bcache, d));

    /// <summary>A bcache of others that shares a cache set of the design stands in nobody's way.</summary>
    private bool IsStale(Bcache bcache) => !IsRight(bcache)
        && (desired.HasDevice(bcache.Name)
            || (bcache.BackingDevice is { } backing && standsOnOwn(backing))
            || parts.CacheSets.Any(s => s.Id == bcache.CacheSet?.Id && IsStale(s)));

    private bool IsStale(BcacheCacheSet set) =>
        set.CacheDevice is { } device && !desired.Bcaches.Any(b => Is(device, b.Cache)) && standsOnOwn(device);

    private bool IsAs(Bcache bcache, DesiredBcache wanted) =>
        Is(bcache.BackingDevice, wanted.Backing)
        && (bcache.Name == wanted.Name || machine.BlockDevices.All(d => d.Name != wanted.Name))
        && (SetOf(wanted) is not null || IsFree(wanted.Cache));

    private bool Is(StorageMember? member, DesiredDevice device) =>
        member is not null && member.Type == "partition" == (device.Kind == DeviceKind.Partition) && member.Id == idOf(device);

    private static bool IsPartition(StorageMember? member, Partition partition) =>
        member is { Type: "partition" } && member.Id == partition.Id;
}
