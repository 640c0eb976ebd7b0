using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Plans the partitions of a disk beside root and boot.</summary>
internal static class DiskPlanner
{
    /// <summary>Plans a disk that is empty but for what the root layout put there.</summary>
    public static void PlanFresh(PlanBuilder<MachineContext> builder, DesiredStorage desired, DesiredDisk disk)
    {
        foreach (var partition in Extras(desired, disk))
            PlanNew(builder, disk, partition, null);
    }

    /// <summary>Plans the partitions of a RAID that is made anew.</summary>
    public static void PlanFresh(PlanBuilder<MachineContext> builder, DesiredDisk disk, Func<MachineContext, int> device)
    {
        foreach (var partition in disk.Partitions)
            PlanNew(builder, disk, partition, null, device);
    }

    /// <summary>Plans what is missing or wrong on a disk, or a RAID with partitions; a partition that is right is not touched.</summary>
    public static void PlanDifference(PlanBuilder<MachineContext> builder, ObservedStorage observed, DesiredDisk disk)
    {
        var match = observed.On(disk);
        if (disk.Device.Filesystem is { } whole && !MemberFilesystem.Is(whole))
            FilesystemPlanner.PlanErase(
                builder, disk.Device.Name, disk.Device.Type == "virtual" ? ResourceKind.Raid : ResourceKind.BlockDevice, whole, _ => disk.Device.Id);
        foreach (var stale in match.Stale)
            PlanDelete(builder, disk, stale, match.Successor(stale));
        foreach (var missing in match.Missing)
            PlanNew(builder, disk, missing, match.Stale.FirstOrDefault(s => match.Successor(s) == missing));
        foreach (var partition in disk.Partitions)
        {
            var key = DesiredStorageReader.Key(disk, partition);
            if (match.Find(partition) is { } present)
                FilesystemPlanner.PlanPartition(builder, key, partition.Filesystem, present.Filesystem, _ => present);
        }
    }

    private static void PlanNew(
        PlanBuilder<MachineContext> builder,
        DesiredDisk disk,
        DesiredPartition partition,
        Partition? replaced,
        Func<MachineContext, int>? device = null)
    {
        var key = DesiredStorageReader.Key(disk, partition);
        var request =
            new PartitionRequest { Size = partition.Size, Uuid = partition.Design.PartitionUuid, Bootable = partition.Design.Bootable };
        builder.Add(
            StorageChange.Create(ResourceKind.Partition, key, SizeText.Of(partition.Size, replaced?.Size ?? partition.Size),
                disk.Device.Name) with { Size = partition.Size },
            async (context, token) =>
            {
                var id = device?.Invoke(context) ?? disk.Device.Id;
                context.Partitions[key] =
                    await context.Client.Partitions.CreateAsync(context.SystemId, id, request, token).ConfigureAwait(false);
            });
        FilesystemPlanner.PlanPartition(builder, key, partition.Filesystem, null, context => context.Partitions[key]);
    }

    private static void PlanDelete(
        PlanBuilder<MachineContext> builder, DesiredDisk disk, Partition stale, DesiredPartition? successor) => builder.Add(
        StorageChange.Delete(
            ResourceKind.Partition,
            successor is null
                ? string.Create(CultureInfo.InvariantCulture, $"{disk.Device.Name}/{stale.Id}")
                : DesiredStorageReader.Key(disk, successor),
            $"{SizeText.Of(stale.Size, successor?.Size ?? stale.Size)}, {stale.UsedFor ?? "unused"}",
            disk.Device.Name) with { Size = stale.Size },
        (context, token) => context.Client.Partitions.DeleteAsync(context.SystemId, disk.Device.Id, stale.Id, token));

    private static IEnumerable<DesiredPartition> Extras(DesiredStorage desired, DesiredDisk disk)
    {
        var isRoot = disk.Device.Id == desired.Root.Disk.Device.Id;
        return disk.Partitions.Where(p =>
            !(isRoot && (p.MountPoint is "/" or "/boot" || (desired.Root.RootGroup is { } g && p.Design.VolumeGroup == g.Name))));
    }
}
