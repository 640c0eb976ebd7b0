using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Frees mount points of the design from file systems on disks that the design does not mention; their data stay.</summary>
internal static class ForeignMountPlanner
{
    public static void Plan(PlanBuilder<MachineContext> builder, DrydockNode node, Machine machine, ObservedStorage observed)
    {
        var wanted = MountPoints(observed.Desired).Concat(node.SpecialMounts.Select(m => m.MountPoint)).ToHashSet(StringComparer.Ordinal);
        var volumes = observed.ForeignVolumes;
        var foreign = machine.BlockDevices
            .Where(d => volumes.Contains(d.Id) || (d.Type == "physical" && observed.Desired.Disks.All(x => x.Device.Id != d.Id)));
        foreach (var device in foreign)
            PlanDevice(builder, device, wanted);
    }

    private static void PlanDevice(PlanBuilder<MachineContext> builder, BlockDevice device, HashSet<string> wanted)
    {
        if (IsIn(device.Filesystem, wanted))
        {
            builder.Add(Unmount(device.Name, device.Filesystem!), async (context, token) =>
                context.Keep(await context.Client.BlockDevices.UnmountAsync(context.SystemId, device.Id, token).ConfigureAwait(false)));
        }

        foreach (var partition in device.Partitions.Where(p => IsIn(p.Filesystem, wanted)))
        {
            builder.Add(Unmount(partition.Path ?? device.Name, partition.Filesystem!), (context, token) =>
                context.Client.Partitions.UnmountAsync(context.SystemId, device.Id, partition.Id, token));
        }
    }

    /// <summary>Where the design's file systems on disks are mounted.</summary>
    public static IEnumerable<string> MountPoints(DesiredStorage desired) =>
        desired.Disks.Concat(desired.Raids.Select(r => r.Disk).OfType<DesiredDisk>())
            .SelectMany(d => d.Partitions)
            .Select(p => p.MountPoint)
        .Concat(desired.VolumeGroups.SelectMany(g => g.LogicalVolumes).Select(v => v.Filesystem?.MountPoint))
        .Concat(desired.Raids.Select(r => r.Filesystem?.MountPoint))
        .Concat(desired.Bcaches.Select(b => b.Filesystem?.MountPoint))
        .OfType<string>()
        .Where(m => m != Swap.Nowhere);

    private static bool IsIn(Filesystem? filesystem, HashSet<string> wanted) =>
        filesystem?.MountPoint is { } mounted && wanted.Contains(mounted);

    private static PlannedChange Unmount(string name, Filesystem filesystem) =>
        StorageChange.Invoke(
            ChangeAction.Unmount,
            ResourceKind.Filesystem,
            name,
            filesystem.MountPoint,
            $"from {filesystem.MountPoint}, which the design wants elsewhere",
            ChangeSeverity.Disruptive);
}
