using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>A volume group.</summary>
/// <param name="Design">What the design says.</param>
/// <param name="Disks">Names of the disks that belong to it as a whole.</param>
/// <param name="Partitions">Keys (disk/partition) of the partitions that belong to it.</param>
/// <param name="Devices">Names of the RAIDs and bcaches that belong to it.</param>
/// <param name="LogicalVolumes">Its logical volumes, in order.</param>
internal sealed record DesiredVolumeGroup(
    StorageVolumeGroup Design,
    IReadOnlyList<string> Disks,
    IReadOnlyList<string> Partitions,
    IReadOnlyList<string> Devices,
    IReadOnlyList<DesiredLogicalVolume> LogicalVolumes)
{
    public string Name => Design.Name;

    /// <summary>How many physical volumes it has.</summary>
    public int MemberCount => Disks.Count + Partitions.Count + Devices.Count;

    /// <summary>The name of a logical volume as MAAS shows it.</summary>
    public string NameOf(DesiredLogicalVolume volume) => $"{Name}-{volume.Design.Name}";

    /// <summary>A group of the design; its sizes throw when they do not fit.</summary>
    /// <param name="node">The node.</param>
    /// <param name="machine">Its machine.</param>
    /// <param name="design">The group.</param>
    /// <param name="disks">The disks, and RAIDs with partitions.</param>
    /// <param name="devices">RAIDs and bcaches.</param>
    /// <param name="limit">The limits of a root in the group.</param>
    public static DesiredVolumeGroup Read(
        DrydockNode node, Machine machine, StorageVolumeGroup design, IReadOnlyList<DesiredDisk> disks, IReadOnlyList<ComposedDevice> devices, RootLimit limit)
    {
        var whole = disks.Where(d => d.VolumeGroup == design.Name).ToList();
        var parts = disks.SelectMany(d => d.Partitions.Where(p => p.Design.VolumeGroup == design.Name).Select(p => (Disk: d, Partition: p)))
            .ToList();
        var composed = devices.Where(d => d.VolumeGroup == design.Name).ToList();
        var isRoot = design.Name == limit.RootGroup;
        // The layout puts the root's group on a partition, even where the design gives it the whole disk.
        var size = StorageExtent.VolumeGroup(whole
            .Select(d => isRoot ? StorageSpace.Partitionable(d.Device.Size, isBootDisk: true, machine) : d.Device.Size)
            .Concat(parts.Select(p => p.Partition.Size))
            .Concat(composed.Select(d => d.Size)));
        var wanted = design.LogicalVolumes
            .Select(v => (Size: RequiredSize.Read(v.Size, $"logical volume {design.Name}/{v.Name}"), v.Name))
            .ToList();
        var sizes = whole.Count + parts.Count + composed.Count == 0
            ? []
            : SizeShares.Resolve(wanted, size, size, $"Volume group {design.Name} of node {node.Name}");
        return new(
            design,
            [.. whole.Select(d => d.Device.Name)],
            [.. parts.Select(p => p.Disk.KeyOf(p.Partition))],
            [.. composed.Select(d => d.Name)],
            [.. sizes.Select((s, i) => new DesiredLogicalVolume(design.LogicalVolumes[i], Limited(i, s)))]);

        long Limited(int index, long share) => isRoot && design.LogicalVolumes[index].Filesystem?.MountPoint == "/"
            ? limit.Apply(whole.FirstOrDefault() ?? parts[0].Disk, wanted[index].Name, share, wanted[index].Size.TakesRest, share == size)
            : share;
    }
}

/// <summary>A logical volume.</summary>
/// <param name="Design">What the design says.</param>
/// <param name="Size">Its size in bytes as MAAS will make it.</param>
internal sealed record DesiredLogicalVolume(StorageLogicalVolume Design, long Size)
{
    public FilesystemSettings? Filesystem => Swap.AsMounted(Design.Filesystem);
}

/// <summary>Volume groups and their logical volumes, wanted and there.</summary>
internal static class VolumeGroupPlanner
{
    /// <summary>What makes a group, or sets right one that stays.</summary>
    public static IEnumerable<StorageOperation> PlanDifference(ObservedStorage observed, DesiredVolumeGroup group)
    {
        var present = observed.Groups.Find(group);
        var resource = new StorageResource(ResourceKind.VolumeGroup, group.Name, present?.Id);
        List<StorageResource> members =
            [.. group.Disks.Select(observed.Resource), .. group.Partitions.Select(observed.PartitionResource), .. group.Devices.Select(observed.Resource)];
        if (present is not null)
            return [.. PlanMembers(observed, group, resource, present, members), .. PlanVolumes(observed, group, resource, present)];
        IEnumerable<StorageOperation> create = observed.IsMadeByLayout(group) ? [] : [new CreateVolumeGroup(resource, group.Design.Uuid, members)];
        return [.. create, .. PlanVolumes(observed, group, resource, null)];
    }

    /// <summary>The end of a group with its logical volumes; such that it stands on itself has to leave it first.</summary>
    public static IEnumerable<StorageOperation> PlanRemoval(ObservedStorage observed, VolumeGroup stale)
    {
        var resource = new StorageResource(ResourceKind.VolumeGroup, stale.Name, stale.Id);
        List<StorageMember> own = [.. stale.Devices.Where(m => observed.Stack.IsOn(m, stale))];
        IEnumerable<StorageOperation> detach = own.Count == 0 ? [] : [new DetachOwnVolumes(resource, [.. own.Select(observed.Resource)])];
        return
        [
            .. detach,
            .. stale.LogicalVolumes.Select(v => Delete(observed, resource, v, null)),
            new DeleteVolumeGroup(resource, stale, [.. stale.Devices.Except(own).Select(observed.Resource)]),
        ];
    }

    /// <summary>
    /// The end of the volumes whose names the design needs, of a group that it says nothing about: MAAS keeps volumes by their own names among all
    /// block devices of a machine.
    /// </summary>
    public static IEnumerable<StorageOperation> PlanNames(ObservedStorage observed, VolumeGroup other)
    {
        var resource = new StorageResource(ResourceKind.VolumeGroup, other.Name, other.Id);
        return other.LogicalVolumes.Where(v => observed.Desired.HasDevice(v.Name[(other.Name.Length + 1)..])).Select(v => Delete(observed, resource, v, null));
    }

    private static IEnumerable<StorageOperation> PlanMembers(
        ObservedStorage observed, DesiredVolumeGroup group, StorageResource resource, VolumeGroup present, IReadOnlyList<StorageResource> wanted)
    {
        var difference = observed.Groups.Compare(present, group)!;
        List<StorageResource> there = [.. present.Devices.Select(observed.Resource)], extra = [.. difference.Extra.Select(observed.Resource)];
        List<StorageResource> missing = [.. wanted.Where(w => difference.Missing.Contains(w.Name))];
        if (observed.Groups.Renames.FirstOrDefault(r => r.Id == present.Id) is { } rename)
            yield return new RenameVolumeGroup(resource, rename.Before);
        if (extra.Count > 0)
            yield return new RemovePhysicalVolumes(resource, there, extra);
        if (missing.Count > 0)
            yield return new AddPhysicalVolumes(resource, [.. there.Except(extra)], missing);
    }

    private static IEnumerable<StorageOperation> PlanVolumes(ObservedStorage observed, DesiredVolumeGroup group, StorageResource resource, VolumeGroup? present)
    {
        var wanted = group.LogicalVolumes.ToDictionary(group.NameOf, StringComparer.Ordinal);
        foreach (var stale in present?.LogicalVolumes ?? [])
        {
            if (!wanted.TryGetValue(stale.Name, out var next) || next.Size != stale.Size)
                yield return Delete(observed, resource, stale, next?.Size);
        }

        foreach (var volume in group.LogicalVolumes.Where(v => !observed.IsMadeByLayout(group, v)))
        {
            var there = present is null ? null : observed.Groups.LogicalVolume(present, volume);
            var isRight = there?.Size == volume.Size;
            var made = new StorageResource(ResourceKind.LogicalVolume, group.NameOf(volume), isRight ? there!.Id : null);
            if (!isRight)
                yield return new CreateLogicalVolume(resource, made, volume, there?.Size);
            foreach (var operation in FilesystemPlanner.PlanDifference(made, volume.Filesystem, isRight ? there!.Filesystem : null))
                yield return operation;
        }
    }

    private static DeleteLogicalVolume Delete(ObservedStorage observed, StorageResource group, BlockDevice volume, long? next) =>
        new(group, new(ResourceKind.LogicalVolume, volume.Name, volume.Id), volume.Size, next) { IsInUse = observed.Stack.IsInUse(volume.Id) };
}
