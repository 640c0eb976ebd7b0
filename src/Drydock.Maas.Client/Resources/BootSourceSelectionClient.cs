using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>boot-sources/{source}/selections/.</summary>
internal sealed class BootSourceSelectionClient(ApiConnection api) : IBootSourceSelectionClient
{
    public Task<IReadOnlyList<BootSourceSelection>> ListAsync(int sourceId, CancellationToken token) =>
        api.ListAsync<BootSourceSelection>(Routes.List.ToRequest(sourceId), token);

    public Task<BootSourceSelection> CreateAsync(int sourceId, BootSourceSelectionRequest selection, CancellationToken token) =>
        api.SendAsync<BootSourceSelection>(Routes.Create.ToRequest(sourceId) with { Form = Form(selection) }, token);

    public Task<BootSourceSelection> UpdateAsync(int sourceId, int id, BootSourceSelectionRequest update, CancellationToken token) =>
        api.SendAsync<BootSourceSelection>(Routes.Update.ToRequest(sourceId, id) with { Form = Form(update) }, token);

    public Task DeleteAsync(int sourceId, int id, CancellationToken token) => api.SendAsync(Routes.Delete.ToRequest(sourceId, id), token);

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

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("boot-sources/{source_id}/selections/");
        public static readonly ApiRoute Create = ApiRoute.Post("boot-sources/{source_id}/selections/");
        public static readonly ApiRoute Update = ApiRoute.Put("boot-sources/{source_id}/selections/{id}/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("boot-sources/{source_id}/selections/{id}/");
    }
}
