using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Storage;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>The storage of one machine, with the rules that MAAS has for it; what MAAS would refuse is refused here.</summary>
internal sealed class StorageModel
{
    public const long Megabyte = 1_000_000;
    public const long Gigabyte = 1_000_000_000;
    private const long Extent = 4L << 20;
    private readonly Dictionary<string, int> _ids = [];

    private StorageModel(bool isUefi) => IsUefi = isUefi;

    public bool IsUefi { get; }

    public List<Raid> Raids { get; } = [];

    public List<Bcache> Bcaches { get; } = [];

    public List<BcacheCacheSet> CacheSets { get; } = [];

    public List<Filesystem> SpecialFilesystems { get; } = [];

    public int BootDisk { get; set; } = 1;

    public List<BlockDevice> Devices { get; } = [];

    public List<VolumeGroup> Groups { get; } = [];

    /// <summary>The volume group a logical volume is in, by their ids.</summary>
    public Dictionary<int, int> GroupOf { get; } = [];

    /// <summary>A machine as commissioning leaves it: a root over the whole first disk.</summary>
    public static StorageModel Commissioned(bool isUefi, params IReadOnlyList<(string Name, long Size)> disks)
    {
        var model = new StorageModel(isUefi);
        foreach (var (name, size) in disks)
            model.Devices.Add(new BlockDevice { Id = model.NextId("device"), Name = name, Type = "physical", Size = size });
        new StorageLayoutModel(model).Set(new StorageLayoutRequest { Layout = "flat" });
        return model;
    }

    public static StorageModel Commissioned(params IReadOnlyList<(string Name, long Size)> disks) => Commissioned(isUefi: false, disks);

    public Machine Machine => new()
    {
        SystemId = "abc123",
        Hostname = "node1",
        StatusName = "Ready",
        BiosBootMethod = IsUefi ? "uefi" : "pxe",
        BlockDevices = [.. Devices.Select(d => d with { AvailableSize = Available(d) })],
        BootDisk = Device(BootDisk),
        VolumeGroups = [.. Groups.Select(g => new ResourceStub { Id = g.Id })],
        Raids = [.. Raids.Select(r => new ResourceStub { Id = r.Id })],
        Bcaches = [.. Bcaches.Select(b => new ResourceStub { Id = b.Id })],
        CacheSets = [.. CacheSets.Select(s => new ResourceStub { Id = s.Id })],
        SpecialFilesystems = [.. SpecialFilesystems],
    };

    public IReadOnlyList<VolumeGroup> VolumeGroups => [.. Groups.Select(Describe)];

    public IReadOnlyList<Raid> RaidList => [.. Raids.Select(r => r with { VirtualDevice = Device(r.VirtualDevice!.Id) })];

    public IReadOnlyList<Bcache> BcacheList => [.. Bcaches.Select(b => b with { VirtualDevice = Device(b.VirtualDevice!.Id) })];

    public IMaasClient Client => new FakeMaas
    {
        BlockDevices = new ModelBlockDevices(this),
        Partitions = new ModelPartitions(this),
        VolumeGroups = new ModelVolumeGroups(this),
        Raids = new ModelRaids(this),
        Bcaches = new ModelBcaches(this),
        BcacheCacheSets = new ModelCacheSets(this),
        Machines = new FakeMachines
        {
            Layout = request =>
            {
                new StorageLayoutModel(this).Set(request);
                return Machine;
            },
            Special = mount =>
            {
                SetSpecial(mount);
                return Machine;
            },
        },
    };

    /// <summary>Whether a file system marks a member of a volume group, RAID or bcache.</summary>
    public static bool IsMember(Filesystem? filesystem) =>
        filesystem?.Fstype is "lvm-pv" or "raid" or "raid-spare" or "bcache-backing" or "bcache-cache";

    public static MaasApiException Refused(string why) => new("MaasBadRequest", why) { StatusCode = 400 };

    public static long Cut(long size) => size / Extent * Extent;

    public Plan<MachineContext> Plan(DrydockNode node) =>
        StoragePlanner.Plan(node, Machine, new(VolumeGroups, RaidList, BcacheList, [.. CacheSets]), DeviceNames.None);

    public async Task ConvergeAsync(DrydockNode node) => await Plan(node).ApplyAsync(Client, Machine);

    public int NextId(string kind) => _ids[kind] = _ids.GetValueOrDefault(kind) + 1;

    public BlockDevice Device(int id) => Devices.First(d => d.Id == id);

    public Partition Partition(int id) => Devices.SelectMany(d => d.Partitions).First(p => p.Id == id);

    public Partition MountedAt(string mountPoint) =>
        Devices.SelectMany(d => d.Partitions).First(p => p.Filesystem?.MountPoint == mountPoint);

    public BlockDevice Replace(BlockDevice device)
    {
        Devices[Devices.FindIndex(d => d.Id == device.Id)] = device;
        return device;
    }

    public Partition Replace(Partition partition)
    {
        var device = Device(partition.DeviceId);
        Replace(device with { Partitions = [.. device.Partitions.Select(p => p.Id == partition.Id ? partition : p)] });
        return partition;
    }

    public Partition AddPartition(int deviceId, long size, bool bootable)
    {
        var device = Device(deviceId);
        if (Cut(size) > Available(device) || Cut(size) == 0)
            throw Refused($"Partition cannot be saved; not enough free space on the block device: {size} of {Available(device)}.");
        var partition = new Partition { Id = NextId("partition"), DeviceId = deviceId, Size = Cut(size), Bootable = bootable };
        Replace(device with { Partitions = [.. device.Partitions, partition] });
        return partition;
    }

    public long Available(BlockDevice device)
    {
        var table = (5L << 20) + (IsUefi ? 0 : 1L << 20);
        return device.Filesystem is not null ? 0 : Cut(Math.Max(0, device.Size - table - device.Partitions.Sum(p => p.Size)));
    }

    /// <summary>Takes an empty device or partition as a member of something.</summary>
    public StorageMember Take(int? deviceId, int? partitionId, string type)
    {
        var member = partitionId is { } id
            ? new StorageMember { Id = id, Type = "partition", DeviceId = Partition(id).DeviceId, Size = Partition(id).Size }
            : new StorageMember
            {
                Id = deviceId!.Value,
                Type = Device(deviceId.Value).Type,
                Name = Device(deviceId.Value).Name,
                Size = Device(deviceId.Value).Size,
            };
        var isFree = partitionId is not null
            ? Partition(member.Id).Filesystem is null
            : member.Id != BootDisk && Device(member.Id) is { Filesystem: null, Partitions.Count: 0 };
        if (!isFree)
            throw Refused("Select a valid choice: a member is in use.");
        Mark(member, new() { Fstype = type });
        return member;
    }

    /// <summary>Gives a member its file system, or takes it away.</summary>
    public void Mark(StorageMember member, Filesystem? filesystem)
    {
        if (member.Type == "partition")
            Replace(Partition(member.Id) with { Filesystem = filesystem });
        else
            Replace(Device(member.Id) with { Filesystem = filesystem });
    }

    /// <summary>Mounts are one to a mount point.</summary>
    public void CheckMount(Filesystem? filesystem, string mountPoint)
    {
        if (filesystem is null || IsMember(filesystem))
            throw Refused("Cannot mount an unformatted partition or block device.");
        if (filesystem.Fstype == "swap")
            return;
        CheckFree(filesystem, mountPoint);
    }

    private void CheckFree(Filesystem? filesystem, string mountPoint)
    {
        var all = Devices.Select(d => d.Filesystem)
            .Concat(Devices.SelectMany(d => d.Partitions).Select(p => p.Filesystem))
            .Concat(SpecialFilesystems);
        if (all.Any(f => f is not null && f != filesystem && f.MountPoint == mountPoint))
            throw Refused($"Another filesystem is already mounted at {mountPoint}.");
    }

    private void SetSpecial(SpecialMount mount)
    {
        if (mount.FilesystemType.Length == 0)
        {
            if (SpecialFilesystems.RemoveAll(f => f.MountPoint == mount.MountPoint) == 0)
                throw Refused("No special filesystem is mounted at this path.");
            return;
        }

        CheckFree(null, mount.MountPoint);
        SpecialFilesystems.Add(new() { Fstype = mount.FilesystemType, MountPoint = mount.MountPoint, MountOptions = mount.MountOptions });
    }

    private VolumeGroup Describe(VolumeGroup group)
    {
        var volumes = Devices.Where(d => GroupOf.TryGetValue(d.Id, out var id) && id == group.Id).ToList();
        var size = Cut(group.Devices.Sum(m => m.Size)) - (group.Devices.Count * Extent);
        return group with { LogicalVolumes = volumes, Size = size, AvailableSize = size - volumes.Sum(v => v.Size) };
    }
}
