using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Plans volume groups and their logical volumes.</summary>
internal static class VolumeGroupPlanner
{
    /// <summary>Plans a volume group on physical volumes that are free.</summary>
    /// <param name="builder">Where the plan goes.</param>
    /// <param name="desired">The whole storage.</param>
    /// <param name="group">The group.</param>
    /// <param name="observed">Partitions that are there already; null when the layout has just cleared everything.</param>
    public static void PlanFresh(
        PlanBuilder<MachineContext> builder, DesiredStorage desired, DesiredVolumeGroup group, ObservedStorage? observed)
    {
        var isRoot = group.Name == desired.Root.RootGroup?.Name;
        if (!isRoot)
            PlanGroup(builder, desired, group, observed);
        foreach (var volume in group.LogicalVolumes)
        {
            if (!isRoot || volume != desired.Root.RootVolume)
                PlanVolume(builder, group, volume, null, context => GroupId(context, group.Name));
        }
    }

    /// <summary>Plans what has to leave a group that stays: its name, logical and physical volumes, before the disks.</summary>
    public static void PlanRoom(PlanBuilder<MachineContext> builder, DesiredVolumeGroup group, ObservedStorage observed)
    {
        if (observed.Group(group) is not { } present)
            return;
        if (observed.Renames.FirstOrDefault(r => r.Id == present.Id) is { } rename)
            VolumeGroupMemberPlanner.PlanName(builder, rename);
        var wanted = group.LogicalVolumes.ToDictionary(v => $"{group.Name}-{v.Design.Name}", StringComparer.Ordinal);
        // MAAS deletes no volume of which the group itself has been made larger, before it leaves the group.
        var stale = present.LogicalVolumes.Where(v => !wanted.TryGetValue(v.Name, out var w) || w.Size != v.Size)
            .ToLookup(v => VolumeGroupMemberPlanner.IsOwnMember(present, v));
        PlanDeletes(stale[false]);
        VolumeGroupMemberPlanner.PlanExtra(builder, group, present, observed);
        PlanDeletes(stale[true]);

        void PlanDeletes(IEnumerable<BlockDevice> volumes)
        {
            foreach (var volume in volumes)
                PlanDelete(builder, present, volume, wanted.GetValueOrDefault(volume.Name)?.Size);
        }
    }

    /// <summary>
    /// Plans the end of the volumes whose names the design needs, of a group that it says nothing about: MAAS keeps volumes by their own
    /// names among all block devices of a machine.
    /// </summary>
    public static void PlanNames(PlanBuilder<MachineContext> builder, VolumeGroup other, DesiredStorage desired)
    {
        foreach (var volume in other.LogicalVolumes.Where(v => desired.HasDevice(v.Name[(other.Name.Length + 1)..])))
            PlanDelete(builder, other, volume, null);
    }

    /// <summary>Plans what is missing or wrong in a group that stays, after <see cref="PlanRoom"/> and the disks.</summary>
    public static void PlanDifference(
        PlanBuilder<MachineContext> builder, DesiredVolumeGroup group, VolumeGroup present, ObservedStorage observed)
    {
        VolumeGroupMemberPlanner.PlanMissing(builder, group, present, observed);
        foreach (var volume in group.LogicalVolumes)
        {
            var there = observed.LogicalVolume(present, volume.Design.Name);
            if (there is not null && there.Size == volume.Size)
                FilesystemPlanner.PlanVolume(builder, there.Name, volume.Filesystem, there.Filesystem, _ => there.Id);
            else
                PlanVolume(builder, group, volume, there?.Size, _ => present.Id);
        }
    }

    /// <summary>Plans the end of a group with its logical volumes.</summary>
    public static void PlanDelete(PlanBuilder<MachineContext> builder, VolumeGroup stale)
    {
        VolumeGroupMemberPlanner.PlanOwn(builder, stale);
        foreach (var volume in stale.LogicalVolumes)
            PlanDelete(builder, stale, volume, null);
        builder.Add(
            StorageChange.Delete(
                ResourceKind.VolumeGroup, stale.Name, SizeText.Of(stale.Size), [.. stale.Devices.Where(d => d.Name is not null).Select(d => d.Name!)])
                with { Size = stale.Size },
            (context, token) => context.Client.VolumeGroups.DeleteAsync(context.SystemId, stale.Id, token));
    }

    private static void PlanDelete(PlanBuilder<MachineContext> builder, VolumeGroup group, BlockDevice volume, long? next) => builder.Add(
        StorageChange.Delete(
            ResourceKind.LogicalVolume, volume.Name, SizeText.Of(volume.Size, next ?? volume.Size), group.Name) with { Size = volume.Size },
        async (context, token) =>
        {
            await context.Client.VolumeGroups.DeleteLogicalVolumeAsync(context.SystemId, group.Id, volume.Id, token).ConfigureAwait(false);
            context.ForgetBlockDevice(volume.Id);
        });

    private static void PlanGroup(
        PlanBuilder<MachineContext> builder, DesiredStorage desired, DesiredVolumeGroup group, ObservedStorage? observed)
    {
        var members = group.Members;
        var disks = group.Disks.Select(desired.DiskId).ToList();
        builder.Add(
            StorageChange.Create(ResourceKind.VolumeGroup, group.Name, $"on {string.Join(", ", members)}", members),
            async (context, token) =>
            {
                var request = new VolumeGroupRequest
                {
                    Name = group.Name,
                    Uuid = group.Design.Uuid,
                    BlockDevices = [.. disks, .. group.Devices.Select(d => MadeDevice.Id(context, d, observed))],
                    Partitions = [.. group.Partitions.Select(key => MadeDevice.Partition(context, key, observed).Id)],
                };
                context.VolumeGroups[group.Name] =
                    await context.Client.VolumeGroups.CreateAsync(context.SystemId, request, token).ConfigureAwait(false);
            });
    }

    private static void PlanVolume(
        PlanBuilder<MachineContext> builder,
        DesiredVolumeGroup group,
        DesiredLogicalVolume volume,
        long? replaced,
        Func<MachineContext, int> groupId)
    {
        var name = $"{group.Name}-{volume.Design.Name}";
        builder.Add(
            StorageChange.Create(
                ResourceKind.LogicalVolume, name, SizeText.Of(volume.Size, replaced ?? volume.Size), group.Name) with { Size = volume.Size },
            async (context, token) => context.Keep(await context.Client.VolumeGroups.CreateLogicalVolumeAsync(
                context.SystemId, groupId(context), volume.Design.Name, volume.Design.Uuid, volume.Size, token).ConfigureAwait(false)));
        FilesystemPlanner.PlanVolume(builder, name, volume.Filesystem, null, context => context.BlockDevice(name).Id);
    }

    /// <summary>A group just made, or the only one there is after an LVM layout.</summary>
    private static int GroupId(MachineContext context, string name) =>
        context.VolumeGroups.TryGetValue(name, out var made) ? made.Id : context.Machine.VolumeGroups[0].Id;
}
