using System.Text.RegularExpressions;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>A RAID.</summary>
/// <param name="Design">What the design says.</param>
/// <param name="Active">The active members.</param>
/// <param name="Spare">The spare members.</param>
/// <param name="Size">Its size in bytes as MAAS will make it.</param>
internal sealed record DesiredRaid(StorageRaid Design, IReadOnlyList<TakenDevice> Active, IReadOnlyList<TakenDevice> Spare, long Size)
    : ComposedDevice(Design.Name, Size)
{
    /// <inheritdoc/>
    public override ResourceKind Kind => ResourceKind.Raid;

    /// <inheritdoc/>
    public override string? VolumeGroup => Design.VolumeGroup;

    /// <inheritdoc/>
    public override string Composition
    {
        get
        {
            var spares = Spare.Count == 0 ? "" : $", spare {string.Join(", ", Spare.Select(d => d.Key))}";
            return $"{Design.Level} on {string.Join(", ", Active.Select(d => d.Key))}{spares}";
        }
    }

    /// <inheritdoc/>
    protected override FilesystemSettings? DesignedFilesystem => Design.Filesystem;

    /// <summary>The node's RAIDs; throws when a member is missing or used otherwise, or MAAS cannot make one.</summary>
    public static IReadOnlyList<DesiredRaid> Read(DrydockNode node, Machine machine, IReadOnlyList<DesiredDisk> disks, DeviceNames names) =>
        [.. node.Raids.Select(r => Read(node, r, disks, names)).Select(r => r.WithPartitions(node, machine))];

    private static DesiredRaid Read(DrydockNode node, StorageRaid design, IReadOnlyList<DesiredDisk> disks, DeviceNames names)
    {
        var level = RaidLevel.Find(design.Level) ?? throw Invalid(
            node, $"RAID {design.Name} has level {design.Level ?? "(none)"}, which is none of {string.Join(", ", RaidLevel.Names)}");
        if (level.Refusal(design.Devices.Count, design.Spares.Count) is { } refusal)
            throw Invalid(node, $"RAID {design.Name} {refusal}");
        if ((design.VolumeGroup is null ? 0 : 1) + (design.Filesystem is null ? 0 : 1) + (design.Partitions.Count == 0 ? 0 : 1) > 1)
            throw Invalid(node, $"RAID {design.Name} has more than one of file system, volume group and partitions; only one is possible");
        if (disks.Any(d => d.Device.Name == design.Name))
            throw Invalid(node, $"RAID {design.Name} has the name of a disk");
        if (design.IsMountedAt(BootFirmware.EfiMountPoint))
            throw Invalid(node, $"RAID {design.Name} is mounted at /boot/efi; firmware reads no RAID");
        var (active, spare) = (Members(design.Devices), Members(design.Spares));
        var sizes = active.Concat(spare).Select(d => d.Size).ToList();
        return new(design, active, spare, level.GetSize(sizes.Min(), sizes.Sum(), active.Count));

        List<TakenDevice> Members(IEnumerable<string> members) =>
            [.. members.Select(m => TakenDeviceReader.Read(node, $"RAID {design.Name}", m, disks, names))];
    }

    private DesiredRaid WithPartitions(DrydockNode node, Machine machine)
    {
        if (Design.Partitions.Count == 0)
            return this;
        var device = new BlockDevice { Id = -1, Type = "virtual", Name = Name, Size = Size };
        var design = new StorageDevice { Name = Name, Partitions = Design.Partitions };
        var available = MaasStorageRules.Partitionable(Size, isBootDisk: false, machine);
        var partitions = DesiredStorageReader.ReadPartitions(node, design, Size, available, $"RAID {Name} of node {node.Name}");
        return this with { Disk = new(device, null, partitions) };
    }

    private static NodeException Invalid(DrydockNode node, string what) => TakenDeviceReader.Invalid(node, what);
}

/// <summary>The RAIDs a machine has.</summary>
internal sealed partial class ObservedRaids(ObservedStorage storage, Machine machine, IReadOnlyList<Raid> raids, DesiredStorage desired)
    : ObservedDevices<Raid, DesiredRaid>(machine, raids, desired)
{
    /// <summary>The RAIDs of a machine as far as its own listing tells them, as <see cref="ObservedVolumeGroups.View"/> does for volume groups.</summary>
    public static IReadOnlyList<Raid> View(Machine machine)
    {
        if (machine.Raids.Count == 0)
            return [];
        var members = machine.BlockDevices.SelectMany(ViewMembers).GroupBy(m => m.Use["name"].Value, StringComparer.Ordinal);
        return [.. members.Select((raid, index) => new Raid
        {
            Id = -1 - index,
            SystemId = machine.SystemId,
            Name = raid.Key,
            Level = raid.First().Use["level"].Value,
            Devices = [.. raid.Where(m => !IsSpare(m.Use)).Select(m => m.Member)],
            SpareDevices = [.. raid.Where(m => IsSpare(m.Use)).Select(m => m.Member)],
            VirtualDevice = machine.BlockDevices.FirstOrDefault(d => d.Type == "virtual" && d.Name == raid.Key),
        })];
    }

    /// <inheritdoc/>
    public override string? GetHolder(Partition member) =>
        Present.FirstOrDefault(r => GetMembers(r).Any(m => m.Type == "partition" && m.Id == member.Id)) is { } raid ? DeviceUse.DescribeRaid(raid.Name) : null;

    /// <inheritdoc/>
    public override IEnumerable<(StorageMember Member, int? Device)> Members() =>
        Present.SelectMany(r => GetMembers(r).Select(m => (m, r.VirtualDevice?.Id)));

    /// <inheritdoc/>
    public override IEnumerable<StorageOperation> PlanDifference() =>
        [.. Stale.Select(r => new DeleteRaid(r, [.. GetMembers(r).Select(storage.Resource)])), .. Wanted.SelectMany(Plan)];

    /// <inheritdoc/>
    protected override BlockDevice? GetDevice(Raid present) => present.VirtualDevice;

    /// <inheritdoc/>
    protected override bool IsAs(Raid present, DesiredRaid wanted) =>
        present.Name == wanted.Name
        && present.Level == wanted.Design.Level
        && AreSame(present.Devices, wanted.Active)
        && AreSame(present.SpareDevices, wanted.Spare);

    /// <inheritdoc/>
    protected override bool IsInTheWay(Raid present) => Desired.HasDevice(present.Name) || GetMembers(present).Any(storage.StandsOnOwn);

    private IEnumerable<StorageOperation> Plan(DesiredRaid raid)
    {
        var (resource, present) = (storage.Resource(raid), Find(raid));
        IEnumerable<StorageOperation> create = present is null
            ? [new CreateRaid(resource, raid, [.. raid.Active.Select(storage.Resource)], [.. raid.Spare.Select(storage.Resource)])] : [];
        if (raid.Disk is { } disk)
            return [.. create, .. Partitions.PlanDifference(storage, disk with { Device = present ?? disk.Device }, resource)];
        return
        [
            .. create,
            .. (present?.Partitions ?? []).Select(p => new DeletePartition(resource, p, null)),
            .. Filesystems.PlanDifference(resource, raid.Filesystem, present?.Filesystem),
        ];
    }

    private bool AreSame(IReadOnlyList<StorageMember> present, IReadOnlyList<TakenDevice> wanted) =>
        AreSame(present, wanted, isPartition: false) && AreSame(present, wanted, isPartition: true);

    private bool AreSame(IReadOnlyList<StorageMember> present, IReadOnlyList<TakenDevice> wanted, bool isPartition) => present
        .Where(m => m.Type == "partition" == isPartition).Select(m => m.Id).ToHashSet()
        .SetEquals(wanted.Where(d => d.Kind == ResourceKind.Partition == isPartition).Select(d => storage.Resource(d).Id ?? -1));

    private static IEnumerable<StorageMember> GetMembers(Raid raid) => raid.Devices.Concat(raid.SpareDevices);

    private static bool IsSpare(GroupCollection use) => use["use"].Value == "Spare";

    private static IEnumerable<(GroupCollection Use, StorageMember Member)> ViewMembers(BlockDevice device)
    {
        if (UsedFor().Match(device.UsedFor ?? "") is { Success: true } own)
            yield return (own.Groups, new StorageMember { Id = device.Id, Type = device.Type, Name = device.Name, Size = device.Size });
        foreach (var partition in device.Partitions)
        {
            if (UsedFor().Match(partition.UsedFor ?? "") is { Success: true } part)
                yield return (
                    part.Groups, new StorageMember { Id = partition.Id, Type = "partition", DeviceId = device.Id, Size = partition.Size });
        }
    }

    [GeneratedRegex("^(?<use>Active|Spare) (?<level>raid-[0-9]+) device for (?<name>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex UsedFor();
}

/// <summary>Makes a RAID.</summary>
/// <param name="Raid">The RAID.</param>
/// <param name="Wanted">The RAID as the design wants it.</param>
/// <param name="Active">The active members.</param>
/// <param name="Spare">The spare members.</param>
internal sealed record CreateRaid(StorageResource Raid, DesiredRaid Wanted, IReadOnlyList<StorageResource> Active, IReadOnlyList<StorageResource> Spare)
    : StorageOperation
{
    /// <inheritdoc/>
    public override string? NameTaken => Raid.Name;

    /// <inheritdoc/>
    public override ChangeValues? Sent => new(
    [
        new("level", Wanted.Design.Level ?? ""), new("uuid", Wanted.Design.Uuid ?? ""),
        new("members", string.Join(", ", Active.Select(m => m.Name))), new("spares", string.Join(", ", Spare.Select(m => m.Name))),
    ]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Create(ResourceKind.Raid, Raid.Name, Wanted.Composition, [.. Takes.Select(m => m.Name)])];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Makes => [Raid];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Takes => [.. Active, .. Spare];

    public RaidRequest ToRequest(StorageIds ids) => new()
    {
        Name = Raid.Name,
        Uuid = Wanted.Design.Uuid,
        Level = Wanted.Design.Level!,
        BlockDevices = ids.FindDevices(Active),
        Partitions = ids.FindPartitions(Active),
        SpareDevices = ids.FindDevices(Spare),
        SparePartitions = ids.FindPartitions(Spare),
    };
}

/// <summary>Deletes a RAID with what is on it.</summary>
/// <param name="Present">The RAID.</param>
/// <param name="Members">Its members.</param>
internal sealed record DeleteRaid(Raid Present, IReadOnlyList<StorageResource> Members) : StorageOperation
{
    /// <inheritdoc/>
    public override string? NameFreed => Present.Name;

    /// <inheritdoc/>
    public override ChangeValues? Found => new([new("level", Present.Level)]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges
    {
        get
        {
            IReadOnlyList<string> names = [.. Members.Select(m => m.Name)];
            return [Delete(ResourceKind.Raid, Present.Name, $"{Present.Level} on {string.Join(", ", names)}", names)];
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => Members;

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Ends => [new(ResourceKind.Raid, Present.Name, Present.VirtualDevice?.Id)];
}
