using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Plans name and physical volumes of a volume group that stays, so that its logical volumes do too.</summary>
internal static class VolumeGroupMemberPlanner
{

    public static void PlanName(PlanBuilder<MachineContext> builder, VolumeGroupRename rename)
    {
        var change = StorageChange.Set(ResourceKind.VolumeGroup, rename.After, ChangeProperty.Name, rename.Before, rename.After, ChangeSeverity.Disruptive);
        Add(builder, rename.Id, change, _ => new() { Name = rename.After });
    }

    /// <summary>Plans that what the design has not leaves the group; the logical volumes of the design have room on those it has.</summary>
    public static void PlanExtra(
        PlanBuilder<MachineContext> builder, DesiredVolumeGroup group, VolumeGroup present, ObservedStorage observed)
    {
        if (observed.Members(present, group) is not { Extra: { Count: > 0 } extra })
            return;
        var update = new VolumeGroupUpdate
        {
            RemoveBlockDevices = [.. extra.Where(m => m.Type != "partition").Select(m => m.Id)],
            RemovePartitions = [.. extra.Where(m => m.Type == "partition").Select(m => m.Id)],
        };
        var kept = Names(present.Devices.Except(extra), observed);
        var change = StorageChange.Set(ResourceKind.VolumeGroup, group.Name, ChangeProperty.PhysicalVolumes, Names(present.Devices, observed), kept, ChangeSeverity.Destructive)
            with { Parents = [.. extra.Select(observed.NameOf)] };
        Add(builder, present.Id, change, _ => update);
    }

    /// <summary>Whether a group is made larger by a volume of its own.</summary>
    public static bool IsOwnMember(VolumeGroup group, BlockDevice volume) =>
        group.Devices.Any(member => member.Type != "partition" && member.Id == volume.Id);

    /// <summary>Plans that a group's own volumes leave it, so that it can be deleted.</summary>
    public static void PlanOwn(PlanBuilder<MachineContext> builder, VolumeGroup stale)
    {
        List<BlockDevice> own = [.. stale.LogicalVolumes.Where(volume => IsOwnMember(stale, volume))];
        if (own.Count == 0)
            return;
        var names = own.Select(volume => volume.Name).ToList();
        var change = StorageChange.Set(ResourceKind.VolumeGroup, stale.Name, ChangeProperty.PhysicalVolumes, $"with {string.Join(", ", names)} of its own", "without", ChangeSeverity.Destructive)
            with { Parents = names };
        Add(builder, stale.Id, change, _ => new() { RemoveBlockDevices = [.. own.Select(volume => volume.Id)] });
    }

    /// <summary>Plans that what the design has beside them joins the group.</summary>
    public static void PlanMissing(
        PlanBuilder<MachineContext> builder, DesiredVolumeGroup group, VolumeGroup present, ObservedStorage observed)
    {
        if (observed.Members(present, group) is not { Missing: { Count: > 0 } missing } members)
            return;
        var kept = present.Devices.Except(members.Extra);
        var disks = observed.Desired.Disks.Where(d => members.MissingDisks.Contains(d.Device.Name)).Select(d => d.Device.Id).ToList();
        var all = string.Join(", ", kept.Select(observed.NameOf).Concat(missing));
        var change = StorageChange.Set(ResourceKind.VolumeGroup, group.Name, ChangeProperty.PhysicalVolumes, Names(kept, observed), all, ChangeSeverity.Disruptive) with { Parents = missing };
        Add(builder, present.Id, change, context => new VolumeGroupUpdate
        {
            AddBlockDevices =
                [.. disks, .. group.Devices.Where(members.MissingDisks.Contains).Select(d => MadeDevice.Id(context, d, observed))],
            AddPartitions = [.. members.MissingPartitions.Select(key => MadeDevice.Partition(context, key, observed).Id)],
        });
    }

    private static string Names(IEnumerable<StorageMember> members, ObservedStorage observed) =>
        string.Join(", ", members.Select(observed.NameOf));

    private static void Add(
        PlanBuilder<MachineContext> builder, int id, PlannedChange change, Func<MachineContext, VolumeGroupUpdate> update) =>
        builder.Add(change, (context, token) => context.Client.VolumeGroups.UpdateAsync(context.SystemId, id, update(context), token));
}
