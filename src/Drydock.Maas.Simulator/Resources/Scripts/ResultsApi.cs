using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary><c>nodes/{system_id}/results/</c>: what scripts said of a machine.</summary>
internal sealed class ResultsApi : IApiModule
{
    private const string All = "nodes/{id}/results/";
    private const string One = "nodes/{id}/results/{result}/";

    public void Register(Router router)
    {
        router.Map("GET", All, null, List);
        router.Map("GET", One, null, Get);
        router.Map("GET", One, "download", Download);
        router.Map("PUT", One, null, Update, Access.Admin);
        router.Map("DELETE", One, null, Delete, Access.Admin);
    }

    private static ApiResponse List(ApiCall call)
    {
        var machine = MachineLookup.ToView(call, "Node");
        int? type = call.Query.Get("type") is { } text ? ReadType(call.State.Rules, text) : null;
        var sets = machine.ScriptSets.Where(s => type is null || s.Type == type);
        var json = new ScriptSetJson(call.State, call.Query);
        return ApiResponse.Json(ApiJson.List(sets, set => json.Render(machine, set)));
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
        return ApiResponse.Json(new ScriptSetJson(call.State, call.Query).Render(machine, set));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var (machine, set) = Find(call);
        machine.ScriptSets.Remove(set);
        return ApiResponse.NoContent();
    }

    /// <summary>What failed can be told not to count.</summary>
    private static ApiResponse Update(ApiCall call)
    {
        var (machine, set) = Find(call);
        var json = new ScriptSetJson(call.State, call.Post);
        if (call.Form.Has("suppressed"))
        {
            var suppressed = QueryFlag.Read(call.Form, "suppressed");
            foreach (var script in json.Filter(set))
                (script.Suppressed, script.Updated) = (suppressed, call.State.Now);
        }

        return ApiResponse.Json(json.Render(machine, set));
    }

    private static ApiResponse Download(ApiCall call)
    {
        var (machine, set) = Find(call);
        return ScriptOutputs.Answer(call.Query, machine, set, new ScriptSetJson(call.State, call.Query).Filter(set));
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
}
