namespace Drydock.Maas.Design;

/// <summary>A slow device behind a fast one: an entry of bcaches, which Drydock itself does not have.</summary>
public sealed record StorageBcache
{
    /// <summary>The name, which is also the name of the block device, for example bcache0.</summary>
    public string Name { get; init; } = "";

    /// <summary>The slow device: a disk by name or alias, a partition as disk/partition, or a RAID by name.</summary>
    public string? BackingDevice { get; init; }

    /// <summary>The fast device, written likewise; bcaches that name the same one share it.</summary>
    public string? CacheDevice { get; init; }

    /// <summary>writeback, writethrough or writearound; writethrough when null.</summary>
    public string? CacheMode { get; init; }

    /// <summary>The volume group it belongs to.</summary>
    public string? VolumeGroup { get; init; }

    /// <summary>The file system, if any.</summary>
    public FilesystemSettings? Filesystem { get; init; }

    /// <summary>The backing device, then the cache device, as far as they are named.</summary>
    public IEnumerable<string> Devices => TextList<string>.From([.. new[] { BackingDevice, CacheDevice }.OfType<string>()]);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
