using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Cached block devices of a machine (nodes/{system_id}/bcaches/, bcache/{id}/).</summary>
public interface IBcacheClient
{
    /// <summary>GET nodes/{system_id}/bcaches/.</summary>
    Task<IReadOnlyList<Bcache>> ListAsync(string systemId, CancellationToken token);

    /// <summary>POST nodes/{system_id}/bcaches/.</summary>
    Task<Bcache> CreateAsync(string systemId, BcacheRequest request, CancellationToken token);

    /// <summary>PUT nodes/{system_id}/bcache/{id}/.</summary>
    Task<Bcache> UpdateAsync(string systemId, int id, BcacheRequest update, CancellationToken token);

    /// <summary>DELETE nodes/{system_id}/bcache/{id}/.</summary>
    Task DeleteAsync(string systemId, int id, CancellationToken token);
}

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
