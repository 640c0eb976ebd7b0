using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>nodes/{system_id}/raids/, raid/{id}/.</summary>
internal sealed class RaidClient(ApiConnection api) : IRaidClient
{
    public Task<IReadOnlyList<Raid>> ListAsync(string systemId, CancellationToken token) =>
        api.ListAsync<Raid>(Routes.List.ToRequest(systemId), token);

    public Task<Raid> CreateAsync(string systemId, RaidRequest request, CancellationToken token) =>
        api.SendAsync<Raid>(Routes.Create.ToRequest(systemId) with { Form = Form(request) }, token);

    public Task DeleteAsync(string systemId, int id, CancellationToken token) =>
        api.SendAsync(Routes.Delete.ToRequest(systemId, id), token);

    private static RequestParameters Form(RaidRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestParameters()
            .Add("name", request.Name)
            .Add("uuid", request.Uuid)
            .Add("level", request.Level)
            .AddAll("block_devices", request.BlockDevices)
            .AddAll("partitions", request.Partitions)
            .AddAll("spare_devices", request.SpareDevices)
            .AddAll("spare_partitions", request.SparePartitions);
    }

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("nodes/{system_id}/raids/");
        public static readonly ApiRoute Create = ApiRoute.Post("nodes/{system_id}/raids/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("nodes/{system_id}/raid/{id}/");
    }
}
