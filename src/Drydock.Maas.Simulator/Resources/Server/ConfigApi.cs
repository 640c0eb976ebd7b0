using System.Text.Json;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary><c>maas/</c>: settings of the whole server.</summary>
internal sealed class ConfigApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "maas/", "get_config", Get);
        router.Map("POST", "maas/", "set_config", Set, Access.Admin);
    }

    private static ApiResponse Get(ApiCall call)
    {
        var name = CurrentName(call.Query.Require("name"));
        if (FindArchive(call, name) is { } archive)
            return ApiResponse.BareJson(archive.Url);
        CheckName(call, name);
        return ApiResponse.BareJson(call.State.Config[name]?.DeepClone());
    }

    private static ApiResponse Set(ApiCall call)
    {
        var name = CurrentName(call.Form.Require("name"));
        var value = call.Form.Get("value") ?? throw new ApiException(ApiResponse.Text(400, "No provided value!"));
        if (FindArchive(call, name) is { } archive)
            return SetArchive(archive, value);
        CheckName(call, name);
        call.State.Config[name] = Convert(call, name, value);
        return ApiResponse.BareText(200, "OK");
    }

    /// <summary>A setting by the name it has today.</summary>
    private static string CurrentName(string name) => name == "ntp_server" ? "ntp_servers" : name;

    /// <summary>The repository that has become of a setting of that name.</summary>
    private static SimulatedPackageRepository? FindArchive(ApiCall call, string name) =>
        call.State.PackageRepositories.Find(repository => repository.IsDefault && repository.Name == name);

    private static ApiResponse SetArchive(SimulatedPackageRepository archive, string url)
    {
        if (url.Length == 0)
            return ApiResponse.Invalid(archive.Name, FieldErrors.Required);
        if (!UrlRules.IsUrl(url))
            return ApiResponse.Invalid(archive.Name, "Enter a valid URL.");
        archive.Url = UrlRules.Complete(url);
        return ApiResponse.BareText(200, "OK");
    }

    private static JsonNode? Convert(ApiCall call, string name, string value)
    {
        var kind = call.State.Config[name]?.GetValueKind();
        if (kind is JsonValueKind.True or JsonValueKind.False)
            return FieldErrors.IsTrue(value);
        if (kind == JsonValueKind.Number && !ConfigRules.IsChoice(name))
            return ConfigRules.Number(name, value);
        var text = ConfigRules.Text(call.State, name, value);
        return kind == JsonValueKind.Number ? ConfigRules.Number(name, text) : text;
    }

    private static void CheckName(ApiCall call, string name)
    {
        if (call.State.Config.ContainsKey(name))
            return;
        var known = string.Join(", ", call.State.Config.Keys);
        throw new ApiException(ApiResponse.BareInvalid(name, $"{name} is not a valid config setting (valid settings are: {known})."));
    }
}
