using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>nodes/{system_id}/raids/, raid/{id}/.</summary>
internal sealed class RaidClient(ApiConnection api) : IRaidClient
{
    public Task<IReadOnlyList<Raid>> ListAsync(string systemId, CancellationToken token) =>
        api.ListAsync<Raid>(MaasRequest.Get(All(systemId)), token);

    public Task<Raid> CreateAsync(string systemId, RaidRequest request, CancellationToken token) =>
        api.SendAsync<Raid>(MaasRequest.Post(All(systemId), null, Form(request)), token);

    public Task DeleteAsync(string systemId, int id, CancellationToken token) =>
        api.SendAsync(MaasRequest.Delete(One(systemId, id)), token);

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

    private static string All(string systemId) => $"nodes/{Uri.EscapeDataString(systemId)}/raids/";

    private static string One(string systemId, int id) => FormattableString.Invariant($"nodes/{Uri.EscapeDataString(systemId)}/raid/{id}/");
}
