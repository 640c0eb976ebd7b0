using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Volume groups of a machine (nodes/{system_id}/volume-groups/, volume-group/{id}/).</summary>
public interface IVolumeGroupClient
{
    /// <summary>GET nodes/{system_id}/volume-groups/.</summary>
    Task<IReadOnlyList<VolumeGroup>> ListAsync(string systemId, CancellationToken token);

    /// <summary>POST nodes/{system_id}/volume-groups/.</summary>
    Task<VolumeGroup> CreateAsync(string systemId, VolumeGroupRequest request, CancellationToken token);

    /// <summary>DELETE nodes/{system_id}/volume-group/{id}/.</summary>
    Task DeleteAsync(string systemId, int id, CancellationToken token);

    /// <summary>
    /// POST nodes/{system_id}/volume-group/{id}/?op=create_logical_volume: size in bytes; answers the virtual block device.
    /// </summary>
    Task<BlockDevice> CreateLogicalVolumeAsync(string systemId, int id, string name, string? uuid, long size, CancellationToken token);

    /// <summary>POST nodes/{system_id}/volume-group/{id}/?op=delete_logical_volume id=.</summary>
    Task DeleteLogicalVolumeAsync(string systemId, int id, int logicalVolumeId, CancellationToken token);

    /// <summary>PUT nodes/{system_id}/volume-group/{id}/.</summary>
    Task<VolumeGroup> UpdateAsync(string systemId, int id, VolumeGroupUpdate update, CancellationToken token);
}

/// <summary>A volume group to make.</summary>
public sealed record VolumeGroupRequest
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its UUID; MAAS makes one when null.</summary>
    public string? Uuid { get; init; }

    /// <summary>Ids of whole block devices.</summary>
    public IReadOnlyList<int> BlockDevices { get; init; } = [];

    /// <summary>Ids of partitions.</summary>
    public IReadOnlyList<int> Partitions { get; init; } = [];
}

/// <summary>Changes of a volume group; null or empty leaves it as it is.</summary>
public sealed record VolumeGroupUpdate
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Its UUID.</summary>
    public string? Uuid { get; init; }

    /// <summary>Ids of block devices to add.</summary>
    public IReadOnlyList<int> AddBlockDevices { get; init; } = [];

    /// <summary>Ids of block devices to remove.</summary>
    public IReadOnlyList<int> RemoveBlockDevices { get; init; } = [];

    /// <summary>Ids of partitions to add.</summary>
    public IReadOnlyList<int> AddPartitions { get; init; } = [];

    /// <summary>Ids of partitions to remove.</summary>
    public IReadOnlyList<int> RemovePartitions { get; init; } = [];
}
