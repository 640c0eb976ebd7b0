using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Storage;

/// <summary>The storage a machine has, and what of it is already as designed.</summary>
internal sealed class ObservedStorage
{
    private readonly Machine _machine;
    private readonly IReadOnlyList<VolumeGroup> _groups;
    private readonly Dictionary<string, Partition> _partitions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _matchingDisks = new(StringComparer.Ordinal);

    public ObservedStorage(Machine machine, IReadOnlyList<VolumeGroup> groups, DesiredStorage desired)
    {
        _machine = machine;
        _groups = groups;
        Desired = desired;
        foreach (var disk in desired.Disks)
            Match(disk);
        RootMatches = MatchesRoot(desired.Root);
    }

    public DesiredStorage Desired { get; }

    /// <summary>Whether disk, sizes and kind of the root are right, so that no layout has to be set.</summary>
    public bool RootMatches { get; }

    /// <summary>The partition that already is what the design wants, or null.</summary>
    public Partition? Partition(string key) => _partitions.GetValueOrDefault(key);

    /// <summary>Whether all partitions beside root and boot are right in number and size.</summary>
    public bool DiskMatches(DesiredDisk disk) => _matchingDisks.Contains(disk.Device.Name);

    /// <summary>Partitions of a disk that are neither root, boot, EFI nor the root's physical volume.</summary>
    public IReadOnlyList<Partition> Extras(DesiredDisk disk) =>
        [.. disk.Device.Partitions.Where(p => !IsSpecial(disk, p)).OrderBy(p => p.Id)];

    /// <summary>The volume group of that name whose physical volumes are as designed, or null.</summary>
    public VolumeGroup? Group(DesiredVolumeGroup desired) => _groups.FirstOrDefault(g => g.Name == desired.Name && HasMembers(g, desired));

    /// <summary>Volume groups that stand on disks of the design without being as designed; they have to go.</summary>
    public IReadOnlyList<VolumeGroup> StaleGroups()
    {
        var right = Desired.VolumeGroups.Select(Group).Where(g => g is not null).Select(g => g!.Id).ToHashSet();
        return [.. _groups.Where(g => !right.Contains(g.Id) && (Desired.VolumeGroups.Any(d => d.Name == g.Name) || StandsOnDesignDisks(g)))];
    }

    /// <summary>Ids of logical volumes in groups that neither belong to the design nor stand in its way.</summary>
    public IReadOnlySet<int> ForeignVolumes
    {
        get
        {
            var stale = StaleGroups().Select(g => g.Id).ToHashSet();
            return _groups.Where(g => !stale.Contains(g.Id) && Desired.VolumeGroups.All(d => d.Name != g.Name))
                .SelectMany(g => g.LogicalVolumes)
                .Select(v => v.Id)
                .ToHashSet();
        }
    }

    /// <summary>The logical volume of that name in a group, or null.</summary>
    public BlockDevice? LogicalVolume(VolumeGroup group, string name)
    {
        var stub = group.LogicalVolumes.FirstOrDefault(v => v.Name == $"{group.Name}-{name}");
        return stub is null ? null : _machine.BlockDevices.FirstOrDefault(d => d.Id == stub.Id) ?? stub;
    }

    private void Match(DesiredDisk disk)
    {
        var extras = Extras(disk);
        var wanted = disk.Partitions.Where(p => !IsSpecial(disk, p)).ToList();
        var matches = extras.Count == wanted.Count && wanted.Zip(extras).All(x => SizeFits(x.First, x.Second));
        if (matches)
            _matchingDisks.Add(disk.Device.Name);
        if (matches)
            wanted.Zip(extras).ToList().ForEach(x => _partitions[DesiredStorageReader.Key(disk, x.First)] = x.Second);

        foreach (var special in disk.Partitions.Where(p => IsSpecial(disk, p)))
        {
            var found = disk.Device.Partitions.FirstOrDefault(p => special.MountPoint is null ? IsRootPhysicalVolume(disk, p) : p.Filesystem?.MountPoint == special.MountPoint);
            if (found is not null && SizeFits(special, found))
                _partitions[DesiredStorageReader.Key(disk, special)] = found;
        }
    }

    private bool MatchesRoot(RootLayout root)
    {
        var special = root.Disk.Partitions.Where(p => IsSpecial(root.Disk, p)).ToList();
        if (special.Any(p => Partition(DesiredStorageReader.Key(root.Disk, p)) is null))
            return false;
        if (root.RootGroup is null)
            return true;
        return Group(root.RootGroup) is { } group
            && LogicalVolume(group, root.RootVolume!.Design.Name) is { } volume
            && volume.Size == root.RootVolume.Size
            && volume.Filesystem?.MountPoint == "/";
    }

    private bool IsSpecial(DesiredDisk disk, DesiredPartition partition) =>
        IsRootDisk(disk)
        && (partition.MountPoint is "/" or "/boot"
            || (Desired.Root.RootGroup is { } group && partition.Design.VolumeGroup == group.Name));

    private bool IsSpecial(DesiredDisk disk, Partition partition) =>
        partition.Filesystem?.MountPoint is "/boot/efi"
        || (IsRootDisk(disk) && (partition.Filesystem?.MountPoint is "/" or "/boot" || IsRootPhysicalVolume(disk, partition)));

    private bool IsRootPhysicalVolume(DesiredDisk disk, Partition partition) =>
        IsRootDisk(disk)
        && Desired.Root.RootGroup is { } root
        && _groups.Any(g => g.Name == root.Name && g.Devices.Any(d => d.Type == "partition" && d.Id == partition.Id));

    private bool IsRootDisk(DesiredDisk disk) => disk.Device.Id == Desired.Root.Disk.Device.Id;

    private bool HasMembers(VolumeGroup group, DesiredVolumeGroup desired)
    {
        var disks = group.Devices.Where(d => d.Type != "partition").Select(d => d.Id);
        var wantedDisks = desired.Disks.Select(DiskId).ToList();
        var partitions = group.Devices.Where(d => d.Type == "partition").Select(d => d.Id).ToHashSet();
        if (desired.Name == Desired.Root.RootGroup?.Name && wantedDisks.Count > 0)
            return partitions.Count == 1 && Desired.Root.Disk.Device.Partitions.Any(p => partitions.Contains(p.Id));

        var wantedPartitions = desired.Partitions.Select(key => Partition(key)?.Id ?? -1);
        return wantedDisks.ToHashSet().SetEquals(disks) && partitions.SetEquals(wantedPartitions);
    }

    private int DiskId(string name) => Desired.Disks.First(d => d.Device.Name == name).Device.Id;

    private bool StandsOnDesignDisks(VolumeGroup group) => group.Devices.Any(member =>
        Desired.Disks.Any(d => member.Type == "partition"
            ? d.Device.Partitions.Any(p => p.Id == member.Id)
            : d.Device.Id == member.Id));

    /// <summary>What takes the rest differs by the few megabytes firmware and tables need.</summary>
    private static bool SizeFits(DesiredPartition desired, Partition present) =>
        desired.TakesRest ? Math.Abs(present.Size - desired.Size) <= 16 * StorageSpace.Extent : present.Size == desired.Size;
}
