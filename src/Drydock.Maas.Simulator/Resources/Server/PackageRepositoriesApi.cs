using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary><c>package-repositories/</c>.</summary>
internal sealed class PackageRepositoriesApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "package-repositories/", null, call => ApiResponse.Json(ApiJson.List(call.State.PackageRepositories, Render)));
        router.Map("POST", "package-repositories/", null, Create, Access.Admin);
        router.Map("GET", "package-repositories/{id}/", null, call => ApiResponse.Json(Render(Find(call))));
        router.Map("PUT", "package-repositories/{id}/", null, Update, Access.Admin);
        router.Map("DELETE", "package-repositories/{id}/", null, Delete, Access.Admin);
    }

    private static JsonObject Render(SimulatedPackageRepository repository) => new()
    {
        ["name"] = repository.Name,
        ["url"] = repository.Url,
        ["distributions"] = ApiJson.Texts(repository.Distributions),
        ["disabled_pockets"] = ApiJson.Texts(repository.DisabledPockets),
        ["disabled_components"] = ApiJson.Texts(repository.DisabledComponents),
        ["disable_sources"] = repository.DisableSources,
        ["components"] = ApiJson.Texts(repository.Components),
        ["arches"] = ApiJson.Texts(repository.Arches),
        ["key"] = repository.Key,
        ["enabled"] = repository.Enabled,
        ["id"] = repository.Id,
        ["resource_uri"] = ApiJson.Uri($"package-repositories/{repository.Id}/"),
    };

    private static ApiResponse Create(ApiCall call)
    {
        var form = new PackageRepositoryForm(call, null);
        var added = form.Create(call.State.Ids.Next("repository"));
        call.State.PackageRepositories.Add(added);
        return ApiResponse.Json(Render(added));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var repository = Find(call);
        new PackageRepositoryForm(call, repository).ApplyTo(repository);
        call.State.PackageRepositories.Touch(repository);
        return ApiResponse.Json(Render(repository));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var repository = Find(call);
        if (repository.IsDefault)
            return ApiResponse.Text(400, "Cannot delete default Ubuntu archives.");
        call.State.PackageRepositories.Remove(repository);
        return ApiResponse.NoContent();
    }

    private static SimulatedPackageRepository Find(ApiCall call) =>
        SiteSpecifiers.PackageRepositories.Require(call.State, call.Route["id"]);
}
