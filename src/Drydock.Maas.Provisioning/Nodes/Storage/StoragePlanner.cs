using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Compares a machine's storage with its node's; only a wrong root that a layout makes is made anew with everything.</summary>
internal static class StoragePlanner
{
    /// <summary>Plans the storage; empty when it is as designed.</summary>
    /// <param name="node">The node.</param>
    /// <param name="machine">Its machine, with disks and partitions.</param>
    /// <param name="parts">What it has made of them: volume groups, RAIDs and bcaches.</param>
    /// <param name="names">Real names of device aliases.</param>
    public static Plan Plan(DrydockNode node, Machine machine, StorageParts parts, DeviceNames names)
    {
        if (!node.DiskNames.Any())
        {
            return new(MemoryFilesystems.PlanDifference(node, machine, []))
            {
                Messages = [$"Node {node.Name} has no disks in its design; MAAS's own layout stays."],
            };
        }

        var desired = DesiredStorageReader.Read(node, machine, names);
        var observed = ObservedStorage.Observe(machine, parts, desired);
        var operations = observed.RootMatches ? PlanDifference(node, machine, observed) : PlanAnew(node, machine, desired);
        var subjects = new StorageSubjects(machine, parts);
        var plan = new Plan(desired.Root.PlanBootDisk(machine).Concat(operations).Select(subjects.Complete))
        {
            Messages = [.. DescribeLeftOut(node, desired), .. observed.RootMatches ? [] : DescribeCleared(machine, desired)],
        };
        if (!plan.IsEmpty)
            DiskSerials.RequireDistinct(node, machine, desired);
        return plan;
    }

    private static IEnumerable<StorageOperation> PlanAnew(DrydockNode node, Machine machine, DesiredStorage desired) =>
    [
        .. desired.Root.Plan(node, machine, desired.Disks),
        .. ObservedStorage.AfterLayout(machine, desired).PlanDifference(),
        .. MemoryFilesystems.PlanDifference(node, machine with { SpecialFilesystems = [] }, []),
    ];

    private static IEnumerable<string> DescribeLeftOut(DrydockNode node, DesiredStorage desired) =>
        node.VolumeGroups.Where(g => desired.VolumeGroups.All(d => d.Name != g.Name))
            .Select(g => $"Volume group {g.Name} of node {node.Name} has no physical volumes; it is left out.");

    /// <summary>MAAS makes a root only by clearing every disk of the machine, those the design says nothing about as well.</summary>
    private static IReadOnlyList<string> DescribeCleared(Machine machine, DesiredStorage desired)
    {
        var beside = machine.PhysicalBlockDevices
            .Where(d => (d.Partitions.Count > 0 || d.Filesystem is not null) && desired.Disks.All(x => x.Device.Id != d.Id))
            .Select(d => d.Name).ToList();
        return beside.Count == 0
            ? [] : [$"The new layout also clears {string.Join(", ", beside)}, which the design does not mention: MAAS clears every disk of a machine."];
    }

    private static IEnumerable<StorageOperation> PlanDifference(DrydockNode node, Machine machine, ObservedStorage observed) =>
    [
        .. ForeignMounts.Plan(node, machine, observed),
        .. MemoryFilesystems.PlanDifference(node, machine, observed.Desired.MountPoints),
        .. observed.PlanDifference(),
    ];
}
