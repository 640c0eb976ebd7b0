using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>domains/.</summary>
internal sealed class DomainClient(ApiConnection api) : IDomainClient
{
    public Task<IReadOnlyList<Domain>> ListAsync(CancellationToken token) =>
        api.ListAsync<Domain>(Routes.List.ToRequest(), token);

    public Task<Domain> CreateAsync(string name, bool authoritative, CancellationToken token) => api.SendAsync<Domain>(
        Routes.Create.ToRequest() with { Form = new RequestParameters().Add("name", name).Add("authoritative", authoritative) }, token);

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("domains/");
        public static readonly ApiRoute Create = ApiRoute.Post("domains/");
    }
}
