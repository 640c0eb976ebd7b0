using System.Text.Json.Nodes;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>package-repositories/.</summary>
internal sealed class PackageRepositoryClient(ApiConnection api) : IPackageRepositoryClient
{
    public Task<IReadOnlyList<PackageRepository>> ListAsync(CancellationToken token) =>
        api.ListAsync<PackageRepository>(Routes.List.ToRequest(), token);

    public Task<PackageRepository> CreateAsync(PackageRepositoryRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        var given = request with
        {
            Distributions = NullIfEmpty(request.Distributions), Components = NullIfEmpty(request.Components), Arches = NullIfEmpty(request.Arches),
        };
        return api.SendAsync<PackageRepository>(Routes.Create.ToRequest() with { Form = Form(given) }, token);
    }

    public Task<PackageRepository> UpdateAsync(int id, PackageRepositoryRequest update, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(update);
        // A form cannot say that one of these has nothing left: MAAS takes an empty text for one blank item and refuses it.
        var clears = new[] { update.Distributions, update.Components, update.Arches }.Any(list => list is { Count: 0 });
        var request = Routes.Update.ToRequest(id) with { Form = clears ? new() : Form(update) };
        return api.SendAsync<PackageRepository>(clears ? request with { Json = Json(update) } : request, token);
    }

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(Routes.Delete.ToRequest(id), token);

    private static RequestParameters Form(PackageRepositoryRequest request) => new RequestParameters()
        .Add("name", request.Name)
        .Add("url", request.Url)
        .AddJoined("distributions", request.Distributions)
        .AddJoined("disabled_pockets", request.DisabledPockets)
        .AddJoined("disabled_components", request.DisabledComponents)
        .AddJoined("components", request.Components)
        .AddJoined("arches", request.Arches)
        .Add("key", request.Key)
        .Add("disable_sources", request.DisableSources)
        .Add("enabled", request.Enabled);

    /// <summary>What is null is left out: MAAS would make the word "None" of it.</summary>
    private static JsonObject Json(PackageRepositoryRequest request)
    {
        var body = new JsonObject();
        Add("name", request.Name);
        Add("url", request.Url);
        Add("distributions", List(request.Distributions));
        Add("disabled_pockets", List(request.DisabledPockets));
        Add("disabled_components", List(request.DisabledComponents));
        Add("components", List(request.Components));
        Add("arches", List(request.Arches));
        Add("key", request.Key);
        Add("disable_sources", request.DisableSources);
        Add("enabled", request.Enabled);
        return body;

        void Add(string name, JsonNode? value)
        {
            if (value is not null)
                body[name] = value;
        }
    }

    private static JsonArray? List(IReadOnlyList<string>? values) =>
        values is null ? null : new JsonArray([.. values.Select(v => (JsonNode?)JsonValue.Create(v))]);

    private static IReadOnlyList<string>? NullIfEmpty(IReadOnlyList<string>? values) => values is { Count: 0 } ? null : values;

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("package-repositories/");
        public static readonly ApiRoute Create = ApiRoute.Post("package-repositories/");
        public static readonly ApiRoute Update = ApiRoute.Put("package-repositories/{id}/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("package-repositories/{id}/");
    }
}
