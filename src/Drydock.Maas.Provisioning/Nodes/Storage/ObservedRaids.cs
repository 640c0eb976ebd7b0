using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>The RAIDs a machine has, and which of them are already as designed.</summary>
/// <param name="machine">The machine.</param>
/// <param name="raids">Its RAIDs.</param>
/// <param name="desired">The whole storage.</param>
/// <param name="idOf">The id of a device that already is what the design wants; -1 when it is not there.</param>
/// <param name="standsOnOwn">Whether something is on a disk of the design, directly or by way of a RAID or the like.</param>
internal sealed class ObservedRaids(
    Machine machine, IReadOnlyList<Raid> raids, DesiredStorage desired, Func<DesiredDevice, int> idOf, Func<StorageMember, bool> standsOnOwn)
{
    /// <summary>The block device of the RAID of that name whose level and members are as designed, or null.</summary>
    public BlockDevice? Device(DesiredRaid raid) => raids.FirstOrDefault(r => IsAs(r, raid)) is { } present ? Device(present) : null;

    /// <summary>The id of that device; -1 when there is none.</summary>
    public int DeviceId(string name) => desired.Raids.FirstOrDefault(r => r.Name == name) is { } wanted ? Device(wanted)?.Id ?? -1 : -1;

    /// <summary>RAIDs on disks of the design, or with the name of one of its devices, that are not as designed; they have to go.</summary>
    public IReadOnlyList<Raid> Stale() => [.. raids.Where(IsStale)];

    /// <summary>What a partition is a part of, as <see cref="DeviceUse"/> writes it, or null.</summary>
    public string? HolderOf(Partition member)
    {
        var raid = raids.FirstOrDefault(r => Members(r).Any(m => m.Type == "partition" && m.Id == member.Id));
        return raid is null ? null : DeviceUse.Raid(raid.Name);
    }

    /// <summary>Whether that block device is a RAID.</summary>
    public bool Has(int device) => raids.Any(r => r.VirtualDevice?.Id == device);

    /// <summary>Whether that block device is a RAID of the design or one that has to go.</summary>
    public bool IsOwn(int device) => raids.Any(r => r.VirtualDevice?.Id == device && (IsRight(r) || IsStale(r)));

    /// <summary>Ids of the block devices of RAIDs that neither belong to the design nor stand in its way.</summary>
    public IEnumerable<int> ForeignDevices() =>
        raids.Where(r => !IsStale(r) && !IsRight(r)).Select(r => r.VirtualDevice?.Id).OfType<int>();

    private bool IsRight(Raid raid) => desired.Raids.Any(d => IsAs(raid, d));

    private bool IsStale(Raid raid) => !IsRight(raid) && (desired.HasDevice(raid.Name) || Members(raid).Any(standsOnOwn));

    private bool IsAs(Raid raid, DesiredRaid wanted) =>
        raid.Name == wanted.Name
        && raid.Level == wanted.Design.Level
        && AreSame(raid.Devices, wanted.Active)
        && AreSame(raid.SpareDevices, wanted.Spare);

    private bool AreSame(IReadOnlyList<StorageMember> present, IReadOnlyList<DesiredDevice> wanted) =>
        AreSame(present, wanted, DeviceKind.Disk) && AreSame(present, wanted, DeviceKind.Partition);

    private bool AreSame(IReadOnlyList<StorageMember> present, IReadOnlyList<DesiredDevice> wanted, DeviceKind kind) => present
        .Where(m => m.Type == "partition" == (kind == DeviceKind.Partition)).Select(m => m.Id).ToHashSet()
        .SetEquals(wanted.Where(d => d.Kind == kind).Select(idOf));

    private BlockDevice? Device(Raid raid) =>
        machine.BlockDevices.FirstOrDefault(d => d.Id == raid.VirtualDevice?.Id) ?? raid.VirtualDevice;

    private static IEnumerable<StorageMember> Members(Raid raid) => raid.Devices.Concat(raid.SpareDevices);
}
