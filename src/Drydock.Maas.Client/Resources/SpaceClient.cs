using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>spaces/.</summary>
internal sealed class SpaceClient(ApiConnection api) : ISpaceClient
{
    public Task<IReadOnlyList<Space>> ListAsync(CancellationToken token) => api.ListAsync<Space>(Routes.List.ToRequest(), token);

    public Task<Space> CreateAsync(string? name, string? description, CancellationToken token) =>
        api.SendAsync<Space>(Routes.Create.ToRequest() with { Form = Form(name, description) }, token);

    private static RequestParameters Form(string? name, string? description) =>
        new RequestParameters().Add("name", name).Add("description", description);

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("spaces/");
        public static readonly ApiRoute Create = ApiRoute.Post("spaces/");
    }
}
