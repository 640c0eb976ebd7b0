using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary><c>scripts/</c>, and <c>scripts/{name}</c> without a slash: MAAS's own, of which tags and timeout can be changed, and those of users.</summary>
internal sealed class ScriptsApi : IApiModule
{
    private const string One = "scripts/{name}";

    public void Register(Router router)
    {
        router.Map("GET", "scripts/", null, List);
        router.Map("POST", "scripts/", null, Create, Access.Admin);
        router.Map("GET", One, null, call => ApiResponse.Json(ScriptJson.Render(call.State, Find(call), WantsContent(call))));
        router.Map("GET", One, "download", Download);
        router.Map("PUT", One, null, Update, Access.Admin);
        router.Map("DELETE", One, null, Delete, Access.Admin);
        router.Map("POST", One, "revert", Revert, Access.Admin);
        router.Map("POST", One, "add_tag", call => ChangeTags(call, added: true), Access.Admin);
        router.Map("POST", One, "remove_tag", call => ChangeTags(call, added: false), Access.Admin);
    }

    private static ApiResponse List(ApiCall call)
    {
        int? type = call.Query.Get("type") is { } typeText ? ScriptTypes.Type(typeText, call.State.Rules, out var wrongType) ?? throw Bad(wrongType) : null;
        int? hardware = call.Query.Get("hardware_type") is { } text ? ScriptTypes.HardwareType(text, out var wrong) ?? throw Bad(wrong) : null;
        var filters = call.Query.Get("filters")?.Split(',');
        var found = call.State.Scripts.Where(script => (type is null || script.Type == type) && (hardware is null || script.HardwareType == hardware)
            && (filters is null || filters.Contains(script.Name) || script.Tags.Exists(filters.Contains)));
        return ApiResponse.Json(ApiJson.List(found, script => ScriptJson.Render(call.State, script, WantsContent(call))));
    }

    private static ApiResponse Create(ApiCall call)
    {
        var script = new ScriptForm(call, null).Save();
        call.State.Scripts.Add(script);
        return Answer(call, script);
    }

    private static ApiResponse Update(ApiCall call)
    {
        var script = new ScriptForm(call, Find(call)).Save();
        call.State.Scripts.Touch(script);
        return Answer(call, script);
    }

    private static ApiResponse Answer(ApiCall call, SimulatedNodeScript script) => ApiResponse.Json(ScriptJson.Render(call.State, script, withContent: false));

    private static ApiResponse Delete(ApiCall call)
    {
        var script = Find(call);
        if (script.IsDefault)
            return ApiResponse.Text(400, "Unable to delete default script");
        call.State.Scripts.Remove(script);
        return ApiResponse.NoContent();
    }

    private static ApiResponse Download(ApiCall call)
    {
        var script = Find(call);
        var revision = Number(call.Query, "revision") ?? Number(call.Query, "rev");
        var found = revision is null ? script.Revisions[0] : script.Revisions.Find(version => version.Id == revision);
        return found is null
            ? ApiResponse.Text(400, string.Create(CultureInfo.InvariantCulture, $"{revision} not found in history"))
            : ApiResponse.BareText(200, found.Text) with { ContentType = "application/binary" };
    }

    /// <summary>Back to a version by its number, or by so many versions; newer ones are gone for good.</summary>
    private static ApiResponse Revert(ApiCall call)
    {
        if (call.Form.Get("to") is null)
            return ApiResponse.Text(400, "No provided to!");
        var number = Number(call.Form, "to");
        var script = Find(call);
        if (script.IsDefault)
            return ApiResponse.Text(400, "Unable to revert default script");
        if (number is not { } to)
            return ApiResponse.Text(500, "'<' not supported between instances of 'NoneType' and 'int'");
        var index = to <= 0 ? -to : script.Revisions.FindIndex(version => version.Id == to);
        if (index < 0)
            return ApiResponse.Text(400, string.Create(CultureInfo.InvariantCulture, $"{to} not found in history"));
        if (index > 0 && index >= script.Revisions.Count)
            return ApiResponse.Text(400, "Goes too far back.");
        if (index > 0)
            call.State.Scripts.Touch(script);
        script.Revisions.RemoveRange(0, index);
        return Answer(call, script);
    }

    private static ApiResponse ChangeTags(ApiCall call, bool added)
    {
        var tag = call.Form.Get("tag") ?? throw new ApiException(ApiResponse.Text(400, "No provided tag!"));
        if (added && tag.Contains(',', StringComparison.Ordinal))
            return ApiResponse.Text(400, "Tag may not contain a \",\".");
        var script = Find(call);
        if (added && tag.Length == 0)
            return ApiResponse.BareInvalid(
                "tags", string.Create(CultureInfo.InvariantCulture, $"Item {script.Tags.Count + 1} in the array did not validate: This field cannot be blank."));
        script.Tags.Remove(tag);
        if (added)
            script.Tags.Add(tag);
        ScriptTags.Settle(script);
        call.State.Scripts.Touch(script);
        return Answer(call, script);
    }

    private static ApiException Bad(string message) => new(ApiResponse.Text(400, message));

    private static int? Number(ParameterSet given, string name) => given.Get(name) is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw Bad($"Invalid {name}: Please enter an integer value");

    /// <summary>Any text at all means yes.</summary>
    private static bool WantsContent(ApiCall call) => call.Query.Get("include_script") is { Length: > 0 };

    private static SimulatedNodeScript Find(ApiCall call)
    {
        var name = call.Route["name"];
        return (name.All(char.IsDigit)
            ? call.State.Scripts.Find(script => Lookup.IsId(name, script.Id))
            : call.State.Scripts.Find(script => script.Name == name)) ?? throw Lookup.Missing("Script");
    }
}

/// <summary>A script as MAAS renders it.</summary>
internal static class ScriptJson
{
    public static JsonObject Render(SimulatorState state, SimulatedNodeScript script, bool withContent) => new()
    {
        ["id"] = script.Id,
        ["name"] = script.Name,
        ["title"] = script.Title,
        ["description"] = script.Description,
        ["tags"] = ApiJson.Texts(script.Tags),
        ["type"] = script.Type,
        ["type_name"] = ScriptTypes.NameOfType(script.Type),
        ["hardware_type"] = script.HardwareType,
        ["hardware_type_name"] = ScriptTypes.Hardware[script.HardwareType],
        ["parallel"] = script.Parallel,
        ["parallel_name"] = ScriptTypes.NameOfParallel(script.Parallel),
        ["results"] = script.Results.DeepClone(),
        ["parameters"] = script.Parameters.DeepClone(),
        ["packages"] = script.Packages.DeepClone(),
        ["timeout"] = DurationText.Show(script.Timeout),
        ["destructive"] = script.Destructive,
        ["for_hardware"] = ApiJson.Texts(script.ForHardware),
        ["may_reboot"] = script.MayReboot,
        ["recommission"] = script.Recommission,
        ["history"] = ApiJson.List(script.Revisions, revision => Render(state, revision, withContent)),
        ["default"] = script.IsDefault,
        ["apply_configured_networking"] = script.ApplyConfiguredNetworking,
        ["resource_uri"] = ApiJson.Root + "scripts/" + script.Name,
    };

    private static JsonObject Render(SimulatorState state, SimulatedScriptRevision revision, bool withContent)
    {
        var body = new JsonObject
        {
            ["id"] = revision.Id,
            ["comment"] = revision.Comment,
            ["created"] = TimeText.Date(state, revision.Created),
        };
        if (withContent)
            body["data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(revision.Text));
        return body;
    }
}
