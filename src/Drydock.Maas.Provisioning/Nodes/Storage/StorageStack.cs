using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>The stack of a machine's storage: what stands on what.</summary>
/// <param name="machine">The machine.</param>
/// <param name="groups">Its volume groups.</param>
/// <param name="members">Members of RAIDs, bcaches and cache sets with the block device that stands on them.</param>
internal sealed class StorageStack(Machine machine, IReadOnlyList<VolumeGroup> groups, IEnumerable<(StorageMember Member, int? Device)> members)
{
    private readonly List<(StorageMember Member, int? Device)> _members =
    [
        .. members,
        .. groups.SelectMany(g => g.Devices.SelectMany(m => g.LogicalVolumes.Select(v => (m, (int?)v.Id)).Append((m, null)))),
    ];

    /// <summary>The block device of a member: itself, or that of a partition.</summary>
    public int GetDevice(StorageMember member) => member.Type != "partition"
        ? member.Id
        : member.DeviceId ?? machine.BlockDevices.FirstOrDefault(d => d.Partitions.Any(p => p.Id == member.Id))?.Id ?? -1;

    /// <summary>Whether something stands on a block device.</summary>
    public bool IsInUse(int device) => _members.Exists(m => GetDevice(m.Member) == device);

    /// <summary>Whether a member stands on a volume group: MAAS lets a group be extended by what stands on itself.</summary>
    public bool IsOn(StorageMember member, VolumeGroup group) => IsOn(GetDevice(member), group, []);

    private bool IsOn(int device, VolumeGroup group, HashSet<int> seen) => group.LogicalVolumes.Any(v => v.Id == device)
        || (seen.Add(device) && _members.Exists(m => m.Device == device && IsOn(GetDevice(m.Member), group, seen)));
}
