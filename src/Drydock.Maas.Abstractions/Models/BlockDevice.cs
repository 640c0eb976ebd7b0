namespace Drydock.Maas.Models;

/// <summary>A block device of a machine (nodes/{system_id}/blockdevices/).</summary>
public sealed record BlockDevice : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The machine it belongs to.</summary>
    public string? SystemId { get; init; }

    /// <summary>The name, for example sda, or vg-lv for a logical volume.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>physical or virtual.</summary>
    public string Type { get => field ?? ""; init; }

    /// <summary>Size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Bytes neither partitioned nor otherwise used.</summary>
    public long AvailableSize { get; init; }

    /// <summary>Bytes used.</summary>
    public long UsedSize { get; init; }

    /// <summary>Block size in bytes.</summary>
    public int BlockSize { get; init; }

    /// <summary>The path MAAS will give it, by-dname.</summary>
    public string? Path { get; init; }

    /// <summary>The path by which the hardware is found.</summary>
    public string? IdPath { get; init; }

    /// <summary>The model.</summary>
    public string? Model { get; init; }

    /// <summary>The serial number.</summary>
    public string? Serial { get; init; }

    /// <summary>The UUID of a logical volume.</summary>
    public string? Uuid { get; init; }

    /// <summary>GPT or MBR; null when unpartitioned.</summary>
    public string? PartitionTableType { get; init; }

    /// <summary>What MAAS uses it for, in words.</summary>
    public string? UsedFor { get; init; }

    /// <summary>Its file system, when it holds one as a whole.</summary>
    public Filesystem? Filesystem { get; init; }

    /// <summary>Its partitions.</summary>
    public IReadOnlyList<Partition> Partitions { get => field ?? TextList<Partition>.Empty; init => field = TextList<Partition>.From(value); }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string> Tags { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>The firmware's version.</summary>
    public string? FirmwareVersion { get; init; }

    /// <summary>The NUMA node it hangs on.</summary>
    public int? NumaNode { get; init; }

    /// <summary>The storage pool of the virtual machine host it lies in.</summary>
    public string? StoragePool { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
