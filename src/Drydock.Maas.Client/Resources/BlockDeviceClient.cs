using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>nodes/{system_id}/blockdevices/.</summary>
internal sealed class BlockDeviceClient(ApiConnection api) : IBlockDeviceClient
{
    public Task SetBootDiskAsync(string systemId, int id, CancellationToken token) =>
        api.SendAsync(Routes.SetBootDisk.ToRequest(systemId, id), token);

    public Task<BlockDevice> FormatAsync(string systemId, int id, FormatRequest request, CancellationToken token) =>
        SendAsync(Routes.Format, systemId, id, StorageForms.Format(request), token);

    public Task<BlockDevice> UnformatAsync(string systemId, int id, CancellationToken token) => SendAsync(Routes.Unformat, systemId, id, null, token);

    public Task<BlockDevice> MountAsync(string systemId, int id, string mountPoint, string? mountOptions, CancellationToken token) =>
        SendAsync(Routes.Mount, systemId, id, StorageForms.Mount(mountPoint, mountOptions), token);

    public Task<BlockDevice> UnmountAsync(string systemId, int id, CancellationToken token) => SendAsync(Routes.Unmount, systemId, id, null, token);

    private Task<BlockDevice> SendAsync(ApiRoute route, string systemId, int id, RequestParameters? form, CancellationToken token) =>
        api.SendAsync<BlockDevice>(route.ToRequest(systemId, id) with { Form = form ?? new() }, token);

    private static class Routes
    {
        public static readonly ApiRoute SetBootDisk = ApiRoute.Post("nodes/{system_id}/blockdevices/{id}/", "set_boot_disk");
        public static readonly ApiRoute Format = ApiRoute.Post("nodes/{system_id}/blockdevices/{id}/", "format");
        public static readonly ApiRoute Unformat = ApiRoute.Post("nodes/{system_id}/blockdevices/{id}/", "unformat");
        public static readonly ApiRoute Mount = ApiRoute.Post("nodes/{system_id}/blockdevices/{id}/", "mount");
        public static readonly ApiRoute Unmount = ApiRoute.Post("nodes/{system_id}/blockdevices/{id}/", "unmount");
    }
}
