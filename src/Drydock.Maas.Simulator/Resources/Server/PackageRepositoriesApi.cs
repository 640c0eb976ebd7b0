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

/// <summary>The wanted state of a package repository. What a default repository may be, others may not, and the reverse.</summary>
internal sealed class PackageRepositoryForm
{
    private const int LongestName = 41;
    private const int LongestUrl = 200;

    private static readonly string[] MainArches = ["amd64", "i386"];
    private static readonly string[] PortsArches = ["armhf", "arm64", "ppc64el", "s390x"];
    private static readonly string[] Pockets = ["updates", "security", "backports"];
    private static readonly string[] Components = ["restricted", "universe", "multiverse"];

    private readonly ApiCall _call;
    private readonly FieldErrors _errors;
    private readonly SimulatedPackageRepository? _current;
    private readonly string _name;
    private readonly string _url;
    private readonly List<string> _distributions;
    private readonly List<string> _components;
    private readonly List<string> _arches;
    private readonly List<string> _pockets;
    private readonly List<string> _disabledComponents;
    private readonly bool _enabled;

    /// <exception cref="ApiException">400: a repository cannot be so.</exception>
    public PackageRepositoryForm(ApiCall call, SimulatedPackageRepository? current)
    {
        (_call, _current, _errors) = (call, current, new(call.Form));
        _name = ReadName();
        _url = ReadUrl();
        _distributions = _errors.Items("distributions", current?.Distributions ?? []);
        _errors.CheckItems("distributions", _distributions);
        _pockets = ReadDisabled("disabled_pockets", current?.DisabledPockets, "pocket", Pockets);
        _disabledComponents = ReadDisabled("disabled_components", current?.DisabledComponents, "component", Components);
        _components = ReadComponents();
        _arches = ReadArches();
        _enabled = _errors.Flag("enabled", current?.Enabled ?? true);
        if (IsDefault && !_enabled)
            _errors.Add("__all__", "Default repositories may not be disabled.");
        _errors.ThrowIfAny();
    }

    private bool IsDefault => _current?.IsDefault == true;

    public SimulatedPackageRepository Create(int id)
    {
        var added = new SimulatedPackageRepository { Id = id, Name = _name, Url = _url, DisableSources = false };
        ApplyTo(added);
        return added;
    }

    public void ApplyTo(SimulatedPackageRepository target)
    {
        (target.Name, target.Url, target.Enabled) = (_name, _url, _enabled);
        (target.Distributions, target.Components, target.Arches) = (_distributions, _components, _arches);
        (target.DisabledPockets, target.DisabledComponents) = (_pockets, _disabledComponents);
        target.DisableSources = _errors.Flag("disable_sources", target.DisableSources);
        // Form fields lose the white space around them, so a key loses its last newline.
        target.Key = _call.Form.Get("key")?.Trim() ?? target.Key;
    }

    private string ReadName()
    {
        var name = _current is null || _call.Form.Has("name") ? _errors.Text("name") : _current.Name;
        _errors.CheckLength("name", name, LongestName);
        if (name.Length > 0 && _call.State.PackageRepositories.Exists(other => other != _current && other.Name == name))
            _errors.Add("name", "Package repository with this Name already exists.");
        return name;
    }

    private string ReadUrl()
    {
        var url = _current is null || _call.Form.Has("url") ? _errors.Text("url") : _current.Url;
        if (url.Length == 0)
            return url;
        if (!UrlRules.IsRepository(url))
            _errors.Add("url", "Enter a valid repository URL or PPA location.");
        _errors.CheckLength("url", url, LongestUrl);
        return UrlRules.IsPpa(url) ? url : UrlRules.Complete(url);
    }

    /// <summary>Other than the lists of what there is, those of what is not used may be cleared by an empty value.</summary>
    private List<string> ReadDisabled(string field, List<string>? current, string kind, string[] known)
    {
        var items = _errors.Items(field, current ?? []);
        if (items is ["" or "None" or "[]"])
            return [];
        if (field == "disabled_components" && !IsDefault && items.Count > 0)
            _errors.Add(field, "This is a custom repository. Please update 'components' instead.");
        else if (items.Find(item => !known.Contains(item)) is { } unknown)
            _errors.Add(
                field, $"'{unknown}' is not a valid Ubuntu archive {kind}. You can only disable [{string.Join(", ", known.Select(k => $"'{k}'"))}].");
        return items;
    }

    private List<string> ReadComponents()
    {
        var items = _errors.Items("components", _current?.Components ?? []);
        if (IsDefault && items.Count > 0)
            _errors.Add("components", "This is a default Ubuntu repository. Please update 'disabled_components' instead.");
        else
            _errors.CheckItems("components", items);
        return items;
    }

    private List<string> ReadArches()
    {
        var known = MainArches.Concat(PortsArches).ToArray();
        var items = _errors.Items("arches", _current?.Arches ?? []);
        if (items.Find(item => !known.Contains(item)) is { } unknown)
        {
            var all = string.Join(", ", known.Order(StringComparer.Ordinal));
            _errors.Add("arches", $"'{unknown}' is not a valid architecture. Known architectures: {all}");
        }

        return items.Count > 0 ? items : [.. _name == "ports_archive" ? PortsArches : MainArches];
    }
}
