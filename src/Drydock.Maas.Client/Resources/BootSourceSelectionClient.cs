using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>boot-sources/{source}/selections/.</summary>
internal sealed class BootSourceSelectionClient(ApiConnection api) : IBootSourceSelectionClient
{
    public Task<IReadOnlyList<BootSourceSelection>> ListAsync(int sourceId, CancellationToken token) =>
        api.ListAsync<BootSourceSelection>(MaasRequest.Get(All(sourceId)), token);

    public Task<BootSourceSelection> CreateAsync(int sourceId, BootSourceSelectionRequest selection, CancellationToken token) =>
        api.SendAsync<BootSourceSelection>(MaasRequest.Post(All(sourceId), null, Form(selection)), token);

    public Task<BootSourceSelection> UpdateAsync(int sourceId, int id, BootSourceSelectionRequest update, CancellationToken token) =>
        api.SendAsync<BootSourceSelection>(MaasRequest.Put(One(sourceId, id), Form(update)), token);

    public Task DeleteAsync(int sourceId, int id, CancellationToken token) => api.SendAsync(MaasRequest.Delete(One(sourceId, id)), token);

    private static RequestParameters Form(BootSourceSelectionRequest selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        return new RequestParameters()
            .Add("os", selection.Os)
            .Add("release", selection.Release)
            .AddAll("arches", selection.Arches)
            .AddAll("subarches", selection.Subarches)
            .AddAll("labels", selection.Labels);
    }

    private static string All(int sourceId) => FormattableString.Invariant($"boot-sources/{sourceId}/selections/");

    private static string One(int sourceId, int id) => FormattableString.Invariant($"{All(sourceId)}{id}/");
}
