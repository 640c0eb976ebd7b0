using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>nodes/{system_id}/volume-groups/, volume-group/{id}/.</summary>
internal sealed class VolumeGroupClient(ApiConnection api) : IVolumeGroupClient
{
    public Task<IReadOnlyList<VolumeGroup>> ListAsync(string systemId, CancellationToken token) =>
        api.ListAsync<VolumeGroup>(MaasRequest.Get(All(systemId)), token);

    public Task<VolumeGroup> CreateAsync(string systemId, VolumeGroupRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new RequestParameters()
            .Add("name", request.Name)
            .Add("uuid", request.Uuid)
            .AddAll("block_devices", request.BlockDevices)
            .AddAll("partitions", request.Partitions);
        return api.SendAsync<VolumeGroup>(MaasRequest.Post(All(systemId), null, form), token);
    }

    public Task DeleteAsync(string systemId, int id, CancellationToken token) =>
        api.SendAsync(MaasRequest.Delete(One(systemId, id)), token);

    public Task<BlockDevice> CreateLogicalVolumeAsync(
        string systemId, int id, string name, string? uuid, long size, CancellationToken token)
    {
        var form = new RequestParameters().Add("name", name).Add("uuid", uuid).Add("size", size);
        return api.SendAsync<BlockDevice>(MaasRequest.Post(One(systemId, id), "create_logical_volume", form), token);
    }

    public Task DeleteLogicalVolumeAsync(string systemId, int id, int logicalVolumeId, CancellationToken token) =>
        api.SendAsync(
            MaasRequest.Post(One(systemId, id), "delete_logical_volume", new RequestParameters().Add("id", logicalVolumeId)), token);

    public Task<VolumeGroup> UpdateAsync(string systemId, int id, VolumeGroupUpdate update, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(update);
        var form = new RequestParameters()
            .Add("name", update.Name)
            .Add("uuid", update.Uuid)
            .AddAll("add_block_devices", update.AddBlockDevices)
            .AddAll("remove_block_devices", update.RemoveBlockDevices)
            .AddAll("add_partitions", update.AddPartitions)
            .AddAll("remove_partitions", update.RemovePartitions);
        return api.SendAsync<VolumeGroup>(MaasRequest.Put(One(systemId, id), form), token);
    }

    private static string All(string systemId) => $"nodes/{Uri.EscapeDataString(systemId)}/volume-groups/";

    private static string One(string systemId, int id) =>
        FormattableString.Invariant($"nodes/{Uri.EscapeDataString(systemId)}/volume-group/{id}/");
}
