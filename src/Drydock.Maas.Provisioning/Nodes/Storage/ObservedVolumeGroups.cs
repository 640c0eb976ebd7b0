using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>The volume groups a machine has, and which of them are as designed.</summary>
internal sealed class ObservedVolumeGroups
{
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
    public string? HolderOf(Partition partition) =>
        _groups.FirstOrDefault(g => g.Devices.Any(d => d.Type == "partition" && d.Id == partition.Id))?.Name;

    /// <summary>Whether a block device is a volume of a group that is the design's or stands on its disks.</summary>
    public bool IsOwn(int device) => _groups.FirstOrDefault(g => g.LogicalVolumes.Any(v => v.Id == device)) is { } group
        && (IsDesigned(group) || group.Devices.Any(_storage.StandsOnOwn));

    private bool IsDesigned(VolumeGroup group) => _storage.Desired.VolumeGroups.Any(d => d.Name == group.Name);

    private static bool Is(int? id, bool isPartition, StorageMember member) => member.Id == id && member.Type == "partition" == isPartition;
}

/// <summary>How the physical volumes of a group that stays differ from the design's.</summary>
/// <param name="Extra">Those that have to leave it.</param>
/// <param name="Missing">Names of the disks, RAIDs and bcaches, and keys of the partitions that have to join it.</param>
internal sealed record VolumeGroupMembers(IReadOnlyList<StorageMember> Extra, IReadOnlyList<string> Missing);
