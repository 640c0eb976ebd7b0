using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary><c>commissioning-scripts/</c>: the scripts as older clients know them, one of which has no slash at its end.</summary>
internal sealed class CommissioningScriptsApi : IApiModule
{
    private const string All = "commissioning-scripts/";
    private const string One = "commissioning-scripts/{name}";

    public void Register(Router router)
    {
        router.RestrictToAdmins(All);
        router.RestrictToAdmins(One);
        router.Map("GET", All, null, List);
        router.Map("POST", All, null, Create);
        router.Map("GET", One, null, call => ApiResponse.BareText(200, Find(call).Revisions[0].Text) with { ContentType = "application/binary" });
        router.Map("PUT", One, null, Update);
        router.Map("DELETE", One, null, Delete);
    }

    private static ApiResponse List(ApiCall call) => ApiResponse.Json(ApiJson.Texts(
        call.State.Scripts.Where(script => script.Type == SimulatedNodeScript.CommissioningType).Select(script => script.Name).Order(StringComparer.Ordinal)));

    private static ApiResponse Create(ApiCall call)
    {
        var script = new ScriptForm(WithContent(call), null).Save();
        call.State.Scripts.Add(script);
        return ApiResponse.Json(new JsonObject
        {
            ["name"] = script.Name,
            ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(script.Revisions[0].Text)),
            ["deprecated"] = "The commissioning-scripts endpoint is deprecated. Please use the node-scripts endpoint.",
            ["resource_uri"] = ApiJson.Uri($"commissioning-scripts/{script.Name}"),
        });
    }

    private static ApiResponse Update(ApiCall call)
    {
        var script = Find(call);
        call.State.Scripts.Touch(new ScriptForm(WithContent(call), script).Save());
        return ApiResponse.BareText(200, "OK");
    }

    private static ApiResponse Delete(ApiCall call)
    {
        call.State.Scripts.Remove(Find(call));
        return ApiResponse.NoContent();
    }

    /// <summary>The file is called <c>content</c> here, and the script is one for commissioning.</summary>
    private static ApiCall WithContent(ApiCall call)
    {
        var content = call.Form.FileText("content") ?? throw new ApiException(ApiResponse.Text(400, "No provided content!"));
        var fields = from name in call.Form.Names from value in call.Form.GetAll(name) select KeyValuePair.Create(name, value);
        return call with { Form = new([.. fields, new("script", content), new("script_type", "commissioning")]) };
    }

    private static SimulatedNodeScript Find(ApiCall call) =>
        call.State.Scripts.Find(script => script.Name == call.Route["name"]) ?? throw Lookup.Missing("Script");
}
