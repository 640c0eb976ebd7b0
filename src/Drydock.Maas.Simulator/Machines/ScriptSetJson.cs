using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Script results as MAAS renders them, with the filters of a query.</summary>
internal sealed class ScriptSetJson(ParameterSet query)
{
    public static readonly string[] TypeNames = ["Commissioning", "Installation", "Testing"];

    private readonly string[] _filters = query.GetAll("filters").SelectMany(text => text.Split(',')).ToArray();
    private readonly bool _output = query.Get("include_output") is { } text && FieldErrors.IsTrue(text);

    public JsonObject Render(SimulatedMachine machine, SimulatedScriptSet set) => new()
    {
        ["id"] = set.Id,
        ["system_id"] = machine.SystemId,
        ["type"] = set.Type,
        ["type_name"] = TypeNames[set.Type],
        ["status"] = (int)set.Status,
        ["status_name"] = set.Status.ToString(),
        ["started"] = set.Type == SimulatedScriptSet.Installation && set.Ended is null ? null : Time(set.Created),
        ["ended"] = Time(set.Ended),
        ["runtime"] = Runtime(set.Created, set.Ended),
        ["last_ping"] = null,
        ["results"] = SiteJson.List(Filter(set), script => Render(set, script)),
        ["resource_uri"] = SiteJson.Uri($"nodes/{machine.SystemId}/results/{set.Id}/"),
    };

    public IEnumerable<SimulatedScript> Filter(SimulatedScriptSet set) =>
        set.Scripts.OrderBy(script => script.Name, StringComparer.Ordinal).ThenBy(script => script.Id)
            .Where(script => _filters.Length == 0 || _filters.Contains(script.Name) || _filters.Any(id => Lookup.IsId(id, script.Id)));

    /// <summary>What a simulated script has printed.</summary>
    public static string OutputOf(SimulatedScript script) =>
        script.Ended is null ? "" : script.Output ?? $"{script.Name}: {script.Status.ToString().ToLowerInvariant()}\n";

    private JsonObject Render(SimulatedScriptSet set, SimulatedScript script)
    {
        var started = script.Ended is null ? null : (DateTimeOffset?)set.Created;
        var body = new JsonObject
        {
            ["id"] = script.Id,
            ["created"] = Time(set.Created),
            ["updated"] = Time(script.Ended ?? set.Created),
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
            ["script_revision_id"] = HasRevision(script) ? script.ScriptId : null,
            ["suppressed"] = false,
        };
        if (_output)
            AddOutput(body, script);
        return body;
    }

    /// <summary>Only scripts whose output was kept, and those left out, tell which revision it was.</summary>
    private static bool HasRevision(SimulatedScript script) =>
        script.Status == ScriptStatus.Skipped || script is { Name: ScriptSets.MainScript, Ended: not null };

    private static void AddOutput(JsonObject body, SimulatedScript script)
    {
        var output = Convert.ToBase64String(Encoding.UTF8.GetBytes(OutputOf(script)));
        foreach (var name in new[] { "output", "stdout" })
            body[name] = output;
        foreach (var name in new[] { "stderr", "result" })
            body[name] = "";
    }

    private static string? Time(DateTimeOffset? time) => time?.ToString("ddd, dd MMM yyyy HH:mm:ss -0000", CultureInfo.InvariantCulture);

    private static string Runtime(DateTimeOffset started, DateTimeOffset? ended) =>
        ended is { } end ? (end - started).ToString("h\\:mm\\:ss", CultureInfo.InvariantCulture) : "";

    private static JsonNode Seconds(DateTimeOffset? time) => time is { } moment ? moment.ToUnixTimeMilliseconds() / 1000.0 : "";
}
