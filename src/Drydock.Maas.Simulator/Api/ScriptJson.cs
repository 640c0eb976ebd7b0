using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary>A script as MAAS renders it.</summary>
internal static class ScriptJson
{
    private static readonly string[] TypeNames = ["Commissioning script", "", "Testing script", "Release script"];

    public static JsonObject Render(SimulatedNodeScript script, bool withContent)
    {
        var body = Body(script.Id, script.Name, script.Type, isDefault: false);
        body["title"] = script.Title;
        body["description"] = script.Description;
        body["tags"] = SiteJson.Texts(script.Tags);
        body["destructive"] = script.Destructive;
        body["may_reboot"] = script.MayReboot;
        body["history"] = SiteJson.List(script.Revisions, revision => Render(revision, withContent));
        return body;
    }

    public static JsonObject RenderDefault(int id, string name, int type) => Body(id, name, type, isDefault: true);

    private static JsonObject Render(SimulatedScriptRevision revision, bool withContent)
    {
        var body = new JsonObject
        {
            ["id"] = revision.Id,
            ["comment"] = revision.Comment,
            ["created"] = revision.Created.ToString("ddd, dd MMM. yyyy HH:mm:ss", CultureInfo.InvariantCulture),
        };
        if (withContent)
            body["data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(revision.Text));
        return body;
    }

    private static JsonObject Body(int id, string name, int type, bool isDefault) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["title"] = "",
        ["description"] = "",
        ["tags"] = new JsonArray(),
        ["type"] = type,
        ["type_name"] = TypeNames[type],
        ["hardware_type"] = 0,
        ["hardware_type_name"] = "Node",
        ["parallel"] = 0,
        ["parallel_name"] = "Disabled",
        ["results"] = new JsonObject(),
        ["parameters"] = new JsonObject(),
        ["packages"] = new JsonObject(),
        ["timeout"] = "0:00:00",
        ["destructive"] = false,
        ["for_hardware"] = new JsonArray(),
        ["may_reboot"] = false,
        ["recommission"] = false,
        ["history"] = new JsonArray(),
        ["default"] = isDefault,
        ["apply_configured_networking"] = false,
        ["resource_uri"] = SiteJson.Root + "scripts/" + name,
    };
}
