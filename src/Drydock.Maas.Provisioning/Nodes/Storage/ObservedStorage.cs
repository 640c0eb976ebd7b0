using System.Globalization;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>The storage a machine has, and what of it is already as designed.</summary>
internal sealed class ObservedStorage
{
    private readonly Machine _machine;
    private readonly IReadOnlyList<ObservedDevices> _kinds;
    private readonly HashSet<int> _asked = [];
    private readonly Dictionary<string, PartitionMatch> _disks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Partition> _partitions = new(StringComparer.Ordinal);

    private ObservedStorage(Machine machine, StorageParts parts, DesiredStorage desired, IReadOnlyList<VolumeGroupRename> renames)
    {
        (_machine, Desired) = (machine, desired);
        _kinds = [new ObservedRaids(this, machine, parts.Raids, desired), new ObservedBcaches(this, machine, parts, desired)];
        Groups = new(this, machine, parts.Groups, renames);
        Stack = new(machine, parts.Groups, _kinds.SelectMany(k => k.Members()));
        Root = new(machine, VolumeGroupRename.Apply(parts.Groups, renames), desired);
        foreach (var disk in desired.Disks)
            Match(disk);
        foreach (var device in desired.Devices)
        {
            if (device.Disk is { } disk)
                Match(disk with { Device = Find(device) ?? disk.Device });
        }

        RootMatches = desired.Root.IsByParts || (Root.HasFirmwarePartition && HasRoot(desired.Root));
    }

    public DesiredStorage Desired { get; }

    /// <summary>Whether the root, or the volume group it is in, is where the design wants it, so that no layout has to be set.</summary>
    public bool RootMatches { get; }

    /// <summary>Whether a layout has cleared the machine and made root and boot.</summary>
    public bool IsCleared { get; private init; }

    /// <summary>What a layout made without the design listing it.</summary>
    public ObservedRoot Root { get; }

    /// <summary>The volume groups the machine has.</summary>
    public ObservedVolumeGroups Groups { get; }

    /// <summary>What stands on what.</summary>
    public StorageStack Stack { get; }

    /// <summary>Ids of logical volumes in groups, of RAIDs and bcaches, that neither belong to the design nor stand in its way.</summary>
    public IReadOnlySet<int> ForeignVolumes =>
        Groups.Foreign().SelectMany(g => g.LogicalVolumes).Select(v => v.Id).Concat(_kinds.SelectMany(k => k.ForeignDevices())).ToHashSet();

    /// <summary>Looks at it; a group that somebody renamed is seen under the name of the design, if it is right otherwise.</summary>
    public static ObservedStorage Observe(Machine machine, StorageParts parts, DesiredStorage desired)
    {
        var renames = VolumeGroupRename.Find(parts.Groups, desired);
        var observed = new ObservedStorage(machine, parts, desired, renames);
        var isRight = renames.All(r => desired.VolumeGroups.Any(d => d.Name == r.After && observed.Groups.Find(d) is not null));
        return isRight ? observed : new ObservedStorage(machine, parts, desired, []);
    }

    /// <summary>The machine as a layout leaves it.</summary>
    public static ObservedStorage AfterLayout(Machine machine, DesiredStorage desired)
    {
        var cleared = machine with
        {
            BlockDevices = [.. machine.PhysicalBlockDevices.Select(d => d with { Partitions = [], Filesystem = null })], SpecialFilesystems = [],
        };
        return new(cleared, StorageParts.None, desired.Clear(), []) { IsCleared = true };
    }

    /// <summary>What differs of disks, RAIDs, bcaches and volume groups, from the ground up.</summary>
    public IEnumerable<StorageOperation> PlanDifference() =>
    [
        .. Groups.PlanRemovals(),
        .. Desired.Disks.SelectMany(d => Partitions.PlanDifference(this, d, Resource(d.Device.Name))),
        .. _kinds.SelectMany(k => k.PlanDifference()),
        .. Groups.PlanDifference(),
    ];

    /// <summary>Which partitions of a disk or RAID are right, missing and stale.</summary>
    public PartitionMatch On(DesiredDisk disk) => _disks[disk.Device.Name];

    /// <summary>Whether a layout makes the partition, as it has just cleared everything.</summary>
    public bool IsMadeByLayout(DesiredDisk disk, DesiredPartition partition) => IsCleared && Desired.Root.Makes(disk, partition);

    /// <summary>Whether a layout makes the volume group.</summary>
    public bool IsMadeByLayout(DesiredVolumeGroup group) => IsCleared && group.Name == Desired.Root.RootGroup?.Name;

    /// <summary>Whether a layout makes the logical volume.</summary>
    public bool IsMadeByLayout(DesiredVolumeGroup group, DesiredLogicalVolume volume) => IsMadeByLayout(group) && volume == Desired.Root.RootVolume;

    /// <summary>A disk, RAID or bcache of the design by its name.</summary>
    public StorageResource Resource(string name) => Desired.Devices.FirstOrDefault(d => d.Name == name) is { } device
        ? Resource(device) : new(ResourceKind.BlockDevice, name, Desired.DiskId(name));

    /// <summary>A RAID or bcache of the design.</summary>
    public StorageResource Resource(ComposedDevice device) => new(device.Kind, device.Name, Find(device)?.Id);

    /// <summary>What a RAID or bcache of the design takes.</summary>
    public StorageResource Resource(TakenDevice device) => device.Kind == ResourceKind.Partition ? PartitionResource(device.Key) : Resource(device.Key);

    /// <summary>A partition of the design by its key.</summary>
    public StorageResource PartitionResource(string key) =>
        new(ResourceKind.Partition, key, _partitions.GetValueOrDefault(key)?.Id, Resource(key.Split('/')[0]));

    /// <summary>What something that is there stands on.</summary>
    public StorageResource Resource(StorageMember member)
    {
        if (member.Type != "partition")
            return new(ResourceKind.BlockDevice, GetName(member), member.Id);
        var device = Stack.GetDevice(member);
        var name = _machine.BlockDevices.FirstOrDefault(d => d.Id == device)?.Name ?? "";
        return new(ResourceKind.Partition, GetName(member), member.Id, new(ResourceKind.BlockDevice, name, device));
    }

    /// <summary>The name of a physical volume or member, for people.</summary>
    public string GetName(StorageMember member)
    {
        if (member.Type != "partition")
            return member.ToString();
        var key = _partitions.FirstOrDefault(p => p.Value.Id == member.Id).Key;
        var disk = _machine.BlockDevices.FirstOrDefault(d => d.Partitions.Any(p => p.Id == member.Id));
        return key ?? string.Create(CultureInfo.InvariantCulture, $"{disk?.Name}/{member.Id}");
    }

    /// <summary>Whether something is on a disk of the design, be it by way of what has to go or is the design's.</summary>
    public bool StandsOnOwn(StorageMember member)
    {
        var device = Stack.GetDevice(member);
        if (!_asked.Add(device))
            return false;
        var answer = IsOwn(device);
        _asked.Remove(device);
        return answer;
    }

    private bool IsOwn(int device) => _kinds.FirstOrDefault(k => k.Has(device)) is { } kind
        ? kind.IsOwn(device)
        : Desired.Disks.Any(d => d.Device.Id == device) || Groups.IsOwn(device);

    private BlockDevice? Find(ComposedDevice device) => _kinds.Select(k => k.Find(device)).FirstOrDefault(d => d is not null);

    private void Match(DesiredDisk disk)
    {
        var match = new PartitionMatch(
            disk.Partitions, disk.Device.Partitions.Where(p => !Root.IsLayoutsOwn(disk, p)), GetHolder, disk.Device.AvailableSize);
        _disks[disk.Device.Name] = match;
        foreach (var partition in disk.Partitions)
        {
            if (match.Find(partition) is { } found)
                _partitions[disk.GetKey(partition)] = found;
        }
    }

    private string? GetHolder(Partition partition) =>
        _kinds.Select(k => k.GetHolder(partition)).FirstOrDefault(h => h is not null) ?? Groups.GetHolder(partition);

    private bool HasRoot(RootLayout root) => root.RootGroup is { } group
        ? Groups.Find(group) is not null
        : _partitions.ContainsKey(root.Disk.GetKey(root.RootPartition!));
}
