using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Interrogate;

/// <summary>Makes build data of what scripts printed on machines, in one request for all machines that are asked about at the same time.</summary>
internal sealed class BuildDataReader(MaasSession session, TimeProvider time)
{
    // A machine's outputs are about a megabyte.
    private const int MachinesAnAnswer = 10;

    private const string Lshw = "maas-lshw";
    private const string Lldp = "maas-capture-lldpd";

    private readonly RequestBatcher<string, IReadOnlyList<ScriptOutput>> _printed = new(
        async ids =>
        {
            var results = await session.Client.Machines.ListResultsAsync(ids, CancellationToken.None).ConfigureAwait(false);
            return results.Where(r => r.Node?.SystemId is not null).GroupBy(r => r.Node!.SystemId!, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, IReadOnlyList<ScriptOutput> (g) => [.. g.Select(ScriptOutput.Read)], StringComparer.Ordinal);
        },
        MachinesAnAnswer,
        time);

    /// <summary>What lshw, lldpd and the newest scripts of these kinds printed.</summary>
    public async Task<IReadOnlyList<BuildData>> ReadAsync(
        DrydockNode node, Machine machine, IReadOnlyCollection<string> kinds, CancellationToken token)
    {
        var outputs = IsToldWhole(machine, kinds)
            ? await _printed.AskAsync(machine.SystemId, token).ConfigureAwait(false) ?? []
            : await ReadAllAsync(machine, new ScriptResultFilter { IncludeOutput = true }, token).ConfigureAwait(false);
        var lshw = Find(outputs, Lshw);
        NodeLshw.For(session).KeepLshw(machine, lshw);
        return
        [
            .. Make(node, "lshw", "text/xml", lshw),
            .. Make(node, "lldp", "text/xml", Find(outputs, Lldp)),
            .. Make(node, outputs, kinds),
        ];
    }

    /// <summary>What the newest scripts of a kind printed.</summary>
    public async Task<IReadOnlyList<BuildData>> ReadScriptsAsync(DrydockNode node, Machine machine, string kind, CancellationToken token)
    {
        var filter = new ScriptResultFilter { IncludeOutput = true, Type = kind.ToLowerInvariant() };
        return [.. Make(node, await ReadAllAsync(machine, filter, token).ConfigureAwait(false), [kind])];
    }

    /// <summary>
    /// Whether the answer about many machines has it all: it leaves out scripts that run, that MAAS could not install, and degraded disks. The
    /// status of an installation is no fact of the machine.
    /// </summary>
    private static bool IsToldWhole(Machine machine, IReadOnlyCollection<string> kinds) =>
        !kinds.Contains(ScriptOutput.Installation)
        && machine is { CommissioningStatusName: "Passed", TestingStatusName: "Passed" or "Unknown" };

    private async Task<IReadOnlyList<ScriptOutput>> ReadAllAsync(Machine machine, ScriptResultFilter filter, CancellationToken token)
    {
        var sets = await session.Client.Machines.GetResultsAsync(machine.SystemId, filter, token).ConfigureAwait(false);
        return [.. ScriptOutput.ReadNewest(sets)];
    }

    private static string? Find(IReadOnlyList<ScriptOutput> outputs, string script) =>
        outputs.FirstOrDefault(o => o is { Kind: ScriptOutput.Commissioning, HasPassed: true, Text.Length: > 0 } && o.Name == script)?.Text;

    private IEnumerable<BuildData> Make(DrydockNode node, IReadOnlyList<ScriptOutput> outputs, IReadOnlyCollection<string> kinds) => outputs
        .Where(o => kinds.Contains(o.Kind))
        .SelectMany(o => Make(node, $"{GetPrefix(o.Kind)}:{o.Name}", "text/plain", o.Text));

    private static string GetPrefix(string kind) => kind switch
    {
        ScriptOutput.Commissioning => "commission",
        ScriptOutput.Testing => "testing",
        _ => "deploy",
    };

    private IEnumerable<BuildData> Make(DrydockNode node, string generator, string format, string? data)
    {
        if (string.IsNullOrEmpty(data))
            yield break;
        yield return new()
        {
            NodeName = node.Name,
            CollectedDate = time.GetUtcNow(),
            Generator = generator,
            DataFormat = format,
            DataElement = data,
        };
    }
}
