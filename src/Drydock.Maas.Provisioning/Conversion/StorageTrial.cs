using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Nodes.Storage;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>Tries descriptions of storage with its planner: parts that fill what they are on are all that is left where it takes them for that.</summary>
internal sealed class StorageTrial(ConversionFindings findings)
{
    private const string Remedy = "The design has no storage for it, so that MAAS's own stays; write it by hand if the design is to have it.";

    /// <summary>The storage that no run would change.</summary>
    /// <param name="draft">The node.</param>
    /// <param name="parts">What its machine has made of its disks.</param>
    public NodeStorage Settle(NodeDraft draft, StorageParts parts)
    {
        var machine = draft.Machine;
        var converter = new StorageConverter(machine, parts);
        foreach (var disk in converter.FindWholeFilesystems())
            findings.AddLeftOut($"Machine {machine}, BlockDevice {disk}", "filesystem", $"{disk.Filesystem!.Fstype} is on the whole of {disk}, and a disk of a design has partitions", "A run leaves it as it is.", machine.Hostname);
        var all = converter.Containers.ToHashSet(StringComparer.Ordinal);
        if (Try(draft, parts, converter, all) is { Difference: null } whole)
            return whole.Storage;
        var alone = all.Where(c => Try(draft, parts, converter, new HashSet<string> { c }).Difference is null).ToHashSet(StringComparer.Ordinal);
        if (alone.Count > 0 && Try(draft, parts, converter, alone) is { Difference: null } some)
            return some.Storage;
        var exact = Try(draft, parts, converter, new HashSet<string>());
        if (exact.Difference is null)
            return exact.Storage;
        findings.AddLeftOut($"Machine {machine}", "storage", exact.Difference, Remedy, machine.Hostname);
        return NodeStorage.None;
    }

    /// <summary>The storage, and what is against it; null for nothing.</summary>
    private static (NodeStorage Storage, string? Difference) Try(NodeDraft draft, StorageParts parts, StorageConverter converter, IReadOnlySet<string> filled)
    {
        var storage = converter.Convert(filled);
        if (!storage.DiskNames.Any() && storage.SpecialMounts.Count == 0)
            return (storage, null);
        var node = (draft with { Storage = storage }).Make();
        _ = new SiteDesign([], [], [node]);
        try
        {
            var changes = StoragePlanner.Plan(node, draft.Machine, parts, DeviceNames.None).Changes;
            return (storage, changes.Count == 0 ? null : $"a run would {changes[0]}{(changes.Count > 1 ? FormattableString.Invariant($" and make {changes.Count - 1} more changes") : "")}");
        }
        catch (NodeException e)
        {
            return (storage, e.Message.TrimEnd('.'));
        }
    }
}
