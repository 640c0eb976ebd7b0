using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>package-repositories/.</summary>
internal sealed class PackageRepositoryClient(ApiConnection api) : IPackageRepositoryClient
{
    private const string All = "package-repositories/";

    public Task<IReadOnlyList<PackageRepository>> ListAsync(CancellationToken token) =>
        api.ListAsync<PackageRepository>(MaasRequest.Get(All), token);

    public Task<PackageRepository> GetAsync(string nameOrId, CancellationToken token) =>
        api.SendAsync<PackageRepository>(MaasRequest.Get($"{All}{Uri.EscapeDataString(nameOrId)}/"), token);

    public Task<PackageRepository> CreateAsync(PackageRepositoryRequest request, CancellationToken token) =>
        api.SendAsync<PackageRepository>(MaasRequest.Post(All, null, Form(request)), token);

    public Task<PackageRepository> UpdateAsync(int id, PackageRepositoryRequest update, CancellationToken token) =>
        api.SendAsync<PackageRepository>(MaasRequest.Put(One(id), Form(update)), token);

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(MaasRequest.Delete(One(id)), token);

    private static RequestParameters Form(PackageRepositoryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestParameters()
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
    }

    private static string One(int id) => FormattableString.Invariant($"{All}{id}/");
}
