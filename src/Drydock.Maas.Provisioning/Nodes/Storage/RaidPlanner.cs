using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Plans RAIDs and what is on them as a whole.</summary>
internal static class RaidPlanner
{
    /// <summary>Plans a RAID on members that are free.</summary>
    /// <param name="builder">Where the plan goes.</param>
    /// <param name="desired">The whole storage.</param>
    /// <param name="raid">The RAID.</param>
    /// <param name="observed">Partitions that are there already; null when the layout has just cleared everything.</param>
    public static void PlanFresh(PlanBuilder<MachineContext> builder, DesiredStorage desired, DesiredRaid raid, ObservedStorage? observed)
    {
        builder.Add(
            StorageChange.Create(ResourceKind.Raid, raid.Name, raid.ToString(), raid.Members),
            async (context, token) =>
            {
                var request = new RaidRequest
                {
                    Name = raid.Name,
                    Uuid = raid.Design.Uuid,
                    Level = raid.Design.Level!,
                    BlockDevices = Disks(raid.Active),
                    Partitions = Partitions(context, raid.Active),
                    SpareDevices = Disks(raid.Spare),
                    SparePartitions = Partitions(context, raid.Spare),
                };
                context.Raids[raid.Name] = await context.Client.Raids.CreateAsync(context.SystemId, request, token).ConfigureAwait(false);
            });
        if (raid.Disk is not null)
            DiskPlanner.PlanFresh(builder, raid.Disk, Device);
        FilesystemPlanner.PlanVolume(builder, raid.Name, raid.Filesystem, null, Device, ResourceKind.Raid);

        int Device(MachineContext context) => MadeDevice.Id(context, raid.Name, observed);

        List<int> Disks(IEnumerable<DesiredDevice> members) =>
            [.. members.Where(m => m.Kind == DeviceKind.Disk).Select(m => desired.DiskId(m.Key))];

        List<int> Partitions(MachineContext context, IEnumerable<DesiredDevice> members) =>
            [.. members.Where(m => m.Kind == DeviceKind.Partition).Select(m => MadeDevice.Partition(context, m.Key, observed).Id)];
    }

    /// <summary>Plans what is wrong on a RAID whose level and members are right.</summary>
    public static void PlanDifference(
        PlanBuilder<MachineContext> builder, DesiredRaid raid, BlockDevice present, ObservedStorage observed)
    {
        if (raid.Disk is not null)
        {
            DiskPlanner.PlanDifference(builder, observed, raid.Disk with { Device = present });
            return;
        }

        foreach (var partition in present.Partitions)
        {
            builder.Add(
                StorageChange.Delete(
                    ResourceKind.Partition,
                    string.Create(CultureInfo.InvariantCulture, $"{raid.Name}/{partition.Id}"),
                    partition.UsedFor ?? "unused",
                    raid.Name),
                (context, token) => context.Client.Partitions.DeleteAsync(context.SystemId, present.Id, partition.Id, token));
        }

        FilesystemPlanner.PlanVolume(builder, raid.Name, raid.Filesystem, present.Filesystem, _ => present.Id, ResourceKind.Raid);
    }

    /// <summary>Plans the end of a RAID with what is on it.</summary>
    public static void PlanDelete(PlanBuilder<MachineContext> builder, Raid stale, ObservedStorage observed)
    {
        List<string> members = [.. stale.Devices.Concat(stale.SpareDevices).Select(observed.NameOf)];
        builder.Add(
            StorageChange.Delete(ResourceKind.Raid, stale.Name, $"{stale.Level} on {string.Join(", ", members)}", members),
            async (context, token) =>
            {
                await context.Client.Raids.DeleteAsync(context.SystemId, stale.Id, token).ConfigureAwait(false);
                if (stale.VirtualDevice is { } device)
                    context.ForgetBlockDevice(device.Id);
            });
    }
}
