using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Block devices of a machine (nodes/{system_id}/blockdevices/).</summary>
public interface IBlockDeviceClient
{
    /// <summary>GET nodes/{system_id}/blockdevices/.</summary>
    Task<IReadOnlyList<BlockDevice>> ListAsync(string systemId, CancellationToken token);

    /// <summary>POST nodes/{system_id}/blockdevices/{id}/?op=set_boot_disk.</summary>
    Task SetBootDiskAsync(string systemId, int id, CancellationToken token);

    /// <summary>POST nodes/{system_id}/blockdevices/{id}/?op=format; uuid and label may be null.</summary>
    Task<BlockDevice> FormatAsync(string systemId, int id, FormatRequest request, CancellationToken token);

    /// <summary>POST nodes/{system_id}/blockdevices/{id}/?op=unformat.</summary>
    Task<BlockDevice> UnformatAsync(string systemId, int id, CancellationToken token);

    /// <summary>POST nodes/{system_id}/blockdevices/{id}/?op=mount.</summary>
    Task<BlockDevice> MountAsync(string systemId, int id, string mountPoint, string? mountOptions, CancellationToken token);

    /// <summary>POST nodes/{system_id}/blockdevices/{id}/?op=unmount.</summary>
    Task<BlockDevice> UnmountAsync(string systemId, int id, CancellationToken token);

    /// <summary>GET nodes/{system_id}/blockdevices/{id}/.</summary>
    Task<BlockDevice> GetAsync(string systemId, int id, CancellationToken token);

    /// <summary>POST nodes/{system_id}/blockdevices/: a physical disk.</summary>
    Task<BlockDevice> CreateAsync(string systemId, BlockDeviceRequest request, CancellationToken token);

    /// <summary>PUT nodes/{system_id}/blockdevices/{id}/.</summary>
    Task<BlockDevice> UpdateAsync(string systemId, int id, BlockDeviceRequest update, CancellationToken token);

    /// <summary>DELETE nodes/{system_id}/blockdevices/{id}/.</summary>
    Task DeleteAsync(string systemId, int id, CancellationToken token);

    /// <summary>POST nodes/{system_id}/blockdevices/{id}/?op=add_tag.</summary>
    Task<BlockDevice> AddTagAsync(string systemId, int id, string tag, CancellationToken token);

    /// <summary>POST nodes/{system_id}/blockdevices/{id}/?op=remove_tag.</summary>
    Task<BlockDevice> RemoveTagAsync(string systemId, int id, string tag, CancellationToken token);
}

/// <summary>A disk to add by hand or fields of one to change; null is left out.</summary>
public sealed record BlockDeviceRequest
{
    /// <summary>The name, for example sdc.</summary>
    public string? Name { get; init; }

    /// <summary>The model; with the serial number it identifies the disk.</summary>
    public string? Model { get; init; }

    /// <summary>The serial number.</summary>
    public string? Serial { get; init; }

    /// <summary>The path by which the hardware is found, instead of model and serial number.</summary>
    public string? IdPath { get; init; }

    /// <summary>Size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Block size in bytes.</summary>
    public int? BlockSize { get; init; }
}
