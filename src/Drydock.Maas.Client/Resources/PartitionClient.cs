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
        return api.SendAsync<Partition>(MaasRequest.Post($"{Device(systemId, deviceId)}partitions/", null, form), token);
    }

    public Task DeleteAsync(string systemId, int deviceId, int id, CancellationToken token) =>
        api.SendAsync(MaasRequest.Delete(One(systemId, deviceId, id)), token);

    public Task<Partition> FormatAsync(string systemId, int deviceId, int id, FormatRequest request, CancellationToken token) =>
        Do(systemId, deviceId, id, "format", StorageForms.Format(request), token);

    public Task<Partition> UnformatAsync(string systemId, int deviceId, int id, CancellationToken token) =>
        Do(systemId, deviceId, id, "unformat", null, token);

    public Task<Partition> MountAsync(
        string systemId, int deviceId, int id, string mountPoint, string? mountOptions, CancellationToken token) =>
        Do(systemId, deviceId, id, "mount", StorageForms.Mount(mountPoint, mountOptions), token);

    public Task<Partition> UnmountAsync(string systemId, int deviceId, int id, CancellationToken token) =>
        Do(systemId, deviceId, id, "unmount", null, token);

    private Task<Partition> Do(string systemId, int deviceId, int id, string operation, RequestParameters? form, CancellationToken token) =>
        api.SendAsync<Partition>(MaasRequest.Post(One(systemId, deviceId, id), operation, form), token);

    private static string Device(string systemId, int deviceId) =>
        FormattableString.Invariant($"nodes/{Uri.EscapeDataString(systemId)}/blockdevices/{deviceId}/");

    private static string One(string systemId, int deviceId, int id) =>
        FormattableString.Invariant($"{Device(systemId, deviceId)}partition/{id}");
}
