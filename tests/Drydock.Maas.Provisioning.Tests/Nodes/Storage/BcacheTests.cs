using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.InProcess;
using static Drydock.Maas.Provisioning.Tests.Builders.StorageDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Storage;

/// <summary>Slow devices behind fast ones: disks, partitions and RAIDs, with a file system or under a volume group.</summary>
public sealed class BcacheTests
{
    private readonly StorageMachine _machine = StorageMachine.Commissioned(
        ("sda", 60 * StorageMachine.Gigabyte), ("sdb", 100 * StorageMachine.Gigabyte), ("sdc", 100 * StorageMachine.Gigabyte), (
            "sdd", 100 * StorageMachine.Gigabyte));

    private static StorageDevice System => Disk("sda", Root("20g"));

    private static StorageBcache Cached =>
        Bcache("bcache0", "sdb", "sdc", "writeback") with { Filesystem = Filesystem("/srv", "xfs", "noatime") };

    [Fact]
    public async Task A_bcache_is_made_with_its_cache_set_and_file_system_and_left_alone_then()
    {
        await _machine.ConvergeAsync(Node([System]));
        var node = WithBcaches(Node([System]), Cached);
        Assert.Equal(
            [
                "create CacheSet sdc: for bcaches",
                "create Bcache bcache0: writeback on sdb, cache sdc",
                "format Bcache bcache0: xfs",
                "mount Bcache bcache0: xfs at /srv (noatime)",
            ],
            _machine.Plan(node).InWords());
        await ConvergedAsync(node);
    }

    [Fact]
    public async Task Bcaches_over_partitions_share_a_cache_set()
    {
        await _machine.ConvergeAsync(Node([System]));
        var node = WithBcaches(
            Node([System, Disk("sdb", Free("a", "10g"), Free("b", "10g")), Disk("sdc", Free("fast", "5g"))]),
            Bcache("bcache0", "sdb/a", "sdc/fast"),
            Bcache("bcache1", "sdb/b", "sdc/fast"));
        await ConvergedAsync(node);
        Assert.Equal(["writethrough", "writethrough"], _machine.Bcaches.Select(b => b.CacheMode));
        Assert.Single(_machine.CacheSets);
    }

    [Fact]
    public async Task A_volume_group_stands_on_a_bcache_over_a_RAID()
    {
        await _machine.ConvergeAsync(Node([System]));
        var node = WithBcaches(
            WithRaids(Node([System], Group("data", Volume("all", ">10g", "/all"))), Raid("md0", "raid-1", ["sdb", "sdc"])),
            Bcache("bcache0", "md0", "sdd") with { VolumeGroup = "data" });
        Assert.Equal(
            ["create Raid md0", "create CacheSet sdd", "create Bcache bcache0", "create VolumeGroup data"],
            _machine.Plan(node).InWords().Take(4).Select(w => w.Split(':')[0]));
        await ConvergedAsync(node);
    }

    [Fact]
    public async Task Cache_mode_and_name_are_changed_in_place()
    {
        await _machine.ConvergeAsync(WithBcaches(Node([System]), Cached));
        var node = WithBcaches(Node([System]), Cached with { Name = "fast", CacheMode = "writearound" });
        Assert.Equal(
            ["set name of Bcache fast: bcache0 -> fast", "set cache mode of Bcache fast: writeback -> writearound"], _machine.Plan(node)
                .InWords());
        Assert.All(_machine.Plan(node).Changes, c => Assert.Equal(ChangeSeverity.Disruptive, c.Severity));
        await ConvergedAsync(node);
    }

    [Fact]
    public async Task Names_that_change_places_are_made_anew()
    {
        await _machine.ConvergeAsync(WithBcaches(Node([System]), Bcache("one", "sdb", "sdd"), Bcache("two", "sdc", "sdd")));
        await ConvergedAsync(WithBcaches(Node([System]), Bcache("two", "sdb", "sdd"), Bcache("one", "sdc", "sdd")));
    }

    [Fact]
    public async Task Another_cache_device_that_is_free_is_taken_in_place()
    {
        await _machine.ConvergeAsync(WithBcaches(Node([System]), Cached));
        var node = WithBcaches(Node([System, Disk("sdc", Partition("p", "1g", "/p"))]), Cached with { CacheDevice = "sdd" });
        Assert.Equal(
            ["create CacheSet sdd", "set cache device of Bcache bcache0", "delete CacheSet sdc", "create Partition sdc/p"],
            _machine.Plan(node).InWords().Take(4).Select(w => w.Split(':')[0]));
        await ConvergedAsync(node);
    }

    [Fact]
    public async Task A_cache_that_has_no_room_beside_the_present_one_makes_the_bcache_anew_which_is_destructive()
    {
        await _machine.ConvergeAsync(WithBcaches(Node([System]), Cached));
        var node = WithBcaches(Node([System, Disk("sdc", Free("fast", "5g"))]), Cached with { CacheDevice = "sdc/fast" });
        var plan = _machine.Plan(node);
        Assert.Equal(
            ["delete Bcache bcache0", "delete CacheSet sdc", "create Partition sdc/fast", "create CacheSet sdc/fast", "create Bcache bcache0"],
            plan.InWords().Take(5).Select(w => w.Split(':')[0]));
        Assert.Equal(ChangeSeverity.Destructive, plan.Changes[0].Severity);
        await ConvergedAsync(node);
    }

    [Fact]
    public async Task Another_backing_device_rebuilds_it_with_what_stands_on_it_gone_first()
    {
        await _machine.ConvergeAsync(
            WithBcaches(Node([System], Group("data", Volume("a", "1g"))), Bcache("bcache0", "sdb", "sdc") with { VolumeGroup = "data" }));
        var node = WithBcaches(
            Node([System], Group("data", Volume("a", "1g"))), Bcache("bcache0", "sdd", "sdc") with { VolumeGroup = "data" });
        Assert.Equal(
            ["delete LogicalVolume data-a", "delete VolumeGroup data", "delete Bcache bcache0", "create Bcache bcache0"],
            _machine.Plan(node).InWords().Take(4).Select(w => w.Split(':')[0]));
        await ConvergedAsync(node);
    }

    [Fact]
    public async Task A_bcache_on_disks_that_the_design_wants_otherwise_goes_with_its_cache_set()
    {
        await _machine.ConvergeAsync(WithBcaches(Node([System]), Cached));
        var node = Node([System, WholeDisk("sdb", "data"), WholeDisk("sdc", "data")], Group("data"));
        Assert.Equal(["delete Bcache bcache0", "delete CacheSet sdc"], _machine.Plan(node).InWords().Take(2).Select(w => w.Split(':')[0]));
        await ConvergedAsync(node);
        Assert.Empty(_machine.CacheSets);
    }

    [Fact]
    public async Task A_bcache_on_a_RAID_that_is_rebuilt_goes_before_it()
    {
        var raid = Raid("md0", "raid-1", ["sdb", "sdc"]);
        await _machine.ConvergeAsync(WithBcaches(WithRaids(Node([System]), raid), Bcache("bcache0", "md0", "sdd")));
        var node = WithBcaches(WithRaids(Node([System]), raid with { Level = "raid-0" }), Bcache("bcache0", "md0", "sdd"));
        Assert.Equal(
            ["delete Bcache bcache0", "delete Raid md0", "create Raid md0", "create Bcache bcache0"],
            _machine.Plan(node).InWords().Select(w => w.Split(':')[0]));
        await ConvergedAsync(node);
    }

    [Fact]
    public async Task A_bcache_on_disks_beyond_the_design_is_left_but_gives_up_a_mount_point_of_the_design()
    {
        await _machine.ConvergeAsync(WithBcaches(Node([System]), Cached));
        Assert.Empty(_machine.Plan(Node([System])).InWords());
        var node = Node([System, Disk("sdd", Partition("p", "1g", "/srv"))]);
        Assert.StartsWith("unmount Filesystem bcache0", _machine.Plan(node).InWords()[0], StringComparison.Ordinal);
        await ConvergedAsync(node);
        Assert.Single(_machine.Bcaches);
    }

    [Fact]
    public async Task A_bcache_of_others_may_share_the_cache_of_the_design()
    {
        await _machine.ConvergeAsync(WithBcaches(Node([System]), Bcache("bcache0", "sdb", "sdd"), Bcache("others", "sdc", "sdd")));
        Assert.Empty(_machine.Plan(WithBcaches(Node([System]), Bcache("bcache0", "sdb", "sdd"))).InWords());
    }

    [Fact]
    public async Task A_bcache_of_others_goes_when_the_design_has_another_use_for_its_cache()
    {
        await _machine.ConvergeAsync(WithBcaches(Node([System]), Bcache("others", "sdc", "sdd")));
        var node = Node([System, Disk("sdd", Partition("p", "1g", "/p"))]);
        Assert.Equal(["delete Bcache others", "delete CacheSet sdd"], _machine.Plan(node).InWords().Take(2).Select(w => w.Split(':')[0]));
        await ConvergedAsync(node);
    }

    [Theory]
    [InlineData(null, "sdc", "bcache bcache0 has no backing device")]
    [InlineData("sdb", null, "bcache bcache0 has no cache device")]
    [InlineData("sdb", "sdb", "sdb has more than one use: bcache bcache0, cache of bcache0")]
    [InlineData("sdb", "sdz", "has no disk sdz")]
    [InlineData("sda", "sdb", "bcache bcache0 takes sda, which is a disk that has partitions or a volume group")]
    [InlineData("sda/none", "sdb", "takes sda/none, which is no partition of the node's physical devices")]
    [InlineData("sdb", "sda/root", "takes sda/root, which is a partition that has a file system or a volume group")]
    [InlineData("md0", "sdb", "takes md0, which is a RAID that has a file system, a volume group or partitions")]
    public void What_MAAS_cannot_make_is_refused_before_anything_is_written(string? backing, string? cache, string message)
    {
        var raid = Raid("md0", "raid-1", ["sdc", "sdd"]) with { Filesystem = Filesystem("/x", "ext4", "defaults") };
        var node = backing == "md0" ? WithRaids(Node([System]), raid) : Node([System]);
        node = WithBcaches(node, Cached with { BackingDevice = backing, CacheDevice = cache });
        Assert.Contains(message, Assert.Throws<NodeException>(() => _machine.Plan(node)).Message, StringComparison.Ordinal);
    }

    private async Task ConvergedAsync(DrydockNode node)
    {
        await _machine.ConvergeAsync(node);
        Assert.Empty(_machine.Plan(node).InWords());
    }
}
