using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Cache sets of a machine (nodes/{system_id}/bcache-cache-sets/, bcache-cache-set/{id}/).</summary>
public interface IBcacheCacheSetClient
{
    /// <summary>GET nodes/{system_id}/bcache-cache-sets/.</summary>
    Task<IReadOnlyList<BcacheCacheSet>> ListAsync(string systemId, CancellationToken token);

    /// <summary>POST nodes/{system_id}/bcache-cache-sets/.</summary>
    Task<BcacheCacheSet> CreateAsync(string systemId, BcacheCacheSetRequest request, CancellationToken token);

    /// <summary>DELETE nodes/{system_id}/bcache-cache-set/{id}/; refused while a bcache uses it.</summary>
    Task DeleteAsync(string systemId, int id, CancellationToken token);
}

/// <summary>A cache set to make or change: a block device or a partition.</summary>
public sealed record BcacheCacheSetRequest
{
    /// <summary>The fast block device.</summary>
    public int? CacheDeviceId { get; init; }

    /// <summary>The fast partition.</summary>
    public int? CachePartitionId { get; init; }
}
