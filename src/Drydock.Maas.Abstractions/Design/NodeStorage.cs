namespace Drydock.Maas.Design;

/// <summary>The storage of a node or profile: a kind of device that is added here goes from the documents to the planners with the others.</summary>
internal sealed record NodeStorage
{
    /// <summary>No storage.</summary>
    public static readonly NodeStorage None = new();

    /// <summary>Physical devices with partitions.</summary>
    public IReadOnlyList<StorageDevice> Devices { get; init; } = [];

    /// <summary>Volume groups with logical volumes.</summary>
    public IReadOnlyList<StorageVolumeGroup> VolumeGroups { get; init; } = [];

    /// <summary>Software RAIDs.</summary>
    public IReadOnlyList<StorageRaid> Raids { get; init; } = [];

    /// <summary>Slow devices behind fast ones.</summary>
    public IReadOnlyList<StorageBcache> Bcaches { get; init; } = [];

    /// <summary>File systems in memory.</summary>
    public IReadOnlyList<StorageSpecialMount> SpecialMounts { get; init; } = [];

    /// <summary>
    /// Names or aliases of every disk that is used: the physical devices, then disks that are parts of RAIDs and bcaches only.
    /// </summary>
    public IEnumerable<string> DiskNames =>
        Devices.Select(d => d.Name)
            .Concat(Raids.SelectMany(r => r.Members).Concat(Bcaches.SelectMany(b => b.Devices))
                .Where(m => !m.Contains('/') && Raids.All(r => r.Name != m)))
            .Distinct(StringComparer.Ordinal);

    /// <summary>
    /// The logical volume, partition, RAID or bcache mounted there, and what holds it; volume groups are asked first. Null when there
    /// is none.
    /// </summary>
    public MountedVolume? FindMount(string mountPoint)
    {
        var volumes = VolumeGroups.SelectMany(g => g.LogicalVolumes.Select(v => (Holder: g.Name, v.Name, v.Filesystem)));
        var partitions = Devices.SelectMany(d => d.Partitions.Select(p => (Holder: d.Name, p.Name, p.Filesystem)))
            .Concat(Raids.SelectMany(r => r.Partitions.Select(p => (Holder: r.Name, p.Name, p.Filesystem))));
        var devices = Raids.Select(r => (Holder: r.Name, r.Name, r.Filesystem))
            .Concat(Bcaches.Select(b => (Holder: b.Name, b.Name, b.Filesystem)));
        return volumes.Concat(partitions).Concat(devices)
            .Where(v => v.Filesystem?.MountPoint == mountPoint)
            .Select(v => new MountedVolume(v.Holder, v.Name))
            .FirstOrDefault();
    }
}
