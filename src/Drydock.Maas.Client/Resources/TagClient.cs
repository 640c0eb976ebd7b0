using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>tags/.</summary>
internal sealed class TagClient(ApiConnection api) : ITagClient
{
    public Task<IReadOnlyList<Tag>> ListAsync(CancellationToken token) => api.ListAsync<Tag>(Routes.List.ToRequest(), token);

    public Task<Tag> CreateAsync(TagRequest tag, CancellationToken token) =>
        api.SendAsync<Tag>(Routes.Create.ToRequest() with { Form = Form(tag) }, token);

    public Task<Tag> UpdateAsync(string name, TagRequest update, CancellationToken token) =>
        api.SendAsync<Tag>(Routes.Update.ToRequest(name) with { Form = Form(update) }, token);

    public Task DeleteAsync(string name, CancellationToken token) => api.SendAsync(Routes.Delete.ToRequest(name), token);

    public Task UpdateNodesAsync(string name, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(add);
        ArgumentNullException.ThrowIfNull(remove);
        var form = new RequestParameters().AddAll("add", add).AddAll("remove", remove);
        return api.SendAsync(Routes.UpdateNodes.ToRequest(name) with { Form = form }, token);
    }

    public Task<IReadOnlyList<Machine>> ListMachinesAsync(string name, CancellationToken token) =>
        api.ListAsync<Machine>(Routes.ListMachines.ToRequest(name), token);

    private static RequestParameters Form(TagRequest tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return new RequestParameters()
            .Add("name", tag.Name)
            .Add("definition", tag.Definition)
            .Add("kernel_opts", tag.KernelOpts)
            .Add("comment", tag.Comment);
    }

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("tags/");
        public static readonly ApiRoute Create = ApiRoute.Post("tags/");
        public static readonly ApiRoute Update = ApiRoute.Put("tags/{name}/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("tags/{name}/");
        public static readonly ApiRoute UpdateNodes = ApiRoute.Post("tags/{name}/", "update_nodes");
        public static readonly ApiRoute ListMachines = ApiRoute.Get("tags/{name}/", "machines");
    }
}
