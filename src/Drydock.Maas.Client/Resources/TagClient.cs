using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>tags/.</summary>
internal sealed class TagClient(ApiConnection api) : ITagClient
{
    public async Task<IReadOnlyList<Tag>> ListAsync(CancellationToken token) =>
        await api.SendAsync<List<Tag>>(MaasRequest.Get("tags/"), token).ConfigureAwait(false);

    public Task<Tag> CreateAsync(string name, string? kernelOpts, string? comment, CancellationToken token) =>
        api.SendAsync<Tag>(MaasRequest.Post("tags/", null, Form(kernelOpts, comment).Add("name", name)), token);

    public Task<Tag> UpdateAsync(string name, string? kernelOpts, string? comment, CancellationToken token) =>
        api.SendAsync<Tag>(MaasRequest.Put(One(name), Form(kernelOpts, comment)), token);

    public Task DeleteAsync(string name, CancellationToken token) => api.SendAsync(MaasRequest.Delete(One(name)), token);

    public Task UpdateNodesAsync(string name, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(add);
        ArgumentNullException.ThrowIfNull(remove);
        var form = new RequestParameters().AddAll("add", add).AddAll("remove", remove);
        return api.SendAsync(MaasRequest.Post(One(name), "update_nodes", form), token);
    }

    private static RequestParameters Form(string? kernelOpts, string? comment) =>
        new RequestParameters().Add("kernel_opts", kernelOpts).Add("comment", comment);

    private static string One(string name) => $"tags/{Uri.EscapeDataString(name)}/";
}
