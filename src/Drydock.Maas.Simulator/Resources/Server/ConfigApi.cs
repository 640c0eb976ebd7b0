using System.Text.Json;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;

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
        var name = call.Query.Require("name");
        CheckName(call, name);
        return ApiResponse.BareJson(call.State.Config[name]?.DeepClone());
    }

    private static ApiResponse Set(ApiCall call)
    {
        var name = call.Form.Require("name");
        var value = call.Form.Get("value") ?? throw new ApiException(ApiResponse.Text(400, "No provided value!"));
        CheckName(call, name);
        call.State.Config[name] = Convert(call, name, value);
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
