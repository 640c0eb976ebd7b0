namespace Drydock.Maas.Models;

/// <summary>A block device or partition that is part of a volume group, RAID or bcache.</summary>
public sealed record StorageMember : MaasResource
{
    /// <summary>The identifier within its type.</summary>
    public int Id { get; init; }

    /// <summary>physical, virtual or partition.</summary>
    public string Type { get => field ?? ""; init; }

    /// <summary>The machine it belongs to.</summary>
    public string? SystemId { get; init; }

    /// <summary>The block device's name; null for a partition.</summary>
    public string? Name { get; init; }

    /// <summary>The block device's identifier, of a partition.</summary>
    public int? DeviceId { get; init; }

    /// <summary>The path MAAS will give it.</summary>
    public string? Path { get; init; }

    /// <summary>The path by which the hardware is found.</summary>
    public string? IdPath { get; init; }

    /// <summary>Size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Bytes free, of a block device.</summary>
    public long? AvailableSize { get; init; }

    /// <summary>Bytes used, of a block device.</summary>
    public long? UsedSize { get; init; }

    /// <summary>Block size in bytes, of a block device.</summary>
    public int? BlockSize { get; init; }

    /// <summary>The model.</summary>
    public string? Model { get; init; }

    /// <summary>The serial number.</summary>
    public string? Serial { get; init; }

    /// <summary>The firmware's version.</summary>
    public string? FirmwareVersion { get; init; }

    /// <summary>The NUMA node it hangs on.</summary>
    public int? NumaNode { get; init; }

    /// <summary>The storage pool of the virtual machine host it lies in.</summary>
    public string? StoragePool { get; init; }

    /// <summary>Its UUID.</summary>
    public string? Uuid { get; init; }

    /// <summary>GPT or MBR; null when unpartitioned.</summary>
    public string? PartitionTableType { get; init; }

    /// <summary>Whether a partition is marked bootable.</summary>
    public bool? Bootable { get; init; }

    /// <summary>What MAAS uses it for, in words.</summary>
    public string? UsedFor { get; init; }

    /// <summary>The file system that makes it a member.</summary>
    public Filesystem? Filesystem { get; init; }

    /// <summary>Partitions, of a block device.</summary>
    public IReadOnlyList<Partition> Partitions { get => field ?? TextList<Partition>.Empty; init => field = TextList<Partition>.From(value); }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string> Tags { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>The name, or the path of a partition.</summary>
    public override string ToString() => Name ?? Path ?? "";
}
