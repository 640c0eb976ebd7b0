using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>dhcp-snippets/.</summary>
internal sealed class DhcpSnippetClient(ApiConnection api) : IDhcpSnippetClient
{
    public Task<IReadOnlyList<DhcpSnippet>> ListAsync(CancellationToken token) =>
        api.ListAsync<DhcpSnippet>(Routes.List.ToRequest(), token);

    public Task<DhcpSnippet> CreateAsync(DhcpSnippetRequest request, CancellationToken token) =>
        api.SendAsync<DhcpSnippet>(Routes.Create.ToRequest() with { Form = Form(request) }, token);

    public async Task<DhcpSnippet> UpdateAsync(int id, DhcpSnippetRequest update, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(update);
        // A change that does not send the text makes the number of its last version the text.
        if (update.Value is null)
            update = update with { Value = (await api.SendAsync<DhcpSnippet>(Routes.Get.ToRequest(id), token).ConfigureAwait(false)).Value };
        return await api.SendAsync<DhcpSnippet>(Routes.Update.ToRequest(id) with { Form = Form(update) }, token).ConfigureAwait(false);
    }

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(Routes.Delete.ToRequest(id), token);

    private static RequestParameters Form(DhcpSnippetRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestParameters()
            .Add("name", request.Name)
            .Add("value", request.Value)
            .Add("description", request.Description)
            .Add("enabled", request.Enabled)
            .Add("node", request.Node)
            .Add("subnet", request.Subnet)
            .Add("global_snippet", request.GlobalSnippet);
    }

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("dhcp-snippets/");
        public static readonly ApiRoute Create = ApiRoute.Post("dhcp-snippets/");
        public static readonly ApiRoute Get = ApiRoute.Get("dhcp-snippets/{id}/");
        public static readonly ApiRoute Update = ApiRoute.Put("dhcp-snippets/{id}/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("dhcp-snippets/{id}/");
    }
}
