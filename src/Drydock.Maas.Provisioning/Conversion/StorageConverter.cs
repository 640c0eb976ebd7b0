using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Nodes.Storage;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>Describes the partition table of a machine.</summary>
/// <param name="machine">The machine.</param>
/// <param name="parts">What it has made of its disks.</param>
internal sealed class StorageConverter(Machine machine, StorageParts parts)
{
    private const string RootMinimum = "20g";
    private const string Minimum = "1g";

    private readonly Dictionary<int, string> _partitions = [];

    /// <summary>Disks and groups of which one part may take all that is left, by name.</summary>
    public IReadOnlyList<string> Containers =>
        [.. machine.PhysicalBlockDevices.Where(d => d.Partitions.Count > 0).Select(d => d.Name), .. parts.Groups.Select(g => g.Name)];

    /// <summary>The storage.</summary>
    /// <param name="filled">Disks and groups of which the largest part is written as all that is left.</param>
    public NodeStorage Convert(IReadOnlySet<string> filled)
    {
        _partitions.Clear();
        var disks = machine.PhysicalBlockDevices.OrderBy(d => d.Name, NaturalOrder.Instance)
            .Select(d => new StorageDevice { Name = d.Name, VolumeGroup = FindGroup(d.Id, isPartition: false), Partitions = ReadPartitions(d, filled) }).ToList();
        var raids = parts.Raids.OrderBy(r => r.Name, NaturalOrder.Instance).Select(r => ReadRaid(r, filled)).ToList();
        return new()
        {
            Devices = disks.FindAll(d => d.VolumeGroup is not null || d.Partitions.Count > 0),
            Raids = raids,
            Bcaches = [.. parts.Bcaches.OrderBy(b => b.Name, NaturalOrder.Instance).Select(ReadBcache)],
            VolumeGroups = [.. parts.Groups.OrderBy(g => g.Name, NaturalOrder.Instance).Select(g => ReadGroup(g, filled.Contains(g.Name)))],
            SpecialMounts = [.. machine.SpecialFilesystems.Where(f => f.MountPoint is { Length: > 0 }).OrderBy(f => f.MountPoint, StringComparer.Ordinal).Select(f => new StorageSpecialMount
            {
                MountPoint = f.MountPoint!, Type = f.Fstype, MountOptions = Options(f), TypeAsWritten = f.Fstype, OptionsAsWritten = Options(f),
            })],
        };
    }

    /// <summary>Disks with a file system of their own, which a design cannot say.</summary>
    public IEnumerable<BlockDevice> FindWholeFilesystems() =>
        machine.PhysicalBlockDevices.Where(d => d.Filesystem is { } filesystem && !MemberFilesystem.Is(filesystem));

    private List<StoragePartition> ReadPartitions(BlockDevice device, IReadOnlySet<string> filled)
    {
        var names = new DocumentNames();
        var present = device.Partitions.OrderBy(p => p.Id).Where(p => !IsLayouts(device, p)).ToList();
        var largest = filled.Contains(device.Name) ? present.MaxBy(p => p.Size) : null;
        var read = new List<StoragePartition>();
        foreach (var partition in present)
        {
            var group = FindGroup(partition.Id, isPartition: true);
            var name = names.Take(ChooseName(partition, group) ?? FormattableString.Invariant($"part{read.Count + 1}"));
            _partitions[partition.Id] = $"{device.Name}/{name}";
            var minimum = partition.Filesystem?.MountPoint == "/" || HasRoot(group) ? RootMinimum : Minimum;
            read.Add(new()
            {
                Name = name,
                Size = WriteSize(partition.Size, partition == largest ? minimum : null),
                Bootable = partition.Bootable,
                BootableAsWritten = partition.Bootable ? true : null,
                VolumeGroup = group,
                Filesystem = ReadFilesystem(partition.Filesystem),
            });
        }

        return read;
    }

    /// <summary>The EFI partition that MAAS makes by itself.</summary>
    private bool IsLayouts(BlockDevice device, Partition partition) =>
        partition.Filesystem?.MountPoint == BootFirmware.EfiMountPoint && partition.Size == MaasStorageRules.BootMinimum && device.Id == machine.BootDisk?.Id;

    private string? ChooseName(Partition partition, string? group)
    {
        if ((group ?? FindHolder(partition)) is { } holder)
            return holder;
        return partition.Filesystem switch
        {
            { MountPoint: "/" } => "root",
            { Fstype: "swap" } => "swap",
            { MountPoint: BootFirmware.EfiMountPoint } => "efi",
            { MountPoint: { Length: > 1 } place } => DocumentNames.Make(place.Trim('/').Replace('/', '_')),
            _ => null,
        };
    }

    private string? FindHolder(Partition partition) =>
        parts.Raids.FirstOrDefault(r => r.Devices.Concat(r.SpareDevices).Any(m => Is(m, partition)))?.Name
        ?? parts.Bcaches.FirstOrDefault(b => b.BackingDevice is { } backing && Is(backing, partition))?.Name
        ?? (parts.CacheSets.Any(s => s.CacheDevice is { } cache && Is(cache, partition)) ? "cache" : null);

    private StorageRaid ReadRaid(Raid raid, IReadOnlySet<string> filled)
    {
        var device = machine.BlockDevices.FirstOrDefault(d => d.Id == raid.VirtualDevice?.Id) ?? raid.VirtualDevice;
        var partitions = device is null ? [] : ReadPartitions(device, filled);
        return new()
        {
            Name = raid.Name,
            Level = raid.Level,
            Devices = [.. raid.Devices.Select(GetName).Order(NaturalOrder.Instance)],
            Spares = [.. raid.SpareDevices.Select(GetName).Order(NaturalOrder.Instance)],
            VolumeGroup = device is null ? null : FindGroup(device.Id, isPartition: false),
            Partitions = partitions,
            Filesystem = ReadFilesystem(device?.Filesystem),
        };
    }

    private StorageBcache ReadBcache(Bcache bcache)
    {
        var device = machine.BlockDevices.FirstOrDefault(d => d.Id == bcache.VirtualDevice?.Id) ?? bcache.VirtualDevice;
        return new()
        {
            Name = bcache.Name,
            BackingDevice = bcache.BackingDevice is { } backing ? GetName(backing) : null,
            CacheDevice = bcache.CacheSet?.CacheDevice is { } cache ? GetName(cache) : null,
            CacheMode = bcache.CacheMode == "writethrough" ? null : bcache.CacheMode,
            VolumeGroup = device is null ? null : FindGroup(device.Id, isPartition: false),
            Filesystem = ReadFilesystem(device?.Filesystem),
        };
    }

    private StorageVolumeGroup ReadGroup(VolumeGroup group, bool isFilled)
    {
        var volumes = group.LogicalVolumes.Select(v => machine.BlockDevices.FirstOrDefault(d => d.Id == v.Id) ?? v).OrderBy(v => v.Id).ToList();
        var largest = isFilled ? volumes.MaxBy(v => v.Size) : null;
        return new()
        {
            Name = group.Name,
            LogicalVolumes = [.. volumes.Select(v => new StorageLogicalVolume
            {
                Name = v.Name.StartsWith($"{group.Name}-", StringComparison.Ordinal) ? v.Name[(group.Name.Length + 1)..] : v.Name,
                Size = WriteSize(v.Size, v == largest ? v.Filesystem?.MountPoint == "/" ? RootMinimum : Minimum : null),
                Filesystem = ReadFilesystem(v.Filesystem),
            })],
        };
    }

    private string? FindGroup(int id, bool isPartition) =>
        parts.Groups.FirstOrDefault(g => g.Devices.Any(d => d.Id == id && d.Type == "partition" == isPartition))?.Name;

    private bool HasRoot(string? group) => group is not null && parts.Groups.Any(g => g.Name == group
        && g.LogicalVolumes.Any(v => (machine.BlockDevices.FirstOrDefault(d => d.Id == v.Id) ?? v).Filesystem?.MountPoint == "/"));

    private string GetName(StorageMember member) => member.Type == "partition"
        ? _partitions.GetValueOrDefault(member.Id) ?? member.ToString()
        : machine.BlockDevices.FirstOrDefault(d => d.Id == member.Id)?.Name ?? member.ToString();

    private static bool Is(StorageMember member, Partition partition) => member.Type == "partition" && member.Id == partition.Id;

    /// <summary>Labels that MAAS's layouts give by themselves are not written.</summary>
    private static FilesystemSettings? ReadFilesystem(Filesystem? present)
    {
        if (present is null || MemberFilesystem.Is(present))
            return null;
        var isSwap = present.Fstype == "swap";
        var isUsual = (present.MountPoint, present.Label) is ("/", "root") or ("/boot", "boot") or (BootFirmware.EfiMountPoint, "efi");
        return new()
        {
            Type = present.Fstype,
            MountPoint = isSwap || string.IsNullOrEmpty(present.MountPoint) ? null : present.MountPoint,
            MountOptions = Options(present),
            Label = isUsual || string.IsNullOrEmpty(present.Label) ? null : present.Label,
        };
    }

    private static string Options(Filesystem present) => string.IsNullOrEmpty(present.MountOptions) ? "defaults" : present.MountOptions;

    /// <summary>The shortest text of which MAAS makes these bytes; all that is left where a minimum is given.</summary>
    private static string WriteSize(long bytes, string? minimum)
    {
        if (minimum is not null && StorageSize.Parse(minimum)!.Bytes <= bytes)
            return $">{minimum}";
        const long Giga = 1_000_000_000;
        const long Mega = 1_000_000;
        var decimals = (bytes + Giga - 1) / Giga;
        if (StorageExtent.Cut(decimals * Giga) == bytes)
            return FormattableString.Invariant($"{decimals}g");
        if (bytes % (1L << 30) == 0)
            return FormattableString.Invariant($"{bytes >> 30}gi");
        var hundreds = (bytes + (100 * Mega) - 1) / (100 * Mega);
        return StorageExtent.Cut(hundreds * 100 * Mega) == bytes ? FormattableString.Invariant($"{hundreds * 100}m") : FormattableString.Invariant($"{bytes >> 20}mi");
    }
}
