namespace Drydock.Maas.Models;

/// <summary>A software RAID of a machine (nodes/{system_id}/raids/, raid/{id}/).</summary>
public sealed record Raid : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The machine it belongs to.</summary>
    public string? SystemId { get; init; }

    /// <summary>The name, for example md0.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Its UUID.</summary>
    public string? Uuid { get; init; }

    /// <summary>raid-0, raid-1, raid-5, raid-6 or raid-10.</summary>
    public string Level { get => field ?? ""; init; }

    /// <summary>Size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Size in words.</summary>
    public string? HumanSize { get; init; }

    /// <summary>The active members.</summary>
    public IReadOnlyList<StorageMember> Devices { get => field ?? TextList<StorageMember>.Empty; init => field = TextList<StorageMember>.From(value); }

    /// <summary>The spare members.</summary>
    public IReadOnlyList<StorageMember> SpareDevices { get => field ?? TextList<StorageMember>.Empty; init => field = TextList<StorageMember>.From(value); }

    /// <summary>The block device it offers.</summary>
    public BlockDevice? VirtualDevice { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
