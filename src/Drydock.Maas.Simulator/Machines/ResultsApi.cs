using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>nodes/{system_id}/results/</c>, and <c>installation-results/</c>, which older clients read.</summary>
internal sealed class ResultsApi : IApiModule
{
    private const string All = "nodes/{id}/results/";
    private const string One = "nodes/{id}/results/{result}/";

    public void Register(Router router)
    {
        router.Map("GET", All, null, List);
        router.Map("GET", One, null, Get);
        router.Map("GET", One, "download", Download);
        router.Map("DELETE", One, null, Delete, Access.NodeAdmin);
        router.Map("GET", "installation-results/", null, ListLegacy);
    }

    private static ApiResponse List(ApiCall call)
    {
        var machine = MachineLookup.ToView(call, "Node");
        int? type = call.Query.Get("type") is { } text ? ReadType(call.State.Rules, text) : null;
        var sets = machine.ScriptSets.Where(s => type is null || s.Type == type);
        var json = new ScriptSetJson(call.Query);
        return ApiResponse.Json(SiteJson.List(sets, set => json.Render(machine, set)));
    }

    /// <summary>MAAS's number of a type, by that number or one of two words.</summary>
    private static int ReadType(VersionRules rules, string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number < ScriptSetJson.TypeNames.Length || (number == SimulatedNodeScript.ReleaseType && rules.RunsReleaseScripts)
                ? number
                : throw new ApiException(ApiResponse.Text(400, "Invalid result type numeric value."));
        }

        return text switch
        {
            "commission" or "commissioning" => SimulatedScriptSet.Commissioning,
            "install" or "installation" => SimulatedScriptSet.Installation,
            "test" or "testing" => SimulatedScriptSet.Testing,
            "release" when rules.RunsReleaseScripts => SimulatedNodeScript.ReleaseType,
            _ => throw new ApiException(ApiResponse.Text(400, rules.NoResultType)),
        };
    }

    private static ApiResponse Get(ApiCall call)
    {
        var (machine, set) = Find(call);
        return ApiResponse.Json(new ScriptSetJson(call.Query).Render(machine, set));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var (machine, set) = Find(call);
        machine.ScriptSets.Remove(set);
        return ApiResponse.NoContent();
    }

    /// <summary>One script's output as it is; several under headings.</summary>
    private static ApiResponse Download(ApiCall call)
    {
        var (_, set) = Find(call);
        var scripts = new ScriptSetJson(call.Query).Filter(set).ToList();
        var text = scripts.Count == 1
            ? ScriptSetJson.OutputOf(scripts[0])
            : string.Concat(scripts.Select(script => $"{new string('-', 80)}\n{script.Name}\n{ScriptSetJson.OutputOf(script)}"));
        return new(200, "application/binary") { Body = Encoding.UTF8.GetBytes(text) };
    }

    private static (SimulatedMachine Machine, SimulatedScriptSet Set) Find(ApiCall call)
    {
        var machine = MachineLookup.ToView(call, "Node");
        var name = call.Route["result"];
        var type = Array.FindIndex(ScriptSetJson.TypeNames, type => name == "current-" + type.ToLowerInvariant());
        var set = type >= 0 ? machine.CurrentSet(type) : machine.ScriptSets.Find(s => Lookup.IsId(name, s.Id));
        if (set is not null)
            return (machine, set);
        throw int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? Lookup.Missing("ScriptSet") : Unknown(name);
    }

    private static ApiException Unknown(string name) => new(ApiResponse.Text(
        400,
        $"Unknown id \"{name}\" must be current-commissioning, current-testing, current-installation, "
        + "or the id number of a specific result."));

    private static ApiResponse ListLegacy(ApiCall call)
    {
        var ids = call.Query.GetAll("system_id");
        var types = call.Query.GetAll("result_type");
        var machines = call.State.Nodes.OfType<SimulatedMachine>().Where(machine => ids.Count == 0 || ids.Contains(machine.SystemId));
        var scripts =
            from machine in machines
            from set in machine.ScriptSets
            where types.Count == 0 || types.Contains(set.Type.ToString(CultureInfo.InvariantCulture))
            from script in set.Scripts
            select RenderLegacy(machine, set, script);
        return ApiResponse.Json(new JsonArray(scripts.ToArray<JsonNode?>()));
    }

    private static JsonObject RenderLegacy(SimulatedMachine machine, SimulatedScriptSet set, SimulatedScript script)
    {
        var time = set.Created.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);
        return new()
        {
            ["created"] = time,
            ["updated"] = time,
            ["id"] = script.Id,
            ["name"] = script.Name,
            ["script_result"] = script.Status == ScriptStatus.Failed ? 1 : 0,
            ["result_type"] = set.Type,
            ["node"] = new JsonObject { ["system_id"] = machine.SystemId },
            ["data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(ScriptSetJson.OutputOf(script))),
            ["resource_uri"] = SiteJson.Root + "commissioning-scripts/",
        };
    }
}
