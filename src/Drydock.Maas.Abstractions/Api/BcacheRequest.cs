namespace Drydock.Maas.Api;

/// <summary>A bcache to make or change; null is left out.</summary>
public sealed record BcacheRequest
{
    /// <summary>The name; MAAS makes one up when null.</summary>
    public string? Name { get; init; }

    /// <summary>Its UUID.</summary>
    public string? Uuid { get; init; }

    /// <summary>The cache set.</summary>
    public int? CacheSetId { get; init; }

    /// <summary>The slow block device.</summary>
    public int? BackingDeviceId { get; init; }

    /// <summary>The slow partition, instead of a block device.</summary>
    public int? BackingPartitionId { get; init; }

    /// <summary>writeback, writethrough or writearound.</summary>
    public string? CacheMode { get; init; }
}
