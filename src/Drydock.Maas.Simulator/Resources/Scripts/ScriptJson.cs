using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary>A script as MAAS renders it.</summary>
internal static class ScriptJson
{
    public static JsonObject Render(SimulatedNodeScript script, bool withContent) => new()
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
        ["history"] = ApiJson.List(script.Revisions, revision => Render(revision, withContent)),
        ["default"] = script.IsDefault,
        ["apply_configured_networking"] = script.ApplyConfiguredNetworking,
        ["resource_uri"] = ApiJson.Root + "scripts/" + script.Name,
    };

    private static JsonObject Render(SimulatedScriptRevision revision, bool withContent)
    {
        var body = new JsonObject
        {
            ["id"] = revision.Id,
            ["comment"] = revision.Comment,
            ["created"] = revision.Created.ToString("ddd, dd MMM yyyy HH:mm:ss -0000", CultureInfo.InvariantCulture),
        };
        if (withContent)
            body["data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(revision.Text));
        return body;
    }
}
