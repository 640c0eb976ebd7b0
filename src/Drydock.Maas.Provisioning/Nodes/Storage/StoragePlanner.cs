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
    public static Plan<MachineContext> Plan(DrydockNode node, Machine machine, StorageParts parts, DeviceNames names)
    {
        var builder = new PlanBuilder<MachineContext>();
        if (!node.DiskNames.Any())
        {
            builder.Say($"Node {node.Name} has no disks in its design; MAAS's own layout stays.");
            return Build(builder, SpecialMountPlanner.PlanDifference(node, machine, []));
        }

        var desired = DesiredStorageReader.Read(node, machine, names);
        foreach (var group in node.VolumeGroups.Where(g => desired.VolumeGroups.All(d => d.Name != g.Name)))
            builder.Say($"Volume group {group.Name} of node {node.Name} has no physical volumes; it is left out.");

        var observed = ObservedStorage.Of(machine, parts, desired);
        var operations = observed.RootMatches ? PlanDifference(node, machine, observed) : PlanAnew(builder, node, machine, desired);
        var plan = Build(builder, [.. RootPlanner.PlanBootDisk(machine, desired.Root), .. OrderRemovalsFirst(operations)]);
        if (!plan.IsEmpty)
            DiskSerials.RequireDistinct(node, machine, desired);
        return plan;
    }

    private static IEnumerable<StorageOperation> PlanAnew(PlanBuilder<MachineContext> builder, DrydockNode node, Machine machine, DesiredStorage desired)
    {
        SayClearedBeside(builder, machine, desired);
        var cleared = ObservedStorage.AfterLayout(machine, desired);
        return
        [
            .. RootPlanner.Plan(node, machine, desired),
            .. cleared.PlanDifference(),
            .. SpecialMountPlanner.PlanDifference(node, machine with { SpecialFilesystems = [] }, []),
        ];
    }

    /// <summary>MAAS makes a root only by clearing every disk of the machine, those the design says nothing about as well.</summary>
    private static void SayClearedBeside(PlanBuilder<MachineContext> builder, Machine machine, DesiredStorage desired)
    {
        var beside = machine.PhysicalBlockDevices
            .Where(d => (d.Partitions.Count > 0 || d.Filesystem is not null) && desired.Disks.All(x => x.Device.Id != d.Id))
            .Select(d => d.Name).ToList();
        if (beside.Count > 0)
            builder.Say($"The new layout also clears {string.Join(", ", beside)}, which the design does not mention: MAAS clears every disk of a machine.");
    }

    private static IEnumerable<StorageOperation> PlanDifference(DrydockNode node, Machine machine, ObservedStorage observed) =>
    [
        .. ForeignMountPlanner.Plan(node, machine, observed),
        .. SpecialMountPlanner.PlanDifference(node, machine, observed.Desired.MountPoints),
        .. observed.PlanDifference(),
    ];

    /// <summary>What only makes room goes first, so that names and space are free for the rest; what one asks of another decides beyond that.</summary>
    private static IEnumerable<StorageOperation> OrderRemovalsFirst(IEnumerable<StorageOperation> operations) => operations.OrderBy(o => !o.IsRemoval);

    private static Plan<MachineContext> Build(PlanBuilder<MachineContext> builder, IEnumerable<StorageOperation> operations)
    {
        foreach (var operation in operations)
            builder.Add(operation);
        return builder.Build();
    }
}
