namespace Drydock.Maas.Design;

/// <summary>The storage of a node or profile: a kind of device that is added here goes from the documents to the planners with the others.</summary>
internal sealed record NodeStorage
{
    /// <summary>No storage.</summary>
    public static readonly NodeStorage None = new();

    /// <summary>Physical devices with partitions.</summary>
    public IReadOnlyList<StorageDevice> Devices { get; init => field = TextList<StorageDevice>.From(value); } = TextList<StorageDevice>.Empty;

    /// <summary>Volume groups with logical volumes.</summary>
    public IReadOnlyList<StorageVolumeGroup> VolumeGroups { get; init => field = TextList<StorageVolumeGroup>.From(value); } = TextList<StorageVolumeGroup>.Empty;

    /// <summary>Software RAIDs.</summary>
    public IReadOnlyList<StorageRaid> Raids { get; init => field = TextList<StorageRaid>.From(value); } = TextList<StorageRaid>.Empty;

    /// <summary>Slow devices behind fast ones.</summary>
    public IReadOnlyList<StorageBcache> Bcaches { get; init => field = TextList<StorageBcache>.From(value); } = TextList<StorageBcache>.Empty;

    /// <summary>File systems in memory.</summary>
    public IReadOnlyList<StorageSpecialMount> SpecialMounts { get; init => field = TextList<StorageSpecialMount>.From(value); } = TextList<StorageSpecialMount>.Empty;

    /// <summary>The devices that are put together of others, whatever their kind.</summary>
    public IEnumerable<StorageAssembly> Assemblies =>
        Raids.Select(r => new StorageAssembly("RAID", "raids", r.Name, r.VolumeGroup, r.Filesystem, r.Members))
            .Concat(Bcaches.Select(b => new StorageAssembly("bcache", "bcaches", b.Name, b.VolumeGroup, b.Filesystem, b.Devices)));

    /// <summary>
    /// Names or aliases of every disk that is used: the physical devices, then disks that are parts of RAIDs and bcaches only.
    /// </summary>
    public IEnumerable<string> DiskNames => TextList<string>.From(
        [.. Devices.Select(d => d.Name)
            .Concat(Assemblies.SelectMany(a => a.Parts).Where(m => !m.Contains('/') && Raids.All(r => r.Name != m)))
            .Distinct(StringComparer.Ordinal)]);

    /// <summary>
    /// The logical volume, partition, RAID or bcache mounted there, and what holds it; volume groups are asked first. Null when there
    /// is none.
    /// </summary>
    public MountedVolume? FindMount(string mountPoint)
    {
        var volumes = VolumeGroups.SelectMany(g => g.LogicalVolumes.Select(v => (Holder: g.Name, v.Name, v.Filesystem)));
        var partitions = Devices.SelectMany(d => d.Partitions.Select(p => (Holder: d.Name, p.Name, p.Filesystem)))
            .Concat(Raids.SelectMany(r => r.Partitions.Select(p => (Holder: r.Name, p.Name, p.Filesystem))));
        var devices = Assemblies.Select(a => (Holder: a.Name, a.Name, a.Filesystem));
        return volumes.Concat(partitions).Concat(devices)
            .Where(v => v.Filesystem?.MountPoint == mountPoint)
            .Select(v => new MountedVolume(v.Holder, v.Name))
            .FirstOrDefault();
    }
}

/// <summary>A block device that a design puts together of others: a RAID or a bcache.</summary>
/// <param name="Kind">The kind, for people.</param>
/// <param name="Section">The key of the documents under which its kind is written.</param>
/// <param name="Name">Its name, which is also that of the block device.</param>
/// <param name="VolumeGroup">The volume group it belongs to.</param>
/// <param name="Filesystem">Its file system, if any.</param>
/// <param name="Parts">What it is put together of: disks by name or alias, partitions as disk/partition, RAIDs by name.</param>
internal sealed record StorageAssembly(
    string Kind, string Section, string Name, string? VolumeGroup, FilesystemSettings? Filesystem, IEnumerable<string> Parts);
