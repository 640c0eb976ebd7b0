using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>nodes/{system_id}/blockdevices/.</summary>
internal sealed class BlockDeviceClient(ApiConnection api) : IBlockDeviceClient
{
    public Task SetBootDiskAsync(string systemId, int id, CancellationToken token) =>
        api.SendAsync(MaasRequest.Post(One(systemId, id), "set_boot_disk"), token);

    public Task<BlockDevice> FormatAsync(string systemId, int id, FormatRequest request, CancellationToken token) =>
        Do(systemId, id, "format", StorageForms.Format(request), token);

    public Task<BlockDevice> UnformatAsync(string systemId, int id, CancellationToken token) => Do(systemId, id, "unformat", null, token);

    public Task<BlockDevice> MountAsync(string systemId, int id, string mountPoint, string? mountOptions, CancellationToken token) =>
        Do(systemId, id, "mount", StorageForms.Mount(mountPoint, mountOptions), token);

    public Task<BlockDevice> UnmountAsync(string systemId, int id, CancellationToken token) => Do(systemId, id, "unmount", null, token);

    private Task<BlockDevice> Do(string systemId, int id, string operation, RequestParameters? form, CancellationToken token) =>
        api.SendAsync<BlockDevice>(MaasRequest.Post(One(systemId, id), operation, form), token);

    private static string One(string systemId, int id) =>
        FormattableString.Invariant($"nodes/{Uri.EscapeDataString(systemId)}/blockdevices/{id}/");
}
