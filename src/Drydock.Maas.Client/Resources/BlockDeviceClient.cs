using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>nodes/{system_id}/blockdevices/.</summary>
internal sealed class BlockDeviceClient(ApiConnection api) : IBlockDeviceClient
{
    public Task<IReadOnlyList<BlockDevice>> ListAsync(string systemId, CancellationToken token) =>
        api.ListAsync<BlockDevice>(MaasRequest.Get($"nodes/{Uri.EscapeDataString(systemId)}/blockdevices/"), token);

    public Task SetBootDiskAsync(string systemId, int id, CancellationToken token) =>
        api.SendAsync(MaasRequest.Post(One(systemId, id), "set_boot_disk"), token);

    public Task<BlockDevice> FormatAsync(string systemId, int id, FormatRequest request, CancellationToken token) =>
        Do(systemId, id, "format", StorageForms.Format(request), token);

    public Task<BlockDevice> UnformatAsync(string systemId, int id, CancellationToken token) => Do(systemId, id, "unformat", null, token);

    public Task<BlockDevice> MountAsync(string systemId, int id, string mountPoint, string? mountOptions, CancellationToken token) =>
        Do(systemId, id, "mount", StorageForms.Mount(mountPoint, mountOptions), token);

    public Task<BlockDevice> UnmountAsync(string systemId, int id, CancellationToken token) => Do(systemId, id, "unmount", null, token);

    public Task<BlockDevice> GetAsync(string systemId, int id, CancellationToken token) =>
        api.SendAsync<BlockDevice>(MaasRequest.Get(One(systemId, id)), token);

    public Task<BlockDevice> CreateAsync(string systemId, BlockDeviceRequest request, CancellationToken token) =>
        api.SendAsync<BlockDevice>(
            MaasRequest.Post($"nodes/{Uri.EscapeDataString(systemId)}/blockdevices/", null, StorageForms.BlockDevice(request)), token);

    public Task<BlockDevice> UpdateAsync(string systemId, int id, BlockDeviceRequest update, CancellationToken token) =>
        api.SendAsync<BlockDevice>(MaasRequest.Put(One(systemId, id), StorageForms.BlockDevice(update)), token);

    public Task DeleteAsync(string systemId, int id, CancellationToken token) =>
        api.SendAsync(MaasRequest.Delete(One(systemId, id)), token);

    public Task<BlockDevice> AddTagAsync(string systemId, int id, string tag, CancellationToken token) =>
        Do(systemId, id, "add_tag", new RequestParameters().Add("tag", tag), token);

    public Task<BlockDevice> RemoveTagAsync(string systemId, int id, string tag, CancellationToken token) =>
        Do(systemId, id, "remove_tag", new RequestParameters().Add("tag", tag), token);

    private Task<BlockDevice> Do(string systemId, int id, string operation, RequestParameters? form, CancellationToken token) =>
        api.SendAsync<BlockDevice>(MaasRequest.Post(One(systemId, id), operation, form), token);

    private static string One(string systemId, int id) =>
        FormattableString.Invariant($"nodes/{Uri.EscapeDataString(systemId)}/blockdevices/{id}/");
}
