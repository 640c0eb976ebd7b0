using System.Globalization;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>The storage a machine has, and what of it is already as designed.</summary>
internal sealed class ObservedStorage
{
    private readonly Machine _machine;
    private readonly IReadOnlyList<VolumeGroup> _groups;
    private readonly ObservedRoot _root;
    private readonly HashSet<int> _asked = [];
    private readonly Dictionary<string, PartitionMatch> _disks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Partition> _partitions = new(StringComparer.Ordinal);

    private ObservedStorage(
        Machine machine,
        StorageParts parts,
        DesiredStorage desired,
        IReadOnlyList<VolumeGroupRename> renames)
    {
        _machine = machine;
        _groups = VolumeGroupRename.Apply(parts.Groups, renames);
        Layers = new(machine, parts);
        Raids = new(machine, parts.Raids, desired, IdOf, StandsOnOwn);
        Bcaches = new(machine, parts, desired, IdOf, StandsOnOwn);
        Desired = desired;
        Renames = renames;
        _root = new(machine, _groups, desired);
        foreach (var disk in desired.Disks)
            Match(disk);
        foreach (var raid in desired.Raids)
        {
            if (raid.Disk is not null && Raids.Device(raid) is { } present)
                Match(raid.Disk with { Device = present });
        }

        RootMatches = desired.Root.IsByParts || (_root.HasFirmwarePartition && HasRoot(desired.Root));
    }

    /// <summary>Looks at it; a group that somebody renamed is seen under the name of the design, if it is right otherwise.</summary>
    public static ObservedStorage Of(Machine machine, StorageParts parts, DesiredStorage desired)
    {
        var renames = VolumeGroupRename.Find(parts.Groups, desired);
        var observed = new ObservedStorage(machine, parts, desired, renames);
        var isRight = renames.All(r => desired.VolumeGroups.Any(d => d.Name == r.After && observed.Group(d) is not null));
        return isRight ? observed : new ObservedStorage(machine, parts, desired, []);
    }

    public DesiredStorage Desired { get; }

    /// <summary>Groups that only have to be renamed.</summary>
    public IReadOnlyList<VolumeGroupRename> Renames { get; }

    /// <summary>Whether the root, or the volume group it is in, is where the design wants it, so that no layout has to be set.</summary>
    public bool RootMatches { get; }

    /// <summary>The RAIDs the machine has.</summary>
    public ObservedRaids Raids { get; }

    /// <summary>The bcaches the machine has.</summary>
    public ObservedBcaches Bcaches { get; }

    /// <summary>What stands on what.</summary>
    public StorageLayers Layers { get; }

    /// <summary>The id of the block device of a RAID or bcache that stays; -1 when there is none.</summary>
    public int DeviceId(string name) => Math.Max(Raids.DeviceId(name), Bcaches.DeviceId(name));

    /// <summary>The partition that already is what the design wants, or null.</summary>
    public Partition? Partition(string key) => _partitions.GetValueOrDefault(key);

    /// <summary>Which partitions of a disk are right, missing and stale.</summary>
    public PartitionMatch On(DesiredDisk disk) => _disks[disk.Device.Name];

    /// <summary>The volume group of that name that stays, its physical volumes right or to be changed; null when made anew.</summary>
    public VolumeGroup? Group(DesiredVolumeGroup desired) =>
        _groups.FirstOrDefault(g => g.Name == desired.Name && Members(g, desired) is not null);

    /// <summary>
    /// How the physical volumes of a group differ from the design's; null when none of them is right, or, since the layout makes it, when
    /// that of the group with the root is missing.
    /// </summary>
    public VolumeGroupMembers? Members(VolumeGroup group, DesiredVolumeGroup desired)
    {
        if (desired.Name == Desired.Root.RootGroup?.Name && desired.Disks.Count > 0)
            return _root.Members(group);
        var disks = desired.Disks.Select(name => (name, Id: Desired.DiskId(name)))
            .Concat(desired.Devices.Select(name => (name, Id: DeviceId(name))))
            .ToDictionary(d => d.name, d => d.Id);
        var partitions = desired.Partitions.ToDictionary(key => key, key => Partition(key)?.Id ?? -1);
        var extra = group.Devices.Where(d => !(d.Type == "partition" ? partitions : disks).ContainsValue(d.Id)).ToList();
        var isRoot = desired.Name == Desired.Root.RootGroup?.Name;
        var missing = (Disks: Missing(group, disks, isPartition: false), Partitions: Missing(group, partitions, isPartition: true));
        var members = new VolumeGroupMembers(extra, missing.Disks, missing.Partitions);
        return extra.Count == group.Devices.Count || (isRoot && members.Missing.Count > 0) ? null : members;
    }

    /// <summary>The name of a physical volume, for people.</summary>
    public string NameOf(StorageMember member)
    {
        if (member.Type != "partition")
            return member.ToString();
        var key = _partitions.FirstOrDefault(p => p.Value.Id == member.Id).Key;
        var disk = _machine.BlockDevices.FirstOrDefault(d => d.Partitions.Any(p => p.Id == member.Id));
        return key ?? string.Create(CultureInfo.InvariantCulture, $"{disk?.Name}/{member.Id}");
    }

    /// <summary>Volume groups that stand on disks of the design without being as designed; they have to go.</summary>
    public IReadOnlyList<VolumeGroup> StaleGroups()
    {
        var right = Desired.VolumeGroups.Select(Group).Where(g => g is not null).Select(g => g!.Id).ToHashSet();
        return [.. _groups.Where(
            g => !right.Contains(g.Id) && (Desired.VolumeGroups.Any(d => d.Name == g.Name) || g.Devices.Any(StandsOnOwn)))];
    }

    /// <summary>Volume groups that neither belong to the design nor stand on its disks.</summary>
    public IReadOnlyList<VolumeGroup> ForeignGroups()
    {
        var stale = StaleGroups().Select(g => g.Id).ToHashSet();
        return [.. _groups.Where(g => !stale.Contains(g.Id) && Desired.VolumeGroups.All(d => d.Name != g.Name))];
    }

    /// <summary>Ids of logical volumes in groups, of RAIDs and bcaches, that neither belong to the design nor stand in its way.</summary>
    public IReadOnlySet<int> ForeignVolumes
    {
        get
        {
            var foreign = ForeignGroups().SelectMany(g => g.LogicalVolumes).Select(v => v.Id);
            return foreign.Concat(Raids.ForeignDevices()).Concat(Bcaches.ForeignDevices()).ToHashSet();
        }
    }

    /// <summary>The logical volume of that name in a group, or null.</summary>
    public BlockDevice? LogicalVolume(VolumeGroup group, string name)
    {
        var stub = group.LogicalVolumes.FirstOrDefault(v => v.Name == $"{group.Name}-{name}");
        return stub is null ? null : (_machine.BlockDevices.FirstOrDefault(d => d.Id == stub.Id) ?? stub) with { Name = stub.Name };
    }

    private void Match(DesiredDisk disk)
    {
        var match = new PartitionMatch(
            disk.Partitions, disk.Device.Partitions.Where(p => !_root.IsLayoutsOwn(disk, p)), HolderOf, disk.Device.AvailableSize);
        _disks[disk.Device.Name] = match;
        foreach (var partition in disk.Partitions)
        {
            if (match.Find(partition) is { } found)
                _partitions[DesiredStorageReader.Key(disk, partition)] = found;
        }
    }

    private string? HolderOf(Partition partition) => Raids.HolderOf(partition)
        ?? Bcaches.HolderOf(partition)
        ?? _groups.FirstOrDefault(g => g.Devices.Any(d => d.Type == "partition" && d.Id == partition.Id))?.Name;

    private bool HasRoot(RootLayout root) => root.RootGroup is { } group
        ? Group(group) is not null
        : Partition(DesiredStorageReader.Key(root.Disk, root.RootPartition!)) is not null;

    private static List<string> Missing(VolumeGroup group, Dictionary<string, int> wanted, bool isPartition) =>
        [.. wanted.Where(w => !group.Devices.Any(d => (d.Type == "partition") == isPartition && d.Id == w.Value)).Select(w => w.Key)];

    private int IdOf(DesiredDevice device) => device.Kind switch
    {
        DeviceKind.Disk => Desired.DiskId(device.Key),
        DeviceKind.Raid => Raids.DeviceId(device.Key),
        _ => Partition(device.Key)?.Id ?? -1,
    };

    /// <summary>Whether something is on a disk of the design, be it by way of what has to go or is the design's.</summary>
    private bool StandsOnOwn(StorageMember member)
    {
        var device = Layers.DeviceOf(member);
        if (!_asked.Add(device))
            return false;
        var answer = IsOwn(device);
        _asked.Remove(device);
        return answer;
    }

    private bool IsOwn(int device)
    {
        if (Raids.Has(device))
            return Raids.IsOwn(device);
        if (Bcaches.Has(device))
            return Bcaches.IsOwn(device);
        return Desired.Disks.Any(d => d.Device.Id == device)
            || (_groups.FirstOrDefault(g => g.LogicalVolumes.Any(v => v.Id == device)) is { } group
                && (Desired.VolumeGroups.Any(d => d.Name == group.Name) || group.Devices.Any(StandsOnOwn)));
    }
}
