using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

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
    public string GetName(DesiredLogicalVolume volume) => $"{Name}-{volume.Design.Name}";

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
            .Select(d => isRoot ? MaasStorageRules.Partitionable(d.Device.Size, isBootDisk: true, machine) : d.Device.Size)
            .Concat(parts.Select(p => p.Partition.Size))
            .Concat(composed.Select(d => d.Size)));
        var wanted = design.LogicalVolumes
            .Select(v => (Size: DesignSize.Read(v.Size, $"logical volume {design.Name}/{v.Name}"), v.Name))
            .ToList();
        var sizes = whole.Count + parts.Count + composed.Count == 0
            ? []
            : SizeAllocation.Resolve(wanted, size, size, $"Volume group {design.Name} of node {node.Name}");
        return new(
            design,
            [.. whole.Select(d => d.Device.Name)],
            [.. parts.Select(p => p.Disk.GetKey(p.Partition))],
            [.. composed.Select(d => d.Name)],
            [.. sizes.Select((s, i) => new DesiredLogicalVolume(design.LogicalVolumes[i], Limited(i, s)))]);

        long Limited(int index, long share) => isRoot && design.LogicalVolumes[index].Filesystem?.MountPoint == "/"
            ? limit.Apply(whole.FirstOrDefault() ?? parts[0].Disk, wanted[index].Name, share, wanted[index].Size.TakesRest, share == size)
            : share;
    }
}

/// <summary>The volume groups a machine has, which of them are as designed, and the difference.</summary>
internal sealed class ObservedVolumeGroups
{
    private const string MemberOf = "LVM volume for ";
    private readonly ObservedStorage _storage;
    private readonly Machine _machine;
    private readonly IReadOnlyList<VolumeGroup> _groups;

    public ObservedVolumeGroups(ObservedStorage storage, Machine machine, IReadOnlyList<VolumeGroup> groups, IReadOnlyList<VolumeGroupRename> renames)
    {
        (_storage, _machine, Renames) = (storage, machine, renames);
        _groups = VolumeGroupRename.Apply(groups, renames);
    }

    /// <summary>Groups that only have to be renamed.</summary>
    public IReadOnlyList<VolumeGroupRename> Renames { get; }

    /// <summary>
    /// The volume groups of a machine as far as its own listing tells them, which is enough to see whether they are as designed:
    /// a machine that is as designed then costs no request of its own. Their ids are not known; a plan to be carried out needs the real ones.
    /// </summary>
    public static IReadOnlyList<VolumeGroup> View(Machine machine)
    {
        if (machine.VolumeGroups.Count == 0)
            return [];
        var members = machine.BlockDevices.SelectMany(ViewMembers).ToLookup(m => m.Group, m => m.Member, StringComparer.Ordinal);
        var names = members.Select(m => m.Key).OrderByDescending(n => n.Length).ToList();
        var volumes = machine.BlockDevices.Where(d => d.Type == "virtual")
            .ToLookup(d => names.Find(n => d.Name.StartsWith($"{n}-", StringComparison.Ordinal)) ?? "", StringComparer.Ordinal);
        return [.. members.Select((m, index) => new VolumeGroup
        {
            Id = -1 - index,
            SystemId = machine.SystemId,
            Name = m.Key,
            Size = StorageExtent.VolumeGroup(m.Select(d => d.Size)),
            Devices = [.. m],
            LogicalVolumes = [.. volumes[m.Key]],
        })];
    }

    /// <summary>The volume group of that name that stays, its physical volumes right or to be changed; null when made anew.</summary>
    public VolumeGroup? Find(DesiredVolumeGroup desired) =>
        _groups.FirstOrDefault(g => g.Name == desired.Name && Compare(g, desired) is not null);

    /// <summary>
    /// How the physical volumes of a group differ from the design's; null when none of them is right, or, since the layout makes it, when
    /// that of the group with the root is missing.
    /// </summary>
    public VolumeGroupMembers? Compare(VolumeGroup group, DesiredVolumeGroup desired)
    {
        var isRoot = desired.Name == _storage.Desired.Root.RootGroup?.Name;
        if (isRoot && desired.Disks.Count > 0)
            return _storage.Root.Members(group);
        var wanted = desired.Disks.Select(name => (Name: name, _storage.Resource(name).Id, IsPartition: false))
            .Concat(desired.Partitions.Select(key => (Name: key, _storage.PartitionResource(key).Id, IsPartition: true)))
            .Concat(desired.Devices.Select(name => (Name: name, _storage.Resource(name).Id, IsPartition: false))).ToList();
        var extra = group.Devices.Where(d => !wanted.Exists(w => Is(w.Id, w.IsPartition, d))).ToList();
        var missing = wanted.Where(w => !group.Devices.Any(d => Is(w.Id, w.IsPartition, d))).Select(w => w.Name).ToList();
        return extra.Count == group.Devices.Count || (isRoot && missing.Count > 0) ? null : new(extra, missing);
    }

    /// <summary>Volume groups that stand on disks of the design without being as designed; they have to go.</summary>
    public IReadOnlyList<VolumeGroup> Stale()
    {
        var right = _storage.Desired.VolumeGroups.Select(Find).Where(g => g is not null).Select(g => g!.Id).ToHashSet();
        return [.. _groups.Where(g => !right.Contains(g.Id) && (IsDesigned(g) || g.Devices.Any(_storage.StandsOnOwn)))];
    }

    /// <summary>Volume groups that neither belong to the design nor stand on its disks.</summary>
    public IReadOnlyList<VolumeGroup> Foreign()
    {
        var stale = Stale().Select(g => g.Id).ToHashSet();
        return [.. _groups.Where(g => !stale.Contains(g.Id) && !IsDesigned(g))];
    }

    /// <summary>The logical volume of a group, or null.</summary>
    public BlockDevice? LogicalVolume(VolumeGroup group, DesiredLogicalVolume volume)
    {
        var stub = group.LogicalVolumes.FirstOrDefault(v => v.Name == $"{group.Name}-{volume.Design.Name}");
        return stub is null ? null : (_machine.BlockDevices.FirstOrDefault(d => d.Id == stub.Id) ?? stub) with { Name = stub.Name };
    }

    /// <summary>The name of the group a partition is in, or null.</summary>
    public string? GetHolder(Partition partition) =>
        _groups.FirstOrDefault(g => g.Devices.Any(d => d.Type == "partition" && d.Id == partition.Id))?.Name;

    /// <summary>Whether a block device is a volume of a group that is the design's or stands on its disks.</summary>
    public bool IsOwn(int device) => _groups.FirstOrDefault(g => g.LogicalVolumes.Any(v => v.Id == device)) is { } group
        && (IsDesigned(group) || group.Devices.Any(_storage.StandsOnOwn));

    /// <summary>The end of groups that have to go, and of volumes whose names the design needs.</summary>
    public IEnumerable<StorageOperation> PlanRemovals() => [.. Stale().SelectMany(PlanRemoval), .. Foreign().SelectMany(PlanNames)];

    /// <summary>What makes the groups of the design, or sets right those that stay.</summary>
    public IEnumerable<StorageOperation> PlanDifference() => _storage.Desired.VolumeGroups.SelectMany(PlanDifference);

    /// <summary>What makes a group, or sets right one that stays.</summary>
    private IEnumerable<StorageOperation> PlanDifference(DesiredVolumeGroup group)
    {
        var present = Find(group);
        var resource = new StorageResource(ResourceKind.VolumeGroup, group.Name, present?.Id);
        List<StorageResource> members =
            [.. group.Disks.Select(_storage.Resource), .. group.Partitions.Select(_storage.PartitionResource), .. group.Devices.Select(_storage.Resource)];
        if (present is not null)
            return [.. PlanMembers(group, resource, present, members), .. LogicalVolumes.PlanDifference(_storage, group, resource, present)];
        IEnumerable<StorageOperation> create = _storage.IsMadeByLayout(group) ? [] : [new CreateVolumeGroup(resource, group.Design.Uuid, members)];
        return [.. create, .. LogicalVolumes.PlanDifference(_storage, group, resource, null)];
    }

    /// <summary>The end of a group with its logical volumes; such that it stands on itself has to leave it first.</summary>
    private IEnumerable<StorageOperation> PlanRemoval(VolumeGroup stale)
    {
        var resource = new StorageResource(ResourceKind.VolumeGroup, stale.Name, stale.Id);
        List<StorageMember> own = [.. stale.Devices.Where(m => _storage.Stack.IsOn(m, stale))];
        IEnumerable<StorageOperation> detach = own.Count == 0 ? [] : [new DetachOwnVolumes(resource, [.. own.Select(_storage.Resource)])];
        return
        [
            .. detach,
            .. stale.LogicalVolumes.Select(v => LogicalVolumes.Delete(_storage, resource, v, null)),
            new DeleteVolumeGroup(resource, stale, [.. stale.Devices.Except(own).Select(_storage.Resource)]),
        ];
    }

    /// <summary>
    /// The end of the volumes whose names the design needs, of a group that it says nothing about: MAAS keeps volumes by their own names among all
    /// block devices of a machine.
    /// </summary>
    private IEnumerable<StorageOperation> PlanNames(VolumeGroup other)
    {
        var resource = new StorageResource(ResourceKind.VolumeGroup, other.Name, other.Id);
        return other.LogicalVolumes.Where(v => _storage.Desired.HasDevice(v.Name[(other.Name.Length + 1)..])).Select(v => LogicalVolumes.Delete(_storage, resource, v, null));
    }

    private IEnumerable<StorageOperation> PlanMembers(
        DesiredVolumeGroup group, StorageResource resource, VolumeGroup present, IReadOnlyList<StorageResource> wanted)
    {
        var difference = Compare(present, group)!;
        List<StorageResource> there = [.. present.Devices.Select(_storage.Resource)], extra = [.. difference.Extra.Select(_storage.Resource)];
        List<StorageResource> missing = [.. wanted.Where(w => difference.Missing.Contains(w.Name))];
        if (Renames.FirstOrDefault(r => r.Id == present.Id) is { } rename)
            yield return new RenameVolumeGroup(resource, rename.Before);
        if (extra.Count > 0)
            yield return new RemovePhysicalVolumes(resource, there, extra);
        if (missing.Count > 0)
            yield return new AddPhysicalVolumes(resource, [.. there.Except(extra)], missing);
    }

    private bool IsDesigned(VolumeGroup group) => _storage.Desired.VolumeGroups.Any(d => d.Name == group.Name);

    private static bool Is(int? id, bool isPartition, StorageMember member) => member.Id == id && member.Type == "partition" == isPartition;

    private static IEnumerable<(string Group, StorageMember Member)> ViewMembers(BlockDevice device)
    {
        if (GetGroup(device.UsedFor) is { } own)
            yield return (own, new StorageMember { Id = device.Id, Type = device.Type, Name = device.Name, Size = device.Size });
        foreach (var partition in device.Partitions)
        {
            if (GetGroup(partition.UsedFor) is { } group)
                yield return (
                    group, new StorageMember { Id = partition.Id, Type = "partition", DeviceId = device.Id, Size = partition.Size });
        }
    }

    private static string? GetGroup(string? usedFor) =>
        usedFor?.StartsWith(MemberOf, StringComparison.Ordinal) == true ? usedFor[MemberOf.Length..] : null;
}

/// <summary>The difference between the physical volumes of a group that stays and the design's.</summary>
/// <param name="Extra">Those that have to leave it.</param>
/// <param name="Missing">Names of the disks, RAIDs and bcaches, and keys of the partitions that have to join it.</param>
internal sealed record VolumeGroupMembers(IReadOnlyList<StorageMember> Extra, IReadOnlyList<string> Missing);

/// <summary>Makes a volume group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Uuid">Its UUID; null for any.</param>
/// <param name="Members">Its physical volumes.</param>
internal sealed record CreateVolumeGroup(StorageResource Group, string? Uuid, IReadOnlyList<StorageResource> Members) : StorageOperation
{
    /// <inheritdoc/>
    public override ChangeValues? Sent => new([new("uuid", Uuid ?? ""), new("members", string.Join(", ", Members.Select(m => m.Name)))]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges
    {
        get
        {
            IReadOnlyList<string> names = [.. Members.Select(m => m.Name)];
            return [Create(ResourceKind.VolumeGroup, Group.Name, $"on {string.Join(", ", names)}", names)];
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Makes => [Group];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Takes => Members;

    public VolumeGroupRequest ToRequest(StorageIds ids) =>
        new() { Name = Group.Name, Uuid = Uuid, BlockDevices = ids.FindDevices(Members), Partitions = ids.FindPartitions(Members) };
}

/// <summary>Deletes a volume group whose logical volumes have gone.</summary>
/// <param name="Group">The group.</param>
/// <param name="Present">The group as it is.</param>
/// <param name="Members">The physical volumes that it still has.</param>
internal sealed record DeleteVolumeGroup(StorageResource Group, VolumeGroup Present, IReadOnlyList<StorageResource> Members) : StorageOperation
{
    /// <inheritdoc/>
    public override ChangeValues? Found => ChangeValues.None;

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Delete(
        ResourceKind.VolumeGroup, Group.Name, SizeText.Format(Present.Size), [.. Present.Devices.Select(d => d.Name).OfType<string>()]) with { Size = Present.Size }];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => Members;

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Ends => [Group];
}

/// <summary>Changes a group that is there.</summary>
/// <param name="Group">The group.</param>
internal abstract record VolumeGroupChange(StorageResource Group) : StorageOperation
{
    /// <summary>What is sent for it.</summary>
    public abstract VolumeGroupUpdate ToRequest(StorageIds ids);
}

/// <summary>Gives a volume group that stays the name of the design; its logical volumes are renamed with it.</summary>
/// <param name="Group">The group by its new name.</param>
/// <param name="Before">Its old name.</param>
internal sealed record RenameVolumeGroup(StorageResource Group, string Before) : VolumeGroupChange(Group)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Set(ResourceKind.VolumeGroup, Group.Name, ChangeProperty.Name, Before, Group.Name)];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Makes => [Group];

    /// <inheritdoc/>
    public override VolumeGroupUpdate ToRequest(StorageIds ids) => new() { Name = Group.Name };
}

/// <summary>Has physical volumes leave a group that stays; the logical volumes of the design have room on those it keeps.</summary>
/// <param name="Group">The group.</param>
/// <param name="Present">Its physical volumes.</param>
/// <param name="Extra">Those that leave it.</param>
internal sealed record RemovePhysicalVolumes(StorageResource Group, IReadOnlyList<StorageResource> Present, IReadOnlyList<StorageResource> Extra)
    : VolumeGroupChange(Group)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
    [
        Set(ResourceKind.VolumeGroup, Group.Name, ChangeProperty.PhysicalVolumes, Names(Present), Names(Present.Except(Extra)), ChangeSeverity.Destructive)
            with { Parents = [.. Extra.Select(m => m.Name)] },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => Extra;

    /// <summary>The volumes that have to go make room first, but for such that something stands on: that may be this group itself.</summary>
    /// <inheritdoc/>
    public override bool Requires(Operation other) =>
        (other is DeleteLogicalVolume { IsInUse: false } deletion && deletion.Group.Is(Group)) || base.Requires(other);

    private static string Names(IEnumerable<StorageResource> members) => string.Join(", ", members.Select(m => m.Name));

    /// <inheritdoc/>
    public override VolumeGroupUpdate ToRequest(StorageIds ids) => new() { RemoveBlockDevices = ids.FindDevices(Extra), RemovePartitions = ids.FindPartitions(Extra) };
}

/// <summary>Has a group that goes no longer stand on its own volumes, be it by way of others: MAAS deletes none of them before.</summary>
/// <param name="Group">The group.</param>
/// <param name="Volumes">The physical volumes that stand on it.</param>
internal sealed record DetachOwnVolumes(StorageResource Group, IReadOnlyList<StorageResource> Volumes) : VolumeGroupChange(Group)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges
    {
        get
        {
            IReadOnlyList<string> names = [.. Volumes.Select(m => m.Name)];
            return [Set(
                ResourceKind.VolumeGroup, Group.Name, ChangeProperty.PhysicalVolumes, $"with {string.Join(", ", names)} of its own", "without", ChangeSeverity.Destructive)
                with { Parents = names }];
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => Volumes;

    /// <inheritdoc/>
    public override VolumeGroupUpdate ToRequest(StorageIds ids) => new() { RemoveBlockDevices = ids.FindDevices(Volumes), RemovePartitions = ids.FindPartitions(Volumes) };
}

/// <summary>Has physical volumes join a group that stays.</summary>
/// <param name="Group">The group.</param>
/// <param name="Kept">Those it keeps.</param>
/// <param name="Missing">Those that join it.</param>
internal sealed record AddPhysicalVolumes(StorageResource Group, IReadOnlyList<StorageResource> Kept, IReadOnlyList<StorageResource> Missing)
    : VolumeGroupChange(Group)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
    [
        Set(
            ResourceKind.VolumeGroup,
            Group.Name,
            ChangeProperty.PhysicalVolumes,
            string.Join(", ", Kept.Select(m => m.Name)),
            string.Join(", ", Kept.Concat(Missing).Select(m => m.Name)))
            with { Parents = [.. Missing.Select(m => m.Name)] },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Makes => [Group];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Takes => Missing;

    /// <inheritdoc/>
    public override VolumeGroupUpdate ToRequest(StorageIds ids) => new() { AddBlockDevices = ids.FindDevices(Missing), AddPartitions = ids.FindPartitions(Missing) };
}
