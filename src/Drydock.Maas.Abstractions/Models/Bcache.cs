namespace Drydock.Maas.Models;

/// <summary>A cached block device of a machine (nodes/{system_id}/bcaches/, bcache/{id}/).</summary>
public sealed record Bcache : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The machine it belongs to.</summary>
    public string? SystemId { get; init; }

    /// <summary>The name, for example bcache0.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Its UUID.</summary>
    public string? Uuid { get; init; }

    /// <summary>writeback, writethrough or writearound.</summary>
    public string? CacheMode { get; init; }

    /// <summary>Size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Size in words.</summary>
    public string? HumanSize { get; init; }

    /// <summary>The cache set before it.</summary>
    public BcacheCacheSet? CacheSet { get; init; }

    /// <summary>The slow device.</summary>
    public StorageMember? BackingDevice { get; init; }

    /// <summary>The block device it offers.</summary>
    public BlockDevice? VirtualDevice { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
