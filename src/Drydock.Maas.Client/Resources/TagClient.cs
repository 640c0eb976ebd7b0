using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>tags/.</summary>
internal sealed class TagClient(ApiConnection api) : ITagClient
{
    public Task<IReadOnlyList<Tag>> ListAsync(CancellationToken token) => api.ListAsync<Tag>(MaasRequest.Get("tags/"), token);

    public Task<Tag> CreateAsync(TagRequest tag, CancellationToken token) =>
        api.SendAsync<Tag>(MaasRequest.Post("tags/", null, Form(tag)), token);

    public Task<Tag> UpdateAsync(string name, TagRequest update, CancellationToken token) =>
        api.SendAsync<Tag>(MaasRequest.Put(One(name), Form(update)), token);

    public Task DeleteAsync(string name, CancellationToken token) => api.SendAsync(MaasRequest.Delete(One(name)), token);

    public Task UpdateNodesAsync(string name, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(add);
        ArgumentNullException.ThrowIfNull(remove);
        var form = new RequestParameters().AddAll("add", add).AddAll("remove", remove);
        return api.SendAsync(MaasRequest.Post(One(name), "update_nodes", form), token);
    }

    public Task<IReadOnlyList<Machine>> ListMachinesAsync(string name, CancellationToken token) =>
        api.ListAsync<Machine>(MaasRequest.Get(One(name), "machines"), token);

    private static RequestParameters Form(TagRequest tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return new RequestParameters()
            .Add("name", tag.Name)
            .Add("definition", tag.Definition)
            .Add("kernel_opts", tag.KernelOpts)
            .Add("comment", tag.Comment);
    }

    private static string One(string name) => $"tags/{Uri.EscapeDataString(name)}/";
}
