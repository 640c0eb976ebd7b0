using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary><c>package-repositories/</c>.</summary>
internal sealed class PackageRepositoriesApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "package-repositories/", null, call => ApiResponse.Json(SiteJson.List(call.State.PackageRepositories, Render)));
        router.Map("POST", "package-repositories/", null, Create, Access.Admin);
        router.Map("GET", "package-repositories/{id}/", null, call => ApiResponse.Json(Render(Find(call))));
        router.Map("PUT", "package-repositories/{id}/", null, Update, Access.Admin);
        router.Map("DELETE", "package-repositories/{id}/", null, Delete, Access.Admin);
    }

    private static JsonObject Render(SimulatedPackageRepository repository) => new()
    {
        ["name"] = repository.Name,
        ["url"] = repository.Url,
        ["distributions"] = SiteJson.Texts(repository.Distributions),
        ["disabled_pockets"] = SiteJson.Texts(repository.DisabledPockets),
        ["disabled_components"] = SiteJson.Texts(repository.DisabledComponents),
        ["disable_sources"] = repository.DisableSources,
        ["components"] = SiteJson.Texts(repository.Components),
        ["arches"] = SiteJson.Texts(repository.Arches),
        ["key"] = repository.Key,
        ["enabled"] = repository.Enabled,
        ["id"] = repository.Id,
        ["resource_uri"] = SiteJson.Uri($"package-repositories/{repository.Id}/"),
    };

    private static ApiResponse Create(ApiCall call)
    {
        var errors = new FieldErrors(call.Form);
        var (name, url) = (errors.Text("name"), errors.Text("url"));
        var added = new SimulatedPackageRepository { Id = 0, Name = name, Url = url, DisableSources = false, Arches = ["amd64", "i386"] };
        PackageRepositoryRules.Check(call, errors, name, url, added);
        errors.ThrowIfAny();
        added = new() { Id = call.State.Ids.Next("repository"), Name = name, Url = url, DisableSources = false, Arches = added.Arches };
        PackageRepositoryRules.Apply(call.Form, errors, added);
        call.State.PackageRepositories.Add(added);
        return ApiResponse.Json(Render(added));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var repository = Find(call);
        var errors = new FieldErrors(call.Form);
        var name = call.Form.Has("name") ? errors.Text("name") : repository.Name;
        var url = call.Form.Has("url") ? errors.Text("url") : repository.Url;
        PackageRepositoryRules.Check(call, errors, name, url, repository);
        errors.ThrowIfAny();
        (repository.Name, repository.Url) = (name, url);
        PackageRepositoryRules.Apply(call.Form, errors, repository);
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
        call.State.PackageRepositories.Find(repository => Lookup.Matches(call.Route["id"], repository.Id, repository.Name))
            ?? throw Lookup.Missing("PackageRepository");
}
