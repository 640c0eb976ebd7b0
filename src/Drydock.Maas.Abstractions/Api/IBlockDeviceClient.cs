using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Block devices of a machine (nodes/{system_id}/blockdevices/).</summary>
public interface IBlockDeviceClient
{
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
}
