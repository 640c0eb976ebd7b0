using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Storage;

/// <summary>The storage a machine has, and what of it is already as designed.</summary>
internal sealed class ObservedStorage
{
    private readonly Machine _machine;
    private readonly IReadOnlyList<VolumeGroup> _groups;
    private readonly Dictionary<string, PartitionMatch> _disks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Partition> _partitions = new(StringComparer.Ordinal);

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

    /// <summary>Whether the root, or the volume group it is in, is where the design wants it, so that no layout has to be set.</summary>
    public bool RootMatches { get; }

    /// <summary>The partition that already is what the design wants, or null.</summary>
    public Partition? Partition(string key) => _partitions.GetValueOrDefault(key);

    /// <summary>Which partitions of a disk are right, missing and stale.</summary>
    public PartitionMatch On(DesiredDisk disk) => _disks[disk.Device.Name];

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
        var match = new PartitionMatch(disk.Partitions, disk.Device.Partitions.Where(p => !IsSpecial(disk, p)), GroupOf);
        _disks[disk.Device.Name] = match;
        foreach (var partition in disk.Partitions)
        {
            if (match.Find(partition) is { } found)
                _partitions[DesiredStorageReader.Key(disk, partition)] = found;
        }
    }

    private string? GroupOf(Partition partition) =>
        _groups.FirstOrDefault(g => g.Devices.Any(d => d.Type == "partition" && d.Id == partition.Id))?.Name;

    private bool MatchesRoot(RootLayout root)
    {
        if (_machine.BiosBootMethod == "uefi" && !root.Disk.Device.Partitions.Any(IsEfi))
            return false;
        return root.RootGroup is { } group ? Group(group) is not null : Partition(DesiredStorageReader.Key(root.Disk, root.RootPartition!)) is not null;
    }

    /// <summary>What the design does not list, but a layout needs: the EFI partition, and the physical volume of a root that has its disk whole.</summary>
    private bool IsSpecial(DesiredDisk disk, Partition partition) =>
        IsEfi(partition) || (disk.VolumeGroup is not null && IsRootPhysicalVolume(disk, partition));

    private static bool IsEfi(Partition partition) => partition.Filesystem?.MountPoint is "/boot/efi";

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
            return partitions.Count == 1 && Desired.Root.Disk.Device.Partitions.Any(p => partitions.Contains(p.Id) && FillsRootDisk(p));

        var wantedPartitions = desired.Partitions.Select(key => Partition(key)?.Id ?? -1);
        return wantedDisks.ToHashSet().SetEquals(disks) && partitions.SetEquals(wantedPartitions);
    }

    /// <summary>A layout leaves the physical volume what firmware and tables do not need.</summary>
    private bool FillsRootDisk(Partition partition)
    {
        var whole = StorageSpace.Partitionable(Desired.Root.Disk.Device.Size, isBootDisk: true, _machine.BiosBootMethod == "uefi");
        return Math.Abs(partition.Size - whole) <= StorageSpace.Tolerance;
    }

    private int DiskId(string name) => Desired.Disks.First(d => d.Device.Name == name).Device.Id;

    private bool StandsOnDesignDisks(VolumeGroup group) => group.Devices.Any(member =>
        Desired.Disks.Any(d => member.Type == "partition"
            ? d.Device.Partitions.Any(p => p.Id == member.Id)
            : d.Device.Id == member.Id));
}
