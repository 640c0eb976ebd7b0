namespace Drydock.Maas.Models;

/// <summary>A block device or partition that is a physical volume.</summary>
public sealed record VolumeGroupMember
{
    /// <summary>The identifier within its type.</summary>
    public int Id { get; init; }

    /// <summary>physical, virtual or partition.</summary>
    public string Type { get => field ?? ""; init; }

    /// <summary>The block device's name; null for a partition.</summary>
    public string? Name { get; init; }

    /// <summary>The block device's identifier, of a partition.</summary>
    public int? DeviceId { get; init; }

    /// <summary>The path MAAS will give it.</summary>
    public string? Path { get; init; }

    /// <summary>Size in bytes.</summary>
    public long Size { get; init; }
}
