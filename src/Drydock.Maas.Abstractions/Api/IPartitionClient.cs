using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Partitions of a block device (nodes/{system_id}/blockdevices/{device}/partition(s)).</summary>
public interface IPartitionClient
{
    /// <summary>POST nodes/{system_id}/blockdevices/{device}/partitions/: size in bytes.</summary>
    Task<Partition> CreateAsync(string systemId, int deviceId, PartitionRequest request, CancellationToken token);

    /// <summary>DELETE nodes/{system_id}/blockdevices/{device}/partition/{id} (no trailing slash).</summary>
    Task DeleteAsync(string systemId, int deviceId, int id, CancellationToken token);

    /// <summary>POST …/partition/{id}?op=format.</summary>
    Task<Partition> FormatAsync(string systemId, int deviceId, int id, FormatRequest request, CancellationToken token);

    /// <summary>POST …/partition/{id}?op=unformat.</summary>
    Task<Partition> UnformatAsync(string systemId, int deviceId, int id, CancellationToken token);

    /// <summary>POST …/partition/{id}?op=mount.</summary>
    Task<Partition> MountAsync(string systemId, int deviceId, int id, string mountPoint, string? mountOptions, CancellationToken token);

    /// <summary>POST …/partition/{id}?op=unmount.</summary>
    Task<Partition> UnmountAsync(string systemId, int deviceId, int id, CancellationToken token);
}

/// <summary>A partition to make.</summary>
public sealed record PartitionRequest
{
    /// <summary>Size in bytes; MAAS cuts it to whole 4 MiB.</summary>
    public long Size { get; init; }

    /// <summary>Its UUID; MAAS makes one when null.</summary>
    public string? Uuid { get; init; }

    /// <summary>Whether it is marked bootable.</summary>
    public bool Bootable { get; init; }
}
