using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>nodes/{system_id}/blockdevices/{device}/partition(s); a single one has no trailing slash.</summary>
internal sealed class PartitionClient(ApiConnection api) : IPartitionClient
{
    public Task<Partition> CreateAsync(string systemId, int deviceId, PartitionRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new RequestParameters().Add("size", request.Size).Add("uuid", request.Uuid).Flag("bootable", request.Bootable);
        return api.SendAsync<Partition>(Routes.Create.ToRequest(systemId, deviceId) with { Form = form }, token);
    }

    public Task DeleteAsync(string systemId, int deviceId, int id, CancellationToken token) =>
        api.SendAsync(Routes.Delete.ToRequest(systemId, deviceId, id), token);

    public Task<Partition> FormatAsync(string systemId, int deviceId, int id, FormatRequest request, CancellationToken token) =>
        SendAsync(Routes.Format, systemId, deviceId, id, StorageForms.Format(request), token);

    public Task<Partition> UnformatAsync(string systemId, int deviceId, int id, CancellationToken token) =>
        SendAsync(Routes.Unformat, systemId, deviceId, id, null, token);

    public Task<Partition> MountAsync(
        string systemId, int deviceId, int id, string mountPoint, string? mountOptions, CancellationToken token) =>
        SendAsync(Routes.Mount, systemId, deviceId, id, StorageForms.Mount(mountPoint, mountOptions), token);

    public Task<Partition> UnmountAsync(string systemId, int deviceId, int id, CancellationToken token) =>
        SendAsync(Routes.Unmount, systemId, deviceId, id, null, token);

    private Task<Partition> SendAsync(ApiRoute route, string systemId, int deviceId, int id, RequestParameters? form, CancellationToken token) =>
        api.SendAsync<Partition>(route.ToRequest(systemId, deviceId, id) with { Form = form ?? new() }, token);

    private static class Routes
    {
        public static readonly ApiRoute Create = ApiRoute.Post("nodes/{system_id}/blockdevices/{device_id}/partitions/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("nodes/{system_id}/blockdevices/{device_id}/partition/{id}");
        public static readonly ApiRoute Format = ApiRoute.Post("nodes/{system_id}/blockdevices/{device_id}/partition/{id}", "format");
        public static readonly ApiRoute Unformat = ApiRoute.Post("nodes/{system_id}/blockdevices/{device_id}/partition/{id}", "unformat");
        public static readonly ApiRoute Mount = ApiRoute.Post("nodes/{system_id}/blockdevices/{device_id}/partition/{id}", "mount");
        public static readonly ApiRoute Unmount = ApiRoute.Post("nodes/{system_id}/blockdevices/{device_id}/partition/{id}", "unmount");
    }
}
