using System.Text;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Interrogate;

/// <summary>Makes build data of what MAAS holds about a machine.</summary>
internal sealed class BuildDataReader(MaasSession session, StepOptions options)
{
    public const string Commissioning = "Commissioning";
    public const string Testing = "Testing";
    public const string Installation = "Installation";

    /// <summary>What lshw and lldpd saw, and what the newest scripts of these kinds wrote; two requests.</summary>
    public async Task<IReadOnlyList<BuildData>> ReadAsync(
        DrydockNode node, Machine machine, IReadOnlyCollection<string> kinds, CancellationToken token)
    {
        var details = await session.Client.Machines.GetDetailsAsync(machine.SystemId, token).ConfigureAwait(false);
        NodeLshw.For(session).Keep(machine, details.Lshw);
        var scripts = await ReadScriptsAsync(node, machine, kinds, token).ConfigureAwait(false);
        return [.. Make(node, "lshw", "text/xml", details.Lshw), .. Make(node, "lldp", "text/xml", details.Lldp), .. scripts];
    }

    /// <summary>What the newest scripts of these kinds wrote; one request.</summary>
    public async Task<IReadOnlyList<BuildData>> ReadScriptsAsync(
        DrydockNode node, Machine machine, IReadOnlyCollection<string> kinds, CancellationToken token)
    {
        var filter = new ScriptResultFilter { IncludeOutput = true, Type = kinds.Count == 1 ? kinds.First().ToLowerInvariant() : null };
        var sets = await session.Client.Machines.GetResultsAsync(machine.SystemId, filter, token).ConfigureAwait(false);
        return [.. sets.Where(s => kinds.Contains(s.TypeName ?? ""))
            .GroupBy(s => s.TypeName, StringComparer.Ordinal)
            .Select(kind => kind.MaxBy(s => s.Id)!)
            .SelectMany(s => s.Results, (s, script) => (Prefix: PrefixOf(s.TypeName!), script))
            .SelectMany(x => Make(node, $"{x.Prefix}:{x.script.Name}", "text/plain", Decode(x.script.Output ?? x.script.Stdout)))];
    }

    private static string PrefixOf(string kind) => kind switch
    {
        Commissioning => "commission",
        Testing => "testing",
        _ => "deploy",
    };

    private static string? Decode(string? base64)
    {
        var bytes = new byte[(base64?.Length ?? 0) * 3 / 4 + 3];
        return base64 is { Length: > 0 } && Convert.TryFromBase64String(base64, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : base64;
    }

    private IEnumerable<BuildData> Make(DrydockNode node, string generator, string format, string? data)
    {
        if (string.IsNullOrEmpty(data))
            yield break;
        yield return new()
        {
            NodeName = node.Name,
            TaskId = options.TaskId,
            CollectedDate = options.TimeProvider.GetUtcNow(),
            Generator = generator,
            DataFormat = format,
            DataElement = data,
        };
    }
}
