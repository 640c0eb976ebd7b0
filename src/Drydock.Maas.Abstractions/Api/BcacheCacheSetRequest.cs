namespace Drydock.Maas.Api;

/// <summary>A cache set to make or change: a block device or a partition.</summary>
public sealed record BcacheCacheSetRequest
{
    /// <summary>The fast block device.</summary>
    public int? CacheDeviceId { get; init; }

    /// <summary>The fast partition.</summary>
    public int? CachePartitionId { get; init; }
}
