using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Plans;

namespace Drydock.Maas.Provisioning.Storage;

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
        var spares = raid.Spare.All.Count == 0 ? "" : $", spare {string.Join(", ", raid.Spare.All)}";
        builder.Add(
            StorageChange.Create(
                "Raid", raid.Name, $"{raid.Design.Level} on {string.Join(", ", raid.Active.All)}{spares}", [.. raid.Active.All, .. raid.Spare.All]),
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
        FilesystemPlanner.PlanVolume(builder, raid.Name, raid.Filesystem, null, context => DeviceId(context, raid.Name, observed), "Raid");

        List<int> Disks(RaidMembers members) => [.. members.Disks.Select(n => desired.Disks.First(d => d.Device.Name == n).Device.Id)];

        List<int> Partitions(MachineContext context, RaidMembers members) =>
            [.. members.Partitions.Select(key => (observed?.Partition(key) ?? context.Partitions[key]).Id)];
    }

    /// <summary>Plans what is wrong on a RAID whose level and members are right.</summary>
    public static void PlanDifference(PlanBuilder<MachineContext> builder, DesiredRaid raid, BlockDevice present)
    {
        foreach (var partition in present.Partitions)
        {
            builder.Add(
                StorageChange.Delete(
                    "Partition", string.Create(CultureInfo.InvariantCulture, $"{raid.Name}/{partition.Id}"), partition.UsedFor ?? "unused", raid.Name),
                (context, token) => context.Client.Partitions.DeleteAsync(context.SystemId, present.Id, partition.Id, token));
        }

        FilesystemPlanner.PlanVolume(builder, raid.Name, raid.Filesystem, present.Filesystem, _ => present.Id, "Raid");
    }

    /// <summary>Plans the end of a RAID with what is on it.</summary>
    public static void PlanDelete(PlanBuilder<MachineContext> builder, Raid stale)
    {
        var members = stale.Devices.Concat(stale.SpareDevices).ToList();
        var names = string.Join(", ", members.Select(m => m.Name ?? "a partition"));
        builder.Add(
            StorageChange.Delete("Raid", stale.Name, $"{stale.Level} on {names}", [.. members.Select(m => m.Name).OfType<string>()]),
            async (context, token) =>
            {
                await context.Client.Raids.DeleteAsync(context.SystemId, stale.Id, token).ConfigureAwait(false);
                if (stale.VirtualDevice is { } device)
                    context.ForgetBlockDevice(device.Id);
            });
    }

    /// <summary>The block device of a RAID that was there or has been made.</summary>
    public static int DeviceId(MachineContext context, string name, ObservedStorage? observed) =>
        observed?.Raids.DeviceId(name) is { } there and >= 0 ? there :
        context.Raids[name].VirtualDevice?.Id ?? throw new NodeException(
            NodeErrorIds.BlockDeviceNotFound, $"MAAS made RAID {name} of machine {context.Machine} without a block device.");
}
