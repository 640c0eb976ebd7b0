namespace Drydock.Maas.Models;

/// <summary>An LVM volume group of a machine (nodes/{system_id}/volume-groups/).</summary>
public sealed record VolumeGroup : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The machine it belongs to.</summary>
    public string? SystemId { get; init; }

    /// <summary>The name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Its UUID.</summary>
    public string? Uuid { get; init; }

    /// <summary>Size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Bytes not given to logical volumes.</summary>
    public long AvailableSize { get; init; }

    /// <summary>Bytes given to logical volumes.</summary>
    public long UsedSize { get; init; }

    /// <summary>The physical volumes: block devices and partitions.</summary>
    public IReadOnlyList<StorageMember> Devices { get => field ?? TextList<StorageMember>.Empty; init => field = TextList<StorageMember>.From(value); }

    /// <summary>The logical volumes, named vg-lv.</summary>
    public IReadOnlyList<BlockDevice> LogicalVolumes { get => field ?? TextList<BlockDevice>.Empty; init => field = TextList<BlockDevice>.From(value); }

    /// <summary>Size in words.</summary>
    public string? HumanSize { get; init; }

    /// <summary>Free space in words.</summary>
    public string? HumanAvailableSize { get; init; }

    /// <summary>Used space in words.</summary>
    public string? HumanUsedSize { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
