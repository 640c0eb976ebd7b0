using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary><c>installation-results/</c>, of the same content under <c>commissioning-results/</c>: what older clients read.</summary>
internal sealed class OldResultsApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "installation-results/", null, List);
        router.Map("GET", "commissioning-results/", null, List);
    }

    /// <summary>What has run to an end in the current sets of the machines the user may see.</summary>
    private static ApiResponse List(ApiCall call)
    {
        var (ids, names) = (call.Query.GetAll("system_id"), call.Query.GetAll("name"));
        int? type = call.Query.Get("result_type") is { } text ? Number(text) : null;
        var results =
            from machine in call.State.Nodes.OfType<SimulatedMachine>()
            where (ids.Count == 0 || ids.Contains(machine.SystemId)) && NodeRights.CanView(call.User, machine)
            from set in Types(type).Select(machine.CurrentSet).OfType<SimulatedScriptSet>()
            from script in set.Scripts
            where script.Status is ScriptStatus.Passed or ScriptStatus.Failed or ScriptStatus.Aborted && (names.Count == 0 || names.Contains(script.Name))
            select Render(call.State, machine, set, script);
        return ApiResponse.Json(new JsonArray(results.ToArray<JsonNode?>()));
    }

    private static IEnumerable<int> Types(int? type) =>
        new[] { SimulatedScriptSet.Commissioning, SimulatedScriptSet.Installation, SimulatedScriptSet.Testing }.Where(one => type is null || one == type);

    private static int Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ApiException(ApiResponse.Text(400, "Invalid result_type: Please enter an integer value"));

    private static JsonObject Render(SimulatorState state, SimulatedMachine machine, SimulatedScriptSet set, SimulatedScript script) => new()
    {
        ["created"] = TimeText.Stamp(state, set.Created),
        ["updated"] = TimeText.Stamp(state, script.Updated ?? script.Ended ?? set.Created),
        ["id"] = script.Id,
        ["name"] = script.Name,
        ["script_result"] = script.Status == ScriptStatus.Failed ? 1 : 0,
        ["result_type"] = set.Type,
        ["node"] = new JsonObject { ["system_id"] = machine.SystemId },
        ["data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(ScriptSetJson.GetOutput(script))),
        ["resource_uri"] = ApiJson.Root + "commissioning-scripts/",
    };
}
