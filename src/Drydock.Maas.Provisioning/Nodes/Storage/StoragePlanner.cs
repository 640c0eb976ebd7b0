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
            SpecialMountPlanner.PlanDifference(builder, node, machine, []);
            return builder.Build();
        }

        var desired = DesiredStorageReader.Read(node, machine, names);
        foreach (var group in node.VolumeGroups.Where(g => desired.VolumeGroups.All(d => d.Name != g.Name)))
            builder.Say($"Volume group {group.Name} of node {node.Name} has no physical volumes; it is left out.");

        var observed = ObservedStorage.Of(machine, parts, desired);
        if (observed.RootMatches)
            PlanDifference(builder, node, machine, observed);
        else
            PlanAnew(builder, node, machine, desired);
        var plan = builder.Build();
        if (!plan.IsEmpty)
            DiskSerials.RequireDistinct(node, machine, desired);
        return plan;
    }

    private static void PlanAnew(PlanBuilder<MachineContext> builder, DrydockNode node, Machine machine, DesiredStorage desired)
    {
        SayClearedBeside(builder, machine, desired);
        RootPlanner.Plan(builder, node, machine, desired);
        foreach (var disk in desired.Disks)
            DiskPlanner.PlanFresh(builder, desired, disk);
        foreach (var raid in desired.Raids)
            RaidPlanner.PlanFresh(builder, desired, raid, null);
        BcachePlanner.PlanSets(builder, desired, null, isFree: false);
        foreach (var bcache in desired.Bcaches)
            BcachePlanner.PlanFresh(builder, desired, bcache, null);
        foreach (var group in desired.VolumeGroups)
            VolumeGroupPlanner.PlanFresh(builder, desired, group, null);
        SpecialMountPlanner.PlanFresh(builder, node);
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

    private static void PlanDifference(PlanBuilder<MachineContext> builder, DrydockNode node, Machine machine, ObservedStorage observed)
    {
        RootPlanner.PlanBootDisk(builder, machine, observed.Desired.Root);
        ForeignMountPlanner.Plan(builder, node, machine, observed);
        SpecialMountPlanner.PlanDifference(builder, node, machine, ForeignMountPlanner.MountPoints(observed.Desired));
        BcachePlanner.PlanInPlace(builder, observed);
        StalePlanner.Plan(builder, observed);
        foreach (var disk in observed.Desired.Disks)
            DiskPlanner.PlanDifference(builder, observed, disk);
        PlanDevices(builder, observed);
        foreach (var group in observed.Desired.VolumeGroups)
        {
            if (observed.Group(group) is { } present)
                VolumeGroupPlanner.PlanDifference(builder, group, present, observed);
            else
                VolumeGroupPlanner.PlanFresh(builder, observed.Desired, group, observed);
        }
    }

    private static void PlanDevices(PlanBuilder<MachineContext> builder, ObservedStorage observed)
    {
        foreach (var raid in observed.Desired.Raids)
        {
            if (observed.Raids.Device(raid) is { } present)
                RaidPlanner.PlanDifference(builder, raid, present, observed);
            else
                RaidPlanner.PlanFresh(builder, observed.Desired, raid, observed);
        }

        BcachePlanner.PlanSets(builder, observed.Desired, observed, isFree: false);
        foreach (var bcache in observed.Desired.Bcaches)
        {
            if (observed.Bcaches.Device(bcache) is { } present)
                BcachePlanner.PlanDifference(builder, bcache, present);
            else
                BcachePlanner.PlanFresh(builder, observed.Desired, bcache, observed);
        }
    }
}
