using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>nodes/{system_id}/results/</c>.</summary>
internal sealed class ResultsApi : IApiModule
{
    private static readonly string[] TypeNames = ["Commissioning", "Installation", "Testing"];

    public void Register(Router router) => router.Map("GET", "nodes/{id}/results/", null, List);

    private static ApiResponse List(ApiCall call)
    {
        var machine = MachineLookup.Machine(call, "Node");
        var type = call.Query.Get("type");
        var sets = machine.ScriptSets.Where(s => type is null || string.Equals(TypeNames[s.Type], type, StringComparison.OrdinalIgnoreCase));
        return ApiResponse.Json(SiteJson.List(sets, s => Render(machine, s)));
    }

    private static JsonObject Render(SimulatedMachine machine, SimulatedScriptSet set)
    {
        var time = set.Created.ToString("ddd, dd MMM yyyy HH:mm:ss -0000", CultureInfo.InvariantCulture);
        return new()
        {
            ["id"] = set.Id,
            ["system_id"] = machine.SystemId,
            ["type"] = set.Type,
            ["type_name"] = TypeNames[set.Type],
            ["status"] = set.Status == "Passed" ? 2 : 3,
            ["status_name"] = set.Status,
            ["started"] = time,
            ["ended"] = time,
            ["runtime"] = "0:00:00",
            ["last_ping"] = null,
            ["results"] = SiteJson.List(set.Scripts, s => Render(s, time)),
            ["resource_uri"] = SiteJson.Uri($"nodes/{machine.SystemId}/results/{set.Id}/"),
        };
    }

    private static JsonObject Render(SimulatedScript script, string time) => new()
    {
        ["id"] = script.Id,
        ["created"] = time,
        ["updated"] = time,
        ["name"] = script.Name,
        ["status"] = script.Status == "Passed" ? 2 : 3,
        ["status_name"] = script.Status,
        ["exit_status"] = script.ExitStatus,
        ["started"] = time,
        ["ended"] = time,
        ["runtime"] = "0:00:00",
        ["starttime"] = "",
        ["endtime"] = "",
        ["estimated_runtime"] = "0:00:00",
        ["parameters"] = new JsonObject(),
        ["script_id"] = null,
        ["script_revision_id"] = null,
        ["suppressed"] = false,
    };
}
