using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Storage;

/// <summary>The RAIDs a machine has, and which of them are already as designed.</summary>
/// <param name="machine">The machine.</param>
/// <param name="raids">Its RAIDs.</param>
/// <param name="desired">The whole storage.</param>
/// <param name="partition">Finds the partition that already is what the design wants.</param>
internal sealed class ObservedRaids(Machine machine, IReadOnlyList<Raid> raids, DesiredStorage desired, Func<string, Partition?> partition)
{
    /// <summary>The block device of the RAID of that name whose level and members are as designed, or null.</summary>
    public BlockDevice? Device(DesiredRaid raid) => raids.FirstOrDefault(r => IsAs(r, raid)) is { } present ? Device(present) : null;

    /// <summary>The id of that device; -1 when there is none.</summary>
    public int DeviceId(string name) => Device(desired.Raids.First(r => r.Name == name))?.Id ?? -1;

    /// <summary>RAIDs that stand on disks of the design, or have the name of one of its RAIDs, without being as designed; they have to go.</summary>
    public IReadOnlyList<Raid> Stale() => [.. raids.Where(IsStale)];

    /// <summary>What a partition is a part of, as <see cref="DesiredRaid.Holder"/> writes it, or null.</summary>
    public string? HolderOf(Partition member) =>
        raids.FirstOrDefault(r => Members(r).Any(m => m.Type == "partition" && m.Id == member.Id)) is { } raid ? DesiredRaid.Holder(raid.Name) : null;

    /// <summary>Whether a member of a volume group is, or is on, a RAID of the design or one that has to go.</summary>
    public bool StandsOnOwn(StorageMember member) =>
        raids.Where(r => IsStale(r) || IsRight(r)).Any(r => r.VirtualDevice?.Id == (member.Type == "partition" ? member.DeviceId : member.Id));

    /// <summary>Ids of the block devices of RAIDs that neither belong to the design nor stand in its way.</summary>
    public IEnumerable<int> ForeignDevices() => raids.Where(r => !IsStale(r) && !IsRight(r)).Select(r => r.VirtualDevice?.Id).OfType<int>();

    private bool IsRight(Raid raid) => desired.Raids.Any(d => IsAs(raid, d));

    private bool IsStale(Raid raid) => !IsRight(raid) && (desired.Raids.Any(d => d.Name == raid.Name) || Members(raid).Any(IsOnDesignDisk));

    private bool IsOnDesignDisk(StorageMember member) => desired.Disks.Any(d => member.Type == "partition"
        ? d.Device.Partitions.Any(p => p.Id == member.Id)
        : d.Device.Id == member.Id);

    private bool IsAs(Raid raid, DesiredRaid wanted) =>
        raid.Name == wanted.Name
        && raid.Level == wanted.Design.Level
        && AreSame(raid.Devices, wanted.Active)
        && AreSame(raid.SpareDevices, wanted.Spare);

    private bool AreSame(IReadOnlyList<StorageMember> present, RaidMembers wanted) =>
        present.Where(m => m.Type != "partition").Select(m => m.Id).ToHashSet().SetEquals(wanted.Disks.Select(DiskId))
        && present.Where(m => m.Type == "partition").Select(m => m.Id).ToHashSet().SetEquals(wanted.Partitions.Select(p => partition(p)?.Id ?? -1));

    private int DiskId(string name) => desired.Disks.First(d => d.Device.Name == name).Device.Id;

    private BlockDevice? Device(Raid raid) => machine.BlockDevices.FirstOrDefault(d => d.Id == raid.VirtualDevice?.Id) ?? raid.VirtualDevice;

    private static IEnumerable<StorageMember> Members(Raid raid) => raid.Devices.Concat(raid.SpareDevices);
}
