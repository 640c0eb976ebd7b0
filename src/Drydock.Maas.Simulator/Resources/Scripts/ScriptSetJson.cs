using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary>Script results as MAAS renders them, with the filters of a query or a form.</summary>
internal sealed class ScriptSetJson(SimulatorState state, ParameterSet given)
{
    public static readonly string[] TypeNames = ["Commissioning", "Installation", "Testing"];

    private readonly string[]? _filters = given.Get("filters")?.Split(',');
    private readonly int? _hardware = ReadHardware(given);

    // Any text at all means yes.
    private readonly bool _output = given.Get("include_output") is { Length: > 0 };

    public JsonObject Render(SimulatedMachine machine, SimulatedScriptSet set) => new()
    {
        ["id"] = set.Id,
        ["system_id"] = machine.SystemId,
        ["type"] = set.Type,
        ["type_name"] = TypeNames[set.Type],
        ["status"] = (int)set.Status,
        // Of a set without scripts MAAS says the last of its words for statuses.
        ["status_name"] = set.Status == ScriptStatus.Unknown ? "Failed to apply custom network configuration" : set.Status.ToString(),
        ["started"] = set.Ended is null && set.Scripts.TrueForAll(script => script.Ended is null) ? null : Time(set.Created),
        ["ended"] = Time(set.Ended),
        ["runtime"] = Runtime(set.Created, set.Ended),
        ["last_ping"] = Time(set.LastPing),
        ["results"] = ApiJson.List(Filter(set), script => Render(set, script)),
        ["resource_uri"] = ApiJson.Uri($"nodes/{machine.SystemId}/results/{set.Id}/"),
    };

    /// <summary>Scripts by name, tag or number, and by what they test; one that is named twice is there twice.</summary>
    public IEnumerable<SimulatedScript> Filter(SimulatedScriptSet set)
    {
        var ordered = set.Scripts.OrderBy(script => script.Name, StringComparer.Ordinal).ThenBy(script => script.Id);
        var named = _filters is null ? ordered : ordered.SelectMany(script => _filters.Where(filter => IsNamed(script, filter)).Select(_ => script));
        return named.Where(script => _hardware is null || GetScript(script)?.HardwareType == _hardware);
    }

    /// <summary>What a simulated script has printed.</summary>
    public static string GetOutput(SimulatedScript script) =>
        script.Ended is null ? "" : script.Output ?? $"{script.Name}: {script.Status.ToString().ToLowerInvariant()}\n";

    private static int? ReadHardware(ParameterSet given) => given.Get("hardware_type") is not { } text ? null
        : ScriptTypes.HardwareType(text, out var problem) ?? throw new ApiException(ApiResponse.Text(400, problem));

    private bool IsNamed(SimulatedScript script, string filter) =>
        filter == script.Name || Lookup.IsId(filter, script.Id) || GetScript(script)?.Tags.Contains(filter) == true;

    private SimulatedNodeScript? GetScript(SimulatedScript script) => state.Scripts.Find(known => known.Id == script.ScriptId);

    private JsonObject Render(SimulatedScriptSet set, SimulatedScript script)
    {
        var started = script.Ended is null ? null : (DateTimeOffset?)set.Created;
        var body = new JsonObject
        {
            ["id"] = script.Id,
            ["created"] = Time(set.Created),
            ["updated"] = Time(script.Updated ?? script.Ended ?? set.Created),
            ["name"] = script.Name,
            ["status"] = (int)script.Status,
            ["status_name"] = script.Status.ToString(),
            ["exit_status"] = script.Ended is null ? null : script.Status == ScriptStatus.Failed ? 1 : 0,
            ["started"] = Time(started),
            ["ended"] = Time(script.Ended),
            ["runtime"] = Runtime(set.Created, script.Ended),
            ["starttime"] = Seconds(started),
            ["endtime"] = Seconds(script.Ended),
            ["estimated_runtime"] = script.ScriptId is null && script.Ended is null ? "Unknown" : "0:00:00",
            ["parameters"] = script.Parameters.DeepClone(),
            ["script_id"] = script.ScriptId,
            ["script_revision_id"] = HasRevision(set, script) ? GetScript(script)?.Revisions[0].Id ?? script.ScriptId : null,
            ["suppressed"] = script.Suppressed,
        };
        if (_output)
            AddOutput(body, script);
        return body;
    }

    /// <summary>Only scripts that the machine told of, and those left out, say which revision it was.</summary>
    private static bool HasRevision(SimulatedScriptSet set, SimulatedScript script) =>
        script.Status == ScriptStatus.Skipped || (script.Ended is not null && (set.LastPing is not null || script.Name == ScriptSets.MainScript));

    private static void AddOutput(JsonObject body, SimulatedScript script)
    {
        var output = Convert.ToBase64String(Encoding.UTF8.GetBytes(GetOutput(script)));
        foreach (var name in new[] { "output", "stdout" })
            body[name] = output;
        foreach (var name in new[] { "stderr", "result" })
            body[name] = "";
    }

    private string? Time(DateTimeOffset? time) => time is { } moment ? TimeText.Date(state, moment) : null;

    private static string Runtime(DateTimeOffset started, DateTimeOffset? ended) =>
        ended is { } end ? (end - started).ToString("h\\:mm\\:ss", CultureInfo.InvariantCulture) : "";

    private static JsonNode Seconds(DateTimeOffset? time) => time is { } moment ? moment.ToUnixTimeMilliseconds() / 1000.0 : "";
}
