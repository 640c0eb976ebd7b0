using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.StorageDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Storage;

/// <summary>Designs by chance that fit three disks of 60, 100 and 100 GB.</summary>
internal sealed class RandomStorageDesign(Random random)
{
    private static readonly string[] MountPoints = ["/var", "/srv", "/data", "/opt", "/home", "/tmp", "/var/log", "/var/lib"];
    private readonly Queue<string> _mountPoints = new(Shuffle(MountPoints, random));
    private int _volumes;

    public static DrydockNode Next(Random random) => new RandomStorageDesign(random).Create();

    private DrydockNode Create()
    {
        if (random.Next(4) == 0)
            return MirroredRoot();
        var root = random.Next(2) == 0 ? FlatRoot() : LvmRoot();
        return Create(root.Disk, root.Groups, [.. new[] { "sdb", "sdc" }.Where(_ => random.Next(4) > 0).Select(OtherDisk)], []);
    }

    private DrydockNode MirroredRoot()
    {
        var second = OtherDisk("sdb");
        if (second.VolumeGroup is not null)
            second = Disk("sdb");
        second = second with { Partitions = [Free("mirror", Size("12g", "15g")), .. second.Partitions] };
        StorageDevice[] others = [second, .. new[] { "sdc" }.Where(_ => random.Next(4) > 0).Select(OtherDisk)];
        var raid = Raid("md7", "raid-1", ["sda/mirror", "sdb/mirror"]);
        var disk = Disk("sda", [.. Boot(), Free("mirror", "12g"), .. Extras()]);
        return random.Next(2) == 0
            ? Create(disk, [], others, [raid with { Filesystem = Filesystem("/", Type(), "defaults") }])
            : Create(
                disk, [Group("system", Volume("root", Size("6g", ">5g"), "/", Type()))], others, [raid with { VolumeGroup = "system" }]);
    }

    private DrydockNode Create(StorageDevice disk, StorageVolumeGroup[] system, StorageDevice[] others, StorageRaid[] mirrors)
    {
        StorageRaid[] raids = [.. mirrors, .. Raids(others)];
        var bcaches = Bcaches(others, raids);
        string?[] groups = [.. raids.Select(r => r.VolumeGroup), .. raids.SelectMany(r => r.Partitions)
            .Select(p => p.VolumeGroup), .. bcaches.Select(b => b.VolumeGroup)];
        return WithBcaches(WithRaids(Node([disk, .. others], [.. system, .. DataGroups(others, groups)]), raids), bcaches);
    }

    /// <summary>Disks that are left over, and partitions that have no use.</summary>
    private static IEnumerable<string> Unused(StorageDevice[] disks) =>
    [
        .. new[] { "sdb", "sdc" }.Where(n => !Array.Exists(disks, d => d.Name == n)),
        .. disks.SelectMany(d => d.Partitions.Where(p => p is { Filesystem: null, VolumeGroup: null, Name: not "mirror" })
            .Select(p => $"{d.Name}/{p.Name}")),
    ];

    /// <summary>By chance bcaches over what RAIDs have left over, or over a RAID; some share a cache.</summary>
    private StorageBcache[] Bcaches(StorageDevice[] disks, StorageRaid[] raids)
    {
        var unused = Unused(disks).Except(raids.SelectMany(r => r.Members))
            .Concat(raids.Where(r => r is { Filesystem: null, VolumeGroup: null, Partitions.Count: 0 }).Select(r => r.Name)).ToArray();
        random.Shuffle(unused);
        if (unused.Length < 2 || random.Next(5) == 0)
            return [];
        var count = random.Next(1, Math.Min(unused.Length, 3));
        return [.. Enumerable.Range(0, count).Select(i => Used(Bcache(
            $"{Size("fast", "slow")}{i}", unused[i + 1], unused[0], Size("writeback", "writethrough", "writearound"))))];
    }

    private StorageBcache Used(StorageBcache bcache) => random.Next(3) switch
    {
        0 => bcache,
        1 => bcache with { VolumeGroup = Size("data", "more") },
        _ => bcache with { Filesystem = Filesystem($"/cached/{bcache.Name}", Type(), "defaults") },
    };

    /// <summary>By chance a RAID over the disks that are left over, or over partitions that have no use.</summary>
    private StorageRaid[] Raids(StorageDevice[] disks)
    {
        var unused = Unused(disks).ToArray();
        if (unused.Length < 2 || random.Next(3) == 0)
            return [];
        var raid = Raid("md0", Size("raid-0", "raid-1"), unused.Length > 2 && random.Next(2) == 0 ? [.. unused[..2]] : unused);
        return [random.Next(4) switch
        {
            0 => raid,
            3 => raid with { Partitions = [.. Parts()] },
            1 => raid with { VolumeGroup = Size("data", "more") },
            _ => raid with { Filesystem = Filesystem("/raid", Type(), "defaults") },
        }];
    }

    /// <summary>Partitions of a RAID that may be no larger than the smallest partitions.</summary>
    private IEnumerable<StoragePartition> Parts() => Enumerable.Range(0, random.Next(1, 3)).Select(i => random.Next(3) == 0
        ? Member($"m{i}", Size("2500m", "40%"), Size("data", "more"))
        : Filled(Partition($"m{i}", Size("1g", "40%", "2gi"), "/filled")));

    private (StorageDevice Disk, StorageVolumeGroup[] Groups) FlatRoot() =>
        (Disk("sda", [.. Boot(), Filled(Root(Size("20g", ">10g", "30%"))), .. Extras()]), []);

    private (StorageDevice Disk, StorageVolumeGroup[] Groups) LvmRoot()
    {
        var volumes = Group("system", [Volume("root", Size("10g", ">5g", "40%"), "/", Type()), .. Volumes("8g", "10%")]);
        return random.Next(2) == 0
            ? (WholeDisk("sda", "system"), [volumes])
            : (Disk("sda", [.. Boot(), Member("pv", Size("40g", ">39g", "70%"), "system"), .. Extras()]), [volumes]);
    }

    private IEnumerable<StoragePartition> Boot() => random.Next(2) == 0 ? [] : [Partition("boot", Size("600m", "1g"), "/boot", Type())];

    private IEnumerable<StoragePartition> Extras() =>
        Enumerable.Range(0, random.Next(3)).Select(i => Filled(Partition($"extra{i}", Size("1g", "2%", "700mi"), "/filled")));

    private StorageDevice OtherDisk(string name)
    {
        if (random.Next(3) == 0)
            return WholeDisk(name, Size("data", "more"));
        var partitions = Enumerable.Range(0, random.Next(4)).Select(i => random.Next(3) == 0
            ? Member($"p{i}", Size("20g", "25gi"), Size("data", "more"))
            : Filled(Partition($"p{i}", Size("10g", "25%", "5gib"), "/filled")));
        return Disk(name, [.. partitions]);
    }

    private IEnumerable<StorageVolumeGroup> DataGroups(StorageDevice[] disks, string?[] groups) => new[] { "data", "more" }
        .Where(name => groups.Contains(name) || disks.Any(d => d.VolumeGroup == name || d.Partitions.Any(p => p.VolumeGroup == name)))
        .Select(name => Group(name, [.. Volumes("1g", "20%")]));

    private IEnumerable<StorageLogicalVolume> Volumes(params string[] sizes) =>
        Enumerable.Range(0, random.Next(3)).Select(
            _ => Volume($"lv{_volumes++}", Size(sizes), random.Next(4) == 0 ? null : _mountPoints.Dequeue(), Type()));

    /// <summary>The partition with a file system by chance, or none; root always has one.</summary>
    private StoragePartition Filled(StoragePartition partition)
    {
        if (partition.Filesystem!.MountPoint == "/")
            return partition with { Filesystem = Filesystem("/", Type(), Size("defaults", "", "noatime")) };
        return random.Next(4) == 0 || _mountPoints.Count < 5
            ? partition with { Filesystem = null }
            : partition with { Filesystem = Filesystem(_mountPoints.Dequeue(), Type(), Size("defaults", "noatime")) };
    }

    private string Type() => Size("ext4", "xfs", "btrfs");

    private string Size(params string[] choices) => choices[random.Next(choices.Length)];

    private static string[] Shuffle(string[] items, Random random)
    {
        var copy = items.ToArray();
        random.Shuffle(copy);
        return copy;
    }
}
