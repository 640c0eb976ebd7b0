using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>nodes/{system_id}/volume-groups/, volume-group/{id}/.</summary>
internal sealed class VolumeGroupClient(ApiConnection api) : IVolumeGroupClient
{
    public Task<IReadOnlyList<VolumeGroup>> ListAsync(string systemId, CancellationToken token) =>
        api.ListAsync<VolumeGroup>(Routes.List.ToRequest(systemId), token);

    public Task<VolumeGroup> CreateAsync(string systemId, VolumeGroupRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new RequestParameters()
            .Add("name", request.Name)
            .Add("uuid", request.Uuid)
            .AddAll("block_devices", request.BlockDevices)
            .AddAll("partitions", request.Partitions);
        return api.SendAsync<VolumeGroup>(Routes.Create.ToRequest(systemId) with { Form = form }, token);
    }

    public Task DeleteAsync(string systemId, int id, CancellationToken token) =>
        api.SendAsync(Routes.Delete.ToRequest(systemId, id), token);

    public Task<BlockDevice> CreateLogicalVolumeAsync(
        string systemId, int id, string name, string? uuid, long size, CancellationToken token)
    {
        var form = new RequestParameters().Add("name", name).Add("uuid", uuid).Add("size", size);
        return api.SendAsync<BlockDevice>(Routes.CreateLogicalVolume.ToRequest(systemId, id) with { Form = form }, token);
    }

    public Task DeleteLogicalVolumeAsync(string systemId, int id, int logicalVolumeId, CancellationToken token) =>
        api.SendAsync(
            Routes.DeleteLogicalVolume.ToRequest(systemId, id) with { Form = new RequestParameters().Add("id", logicalVolumeId) }, token);

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
        return api.SendAsync<VolumeGroup>(Routes.Update.ToRequest(systemId, id) with { Form = form }, token);
    }

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("nodes/{system_id}/volume-groups/");
        public static readonly ApiRoute Create = ApiRoute.Post("nodes/{system_id}/volume-groups/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("nodes/{system_id}/volume-group/{id}/");
        public static readonly ApiRoute CreateLogicalVolume = ApiRoute.Post("nodes/{system_id}/volume-group/{id}/", "create_logical_volume");
        public static readonly ApiRoute DeleteLogicalVolume = ApiRoute.Post("nodes/{system_id}/volume-group/{id}/", "delete_logical_volume");
        public static readonly ApiRoute Update = ApiRoute.Put("nodes/{system_id}/volume-group/{id}/");
    }
}
