using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary>
/// Outcomes of the scripts of a machine, all in all and by what they look at: of each script, and of each disk it looks at, the latest result
/// counts, whatever run it belongs to. Scripts that were aborted tell nothing.
/// </summary>
internal sealed class ScriptOutcomes
{
    private static readonly (string Kind, int Hardware)[] Tested =
        [("cpu_test", 1), ("memory_test", 2), ("network_test", 4), ("storage_test", 3), ("other_test", 0), ("interface_test", 4)];

    private readonly List<(int Type, SimulatedScript Script)> _latest;

    public ScriptOutcomes(SimulatedMachine machine) => _latest = [.. machine.ScriptSets
        .SelectMany(set => set.Scripts.Select(script => (set.Type, script)))
        .GroupBy(result => (result.script.Name, result.script.Device))
        .Select(results => results.MaxBy(result => result.script.Id))
        .Where(result => result.script.Status != ScriptStatus.Aborted && !IsReplaced(machine, result.script))];

    /// <summary>A test of no certain disk was one of disks that were not known yet.</summary>
    private static bool IsReplaced(SimulatedMachine machine, SimulatedScript script) => script.Device is null
        && machine.ScriptSets.Exists(set => set.Scripts.Exists(later => later.Name == script.Name && later.Device is not null && later.Id > script.Id));

    public void AddTo(JsonObject body)
    {
        Add(body, "commissioning", SelectType(SimulatedScriptSet.Commissioning));
        Add(body, "testing", SelectType(SimulatedScriptSet.Testing));
        foreach (var (kind, hardware) in Tested)
            Add(body, kind, SelectType(SimulatedScriptSet.Testing).Where(script => script.Hardware == hardware));
    }

    private IEnumerable<SimulatedScript> SelectType(int type) => _latest.Where(result => result.Type == type).Select(result => result.Script);

    private static void Add(JsonObject body, string kind, IEnumerable<SimulatedScript> scripts)
    {
        var status = SimulatedScriptSet.GetStatus([.. scripts]);
        body[kind + "_status"] = (int)status;
        body[kind + "_status_name"] = status.ToString();
    }
}
