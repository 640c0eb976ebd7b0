using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>A bcache, which is as large as its backing device.</summary>
/// <param name="Design">What the design says.</param>
/// <param name="Backing">The slow device.</param>
/// <param name="Cache">The fast device.</param>
internal sealed record DesiredBcache(StorageBcache Design, TakenDevice Backing, TakenDevice Cache) : ComposedDevice(Design.Name, Backing.Size)
{
    public string CacheMode => Design.CacheMode ?? "writethrough";

    /// <inheritdoc/>
    public override ResourceKind Kind => ResourceKind.Bcache;

    /// <inheritdoc/>
    public override string? VolumeGroup => Design.VolumeGroup;

    /// <inheritdoc/>
    public override string Composition => $"{CacheMode} on {Backing.Key}, cache {Cache.Key}";

    /// <inheritdoc/>
    protected override FilesystemSettings? DesignedFilesystem => Design.Filesystem;

    /// <summary>The node's bcaches; throws when a device is missing or used otherwise, or MAAS cannot make one.</summary>
    public static IReadOnlyList<DesiredBcache> Read(
        DrydockNode node, IReadOnlyList<DesiredDisk> disks, IReadOnlyList<DesiredRaid> raids, DeviceNames names) =>
        [.. node.Bcaches.Select(b => Read(node, b, disks, raids, names))];

    private static DesiredBcache Read(
        DrydockNode node, StorageBcache design, IReadOnlyList<DesiredDisk> disks, IReadOnlyList<DesiredRaid> raids, DeviceNames names)
    {
        var what = DeviceUse.DescribeBcache(design.Name);
        if (design is { VolumeGroup: not null, Filesystem: not null })
            throw Invalid(node, $"{what} has both a file system and a volume group; only one is possible");
        if (disks.Any(d => d.Device.Name == design.Name) || raids.Any(r => r.Name == design.Name))
            throw Invalid(node, $"{what} has the name of a disk or RAID");
        if (design.Filesystem?.MountPoint is "/" or "/boot" or BootFirmware.EfiMountPoint)
            throw Invalid(node, $"{what} is mounted at {design.Filesystem.MountPoint}, from where no machine boots");
        if (node.VolumeGroups.Any(
            g => g.Name == design.VolumeGroup && g.LogicalVolumes.Any(v => v.Filesystem?.MountPoint is "/" or "/boot")))
            throw Invalid(node, $"the root's volume group {design.VolumeGroup} is on {what}, from where no machine boots");
        return new(design, Take(design.BackingDevice, "backing"), Take(design.CacheDevice, "cache"));

        TakenDevice Take(string? device, string role)
        {
            if (device is null)
                throw Invalid(node, $"{what} has no {role} device");
            if (raids.FirstOrDefault(r => r.Name == device) is not { } raid)
                return TakenDeviceReader.Read(node, what, device, disks, names);
            TakenDeviceReader.RequireFree(node, what, raid.Name);
            // A disk or partition was asked when it was read; this throws where the RAID has two uses.
            _ = TakenDeviceReader.FindHolder(node, raid.Name);
            return new(ResourceKind.Raid, raid.Name, raid.Size);
        }
    }

    private static NodeException Invalid(DrydockNode node, string what) => TakenDeviceReader.Invalid(node, what);
}

/// <summary>The bcaches and cache sets a machine has.</summary>
internal sealed class ObservedBcaches(ObservedStorage storage, Machine machine, StorageParts parts, DesiredStorage desired)
    : ObservedDevices<Bcache, DesiredBcache>(machine, parts.Bcaches, desired)
{
    private readonly IReadOnlyList<BcacheCacheSet> _sets = parts.CacheSets;

    /// <summary>Cache sets as far as the machine's own listing and its bcaches tell them; <see cref="ObservedVolumeGroups.View"/> says why.</summary>
    public static IReadOnlyList<BcacheCacheSet> View(Machine machine, IReadOnlyList<Bcache> bcaches)
    {
        if (machine.CacheSets.Count == 0)
            return [];
        var used = bcaches.Select(b => b.CacheSet).OfType<BcacheCacheSet>().DistinctBy(s => s.Id).ToList();
        var unused = machine.BlockDevices.SelectMany(ViewMembers)
            .Where(m => !used.Exists(s => s.CacheDevice?.Id == m.Id && s.CacheDevice.Type == "partition" == (m.Type == "partition")))
            .Select((member, index) => new BcacheCacheSet { Id = -1 - index, SystemId = machine.SystemId, CacheDevice = member });
        return [.. used, .. unused];
    }

    /// <inheritdoc/>
    public override string? GetHolder(Partition member)
    {
        if (Present.FirstOrDefault(b => IsPartition(b.BackingDevice, member)) is { } bcache)
            return DeviceUse.DescribeBcache(bcache.Name);
        if (_sets.FirstOrDefault(s => IsPartition(s.CacheDevice, member)) is not { } set)
            return null;
        var behind = Present.Where(b => b.CacheSet?.Id == set.Id).Select(b => b.Name).ToList();
        return DeviceUse.DescribeCache(Wanted.Select(b => b.Name).FirstOrDefault(behind.Contains) ?? behind.FirstOrDefault() ?? "");
    }

    /// <inheritdoc/>
    public override IEnumerable<(StorageMember Member, int? Device)> Members() =>
    [
        .. Present.SelectMany(b => new[] { b.BackingDevice, b.CacheSet?.CacheDevice }.OfType<StorageMember>().Select(m => (m, b.VirtualDevice?.Id))),
        .. _sets.Select(s => s.CacheDevice).OfType<StorageMember>().Select(m => (m, (int?)null)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<StorageOperation> PlanDifference() =>
    [
        .. Stale.Select(b => new DeleteBcache(b, b.BackingDevice is { } backing ? storage.Resource(backing) : null, SetResource(b.CacheSet))),
        .. _sets.Where(IsStale).Select(s => new DeleteCacheSet(SetResource(s)!, s.CacheDevice is { } device ? storage.Resource(device) : null)),
        .. Wanted.DistinctBy(b => b.Cache).Where(b => GetSet(b) is null).Select(b => new CreateCacheSet(SetResource(b), storage.Resource(b.Cache))),
        .. Wanted.SelectMany(Plan),
    ];

    /// <inheritdoc/>
    protected override BlockDevice? GetDevice(Bcache present) => present.VirtualDevice;

    /// <summary>One stays on the right backing device, where name, mode and cache set can be set right in place.</summary>
    protected override bool IsAs(Bcache present, DesiredBcache wanted) =>
        Is(present.BackingDevice, wanted.Backing)
        && (present.Name == wanted.Name || Machine.BlockDevices.All(d => d.Name != wanted.Name))
        && (GetSet(wanted) is not null || IsFree(wanted.Cache));

    /// <summary>A bcache of others that shares a cache set of the design stands in nobody's way.</summary>
    protected override bool IsInTheWay(Bcache present) => Desired.HasDevice(present.Name)
        || (present.BackingDevice is { } backing && storage.StandsOnOwn(backing))
        || _sets.Any(s => s.Id == present.CacheSet?.Id && IsStale(s));

    private IEnumerable<StorageOperation> Plan(DesiredBcache bcache)
    {
        var resource = storage.Resource(bcache);
        if (Find(bcache) is not { } device)
            return [new CreateBcache(resource, bcache, storage.Resource(bcache.Backing), SetResource(bcache)), .. Filesystems.PlanDifference(resource, bcache.Filesystem, null)];
        var update = new UpdateBcache(Present.First(b => IsAs(b, bcache)), SetResource(Present.First(b => IsAs(b, bcache)).CacheSet), bcache, SetResource(bcache));
        return [update, .. Filesystems.PlanDifference(resource, bcache.Filesystem, device.Filesystem)];
    }

    /// <summary>The cache set on the cache device of a bcache, or null.</summary>
    private BcacheCacheSet? GetSet(DesiredBcache wanted) => _sets.FirstOrDefault(s => Is(s.CacheDevice, wanted.Cache));

    private StorageResource SetResource(DesiredBcache wanted) => new(ResourceKind.CacheSet, wanted.Cache.Key, GetSet(wanted)?.Id);

    private StorageResource? SetResource(BcacheCacheSet? present) => present is null
        ? null : new(ResourceKind.CacheSet, present.CacheDevice is { } device ? storage.GetName(device) : "nothing", present.Id);

    /// <summary>Cache sets on disks of the design that none of its bcaches uses have to go.</summary>
    private bool IsStale(BcacheCacheSet set) =>
        set.CacheDevice is { } device && !Wanted.Any(b => Is(device, b.Cache)) && storage.StandsOnOwn(device);

    /// <summary>Whether a device is there with nothing on it.</summary>
    private bool IsFree(TakenDevice device) => storage.Resource(device).Id is { } id && (device.Kind == ResourceKind.Partition
        ? Machine.BlockDevices.SelectMany(d => d.Partitions).Any(p => p.Id == id && p.Filesystem is null)
        : Machine.BlockDevices.Any(d => d.Id == id && d is { Filesystem: null, Partitions.Count: 0 }));

    private bool Is(StorageMember? member, TakenDevice device) =>
        member is not null && member.Type == "partition" == (device.Kind == ResourceKind.Partition) && member.Id == storage.Resource(device).Id;

    private static bool IsPartition(StorageMember? member, Partition partition) =>
        member is { Type: "partition" } && member.Id == partition.Id;

    private static IEnumerable<StorageMember> ViewMembers(BlockDevice device)
    {
        if (device.Filesystem?.Fstype == "bcache-cache")
            yield return new StorageMember { Id = device.Id, Type = device.Type, Name = device.Name, Size = device.Size };
        foreach (var partition in device.Partitions.Where(p => p.Filesystem?.Fstype == "bcache-cache"))
            yield return new StorageMember { Id = partition.Id, Type = "partition", DeviceId = device.Id, Size = partition.Size };
    }
}

/// <summary>Makes a cache set.</summary>
/// <param name="CacheSet">The cache set.</param>
/// <param name="Device">The fast device.</param>
internal sealed record CreateCacheSet(StorageResource CacheSet, StorageResource Device) : StorageOperation
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Create(ResourceKind.CacheSet, CacheSet.Name, "for bcaches", Device.Name)];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Makes => [CacheSet];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Takes => [Device];

    public BcacheCacheSetRequest ToRequest(StorageIds ids) =>
        Device.IsPartition ? new() { CachePartitionId = ids.Find(Device) } : new() { CacheDeviceId = ids.Find(Device) };
}

/// <summary>Deletes a cache set that no bcache uses any more.</summary>
/// <param name="CacheSet">The cache set.</param>
/// <param name="Device">Its device.</param>
internal sealed record DeleteCacheSet(StorageResource CacheSet, StorageResource? Device) : StorageOperation
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Delete(ResourceKind.CacheSet, CacheSet.Name, "for bcaches")];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => Device is null ? [] : [Device];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Ends => [CacheSet];
}

/// <summary>Makes a bcache.</summary>
/// <param name="Bcache">The bcache.</param>
/// <param name="Wanted">The bcache as the design wants it.</param>
/// <param name="Backing">The slow device.</param>
/// <param name="CacheSet">The cache set.</param>
internal sealed record CreateBcache(StorageResource Bcache, DesiredBcache Wanted, StorageResource Backing, StorageResource CacheSet) : StorageOperation
{
    /// <inheritdoc/>
    public override string? NameTaken => Bcache.Name;

    /// <inheritdoc/>
    public override ChangeValues? Sent => new([new("cacheMode", Wanted.CacheMode ?? ""), new("backing", Backing.Name), new("cacheSet", CacheSet.Name)]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Create(ResourceKind.Bcache, Bcache.Name, Wanted.Composition, Backing.Name, CacheSet.Name)];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Makes => [Bcache];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Takes => [Backing, CacheSet];

    public BcacheRequest ToRequest(StorageIds ids) => new()
    {
        Name = Bcache.Name,
        CacheSetId = ids.Find(CacheSet),
        BackingDeviceId = Backing.IsPartition ? null : ids.Find(Backing),
        BackingPartitionId = Backing.IsPartition ? ids.Find(Backing) : null,
        CacheMode = Wanted.CacheMode,
    };
}

/// <summary>Sets right name, cache mode and cache set of a bcache that stays.</summary>
/// <param name="Present">The bcache.</param>
/// <param name="PresentSet">Its cache set.</param>
/// <param name="Wanted">The bcache as the design wants it.</param>
/// <param name="CacheSet">The cache set it is to have.</param>
internal sealed record UpdateBcache(Bcache Present, StorageResource? PresentSet, DesiredBcache Wanted, StorageResource CacheSet) : StorageOperation
{
    public string? NewName => Present.Name == Wanted.Name ? null : Wanted.Name;

    /// <inheritdoc/>
    public override string? NameTaken => NewName;

    /// <inheritdoc/>
    public override string? NameFreed => NewName is null ? null : Present.Name;

    public string? NewCacheMode => Present.CacheMode == Wanted.CacheMode ? null : Wanted.CacheMode;

    public StorageResource? NewSet => PresentSet?.Id is { } id && id == CacheSet.Id ? null : CacheSet;

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
    [
        .. NewName is null ? [] : Change(ChangeProperty.Name, Present.Name, NewName),
        .. NewCacheMode is null ? [] : Change(ChangeProperty.CacheMode, Present.CacheMode, NewCacheMode),
        .. NewSet is null ? [] : Change(ChangeProperty.CacheDevice, PresentSet?.Name ?? "nothing", CacheSet.Name).Select(c => c with { Parents = [CacheSet.Name] }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Takes => NewSet is null ? [] : [CacheSet];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => NewSet is null || PresentSet is null ? [] : [PresentSet];

    public BcacheRequest ToRequest(StorageIds ids) =>
        new() { Name = NewName, CacheMode = NewCacheMode, CacheSetId = NewSet is { } set ? ids.Find(set) : null };

    private PlannedChange[] Change(ChangeProperty property, string? before, string? after) =>
        [Set(ResourceKind.Bcache, Wanted.Name, property, before, after)];
}

/// <summary>Deletes a bcache; what stands on it has gone before.</summary>
/// <param name="Present">The bcache.</param>
/// <param name="Backing">Its backing device.</param>
/// <param name="CacheSet">Its cache set.</param>
internal sealed record DeleteBcache(Bcache Present, StorageResource? Backing, StorageResource? CacheSet) : StorageOperation
{
    /// <inheritdoc/>
    public override string? NameFreed => Present.Name;

    /// <inheritdoc/>
    public override ChangeValues? Found => new([new("cacheMode", Present.CacheMode ?? "")]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges
    {
        get
        {
            string[] devices = [Backing?.Name ?? "nothing", CacheSet?.Name ?? "nothing"];
            return [Delete(ResourceKind.Bcache, Present.Name, $"{Present.CacheMode} on {devices[0]}, cache {devices[1]}", devices)];
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => [.. new[] { Backing, CacheSet }.OfType<StorageResource>()];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Ends => [new(ResourceKind.Bcache, Present.Name, Present.VirtualDevice?.Id)];
}
