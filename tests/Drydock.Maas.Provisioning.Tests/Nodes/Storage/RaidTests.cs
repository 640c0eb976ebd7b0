using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.InProcess;
using static Drydock.Maas.Provisioning.Tests.Builders.StorageDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Storage;

/// <summary>Software RAIDs: over disks and partitions, with a file system or under a volume group.</summary>
public sealed class RaidTests
{
    private readonly StorageMachine _machine = StorageMachine.Commissioned(
        ("sda", 60 * StorageMachine.Gigabyte), ("sdb", 100 * StorageMachine.Gigabyte), ("sdc", 100 * StorageMachine.Gigabyte), (
            "sdd", 100 * StorageMachine.Gigabyte));

    private static StorageDevice System => Disk("sda", Root("20g"));

    private static StorageRaid Mirror => Raid("md0", "raid-1", ["sdb", "sdc"]) with { Filesystem = Filesystem("/srv", "xfs", "noatime") };

    [Fact]
    public async Task A_RAID_of_whole_disks_is_made_with_its_file_system_and_left_alone_then()
    {
        await _machine.ConvergeAsync(Node([System]));
        var node = WithRaids(Node([System]), Mirror);
        Assert.Equal(
            ["create Raid md0: raid-1 on sdb, sdc", "format Raid md0: xfs", "mount Raid md0: xfs at /srv (noatime)"], _machine.Plan(node)
                .InWords());
        await ConvergedAsync(node);
    }

    [Fact]
    public async Task A_RAID_of_partitions_with_a_spare_is_made()
    {
        await _machine.ConvergeAsync(Node([System]));
        var node = WithRaids(
            Node([System, Disk("sdb", Free("p", "10g")), Disk("sdc", Free("p", "10g")), Disk("sdd", Free("p", "10g"))]),
            Raid("md0", "raid-1", ["sdb/p", "sdc/p"], "sdd/p"));
        Assert.Equal("create Raid md0: raid-1 on sdb/p, sdc/p, spare sdd/p", _machine.Plan(node).InWords()[^1]);
        await ConvergedAsync(node);
        Assert.Equal(["raid", "raid", "raid-spare"],
            _machine.Devices.Where(d => d.Id != 1).SelectMany(d => d.Partitions).Select(p => p.Filesystem!.Fstype));
    }

    [Fact]
    public async Task A_volume_group_stands_on_a_RAID()
    {
        await _machine.ConvergeAsync(Node([System]));
        var node = WithRaids(
            Node([System], Group("data", Volume("all", ">10g", "/all"))), Raid(
                "md0", "raid-5", ["sdb", "sdc", "sdd"]) with { VolumeGroup = "data" });
        Assert.Equal(
            ["create Raid md0", "create VolumeGroup data", "create LogicalVolume data-all"], _machine.Plan(node)
                .InWords()
                .Take(3)
                .Select(w => w.Split(':')[0]));
        await ConvergedAsync(node);
        Assert.Equal(0, _machine.VolumeGroups[0].AvailableSize);
    }

    [Theory]
    [InlineData("raid-0", "sdb,sdc")]
    [InlineData("raid-1", "sdb,sdd")]
    [InlineData("raid-1", "sdb,sdc,sdd")]
    public async Task Another_level_or_other_members_rebuild_it_which_is_destructive(string level, string devices)
    {
        await _machine.ConvergeAsync(WithRaids(Node([System]), Mirror));
        var node = WithRaids(Node([System]), Mirror with { Level = level, Devices = devices.Split(',') });
        var plan = _machine.Plan(node);
        Assert.Equal(["delete Raid md0", "create Raid md0"], plan.InWords().Take(2).Select(w => w.Split(':')[0]));
        Assert.Equal(ChangeSeverity.Destructive, plan.Changes[0].Severity);
        await ConvergedAsync(node);
    }

    [Fact]
    public async Task Another_file_system_leaves_the_RAID()
    {
        await _machine.ConvergeAsync(WithRaids(Node([System]), Mirror));
        var node = WithRaids(Node([System]), Mirror with { Filesystem = Filesystem("/srv", "ext4", "noatime") });
        Assert.Equal(["format Raid md0: ext4", "mount Raid md0: ext4 at /srv (noatime)"], _machine.Plan(node).InWords());
        await ConvergedAsync(node);
    }

    [Fact]
    public async Task A_RAID_on_disks_that_the_design_wants_otherwise_goes_first()
    {
        await _machine.ConvergeAsync(WithRaids(Node([System]), Mirror));
        var node = Node([System, WholeDisk("sdb", "data"), Disk("sdc", Partition("p", "1g", "/p"))], Group("data"));
        Assert.Equal("delete Raid md0: raid-1 on sdb, sdc", _machine.Plan(node).InWords()[0]);
        await ConvergedAsync(node);
        Assert.Empty(_machine.Raids);
    }

    [Fact]
    public async Task A_volume_group_goes_before_the_RAID_it_stands_on()
    {
        await _machine.ConvergeAsync(
            WithRaids(
                Node([System], Group("data", Volume("a", "1g"))), Raid("md0", "raid-1", ["sdb", "sdc"]) with { VolumeGroup = "data" }));
        var node = WithRaids(Node([System]), Raid("md1", "raid-1", ["sdb", "sdc"]));
        Assert.Equal(
            ["delete LogicalVolume data-a", "delete VolumeGroup data", "delete Raid md0", "create Raid md1"],
            _machine.Plan(node).InWords().Select(w => w.Split(':')[0]));
        await ConvergedAsync(node);
    }

    [Fact]
    public async Task A_RAID_that_is_to_hold_a_file_system_loses_its_volume_group()
    {
        await _machine.ConvergeAsync(
            WithRaids(Node([System], Group("data", Volume("a", "1g"))), Mirror with { VolumeGroup = "data", Filesystem = null }));
        var node = WithRaids(Node([System]), Mirror);
        Assert.DoesNotContain(_machine.Plan(node).InWords(), w => w.StartsWith("delete Raid", StringComparison.Ordinal));
        await ConvergedAsync(node);
    }

    [Fact]
    public async Task What_was_on_the_members_is_removed_first()
    {
        await _machine.ConvergeAsync(
            Node([System, WholeDisk("sdb", "data"), Disk("sdc", Partition("p", "1g", "/p"))], Group("data", Volume("a", "1g"))));
        await ConvergedAsync(WithRaids(Node([System]), Mirror));
        Assert.Empty(_machine.VolumeGroups);
    }

    [Fact]
    public async Task A_RAID_on_disks_beyond_the_design_is_left_but_gives_up_a_mount_point_of_the_design()
    {
        await _machine.ConvergeAsync(WithRaids(Node([System]), Mirror));
        Assert.Empty(_machine.Plan(Node([System])).InWords());
        var node = Node([System, Disk("sdd", Partition("p", "1g", "/srv"))]);
        Assert.StartsWith("unmount Filesystem md0", _machine.Plan(node).InWords()[0], StringComparison.Ordinal);
        await ConvergedAsync(node);
        Assert.Single(_machine.Raids);
    }

    [Fact]
    public async Task A_RAID_with_partitions_holds_file_systems_and_volume_groups()
    {
        await _machine.ConvergeAsync(Node([System]));
        var node = WithRaids(
            Node([System], Group("data", Volume("all", ">1g", "/all"))),
            Mirror with { Filesystem = null, Partitions = [Partition("a", "10g", "/a"), Member("b", ">20g", "data")] });
        Assert.Equal(
            ["create Raid md0", "create Partition md0/a", "format Partition md0/a", "create Partition md0/b", "create VolumeGroup data"],
            _machine.Plan(node).InWords().Take(5).Select(w => w.Split(':')[0]));
        await ConvergedAsync(node);
    }

    [Fact]
    public async Task Other_partitions_leave_the_RAID_and_what_is_right_of_them()
    {
        var raid = Mirror with { Filesystem = null, Partitions = [Partition("a", "10g", "/a"), Partition("b", "10g", "/b")] };
        await _machine.ConvergeAsync(WithRaids(Node([System]), raid));
        var node = WithRaids(Node([System]), raid with { Partitions = [Partition("a", "10g", "/a"), Partition("c", "20g", "/c")] });
        Assert.Equal(
            ["delete Partition md0/c", "create Partition md0/c", "format Partition md0/c", "mount Partition md0/c"],
            _machine.Plan(node).InWords().Select(w => w.Split(':')[0]));
        await ConvergedAsync(node);
    }

    [Fact]
    public async Task A_partition_of_a_RAID_beyond_the_design_gives_up_a_mount_point_of_the_design()
    {
        await _machine.ConvergeAsync(
            WithRaids(Node([System]), Mirror with { Filesystem = null, Partitions = [Partition("a", "10g", "/srv")] }));
        await ConvergedAsync(Node([System, Disk("sdd", Partition("p", "1g", "/srv"))]));
        Assert.Single(_machine.Raids);
    }

    [Fact]
    public async Task Partitions_of_a_RAID_and_a_file_system_on_it_as_a_whole_take_turns()
    {
        await ConvergedAsync(WithRaids(Node([System]), Mirror));
        await ConvergedAsync(WithRaids(Node([System]), Mirror with { Filesystem = null, Partitions = [Partition("a", "10g", "/srv")] }));
        await ConvergedAsync(WithRaids(Node([System]), Mirror));
        Assert.Single(_machine.Raids);
    }

    [Fact]
    public async Task A_new_root_clears_it_and_it_is_made_anew()
    {
        await _machine.ConvergeAsync(WithRaids(Node([System]), Mirror));
        await ConvergedAsync(WithRaids(Node([Disk("sda", Root("30g"))]), Mirror));
        Assert.Single(_machine.Raids);
    }

    [Theory]
    [InlineData("raid-5", "sdb,sdc", "has 2 active members; raid-5 takes at least 3")]
    [InlineData("raid-1", "sdb,sdz", "has no disk sdz")]
    [InlineData("raid-1", "sdb,sdc/none", "RAID md0 takes sdc/none, which is no partition of the node's physical devices")]
    [InlineData("raid-1", "sdb,sdb", "sdb has more than one use: RAID md0, RAID md0")]
    [InlineData("raid-1", "sdb,sda", "takes sda, which is a disk that has partitions or a volume group")]
    [InlineData("raid-1", "sdb,sda/root", "takes sda/root, which is a partition that has a file system or a volume group")]
    [InlineData("raid-7", "sdb,sdc", "has level raid-7, which is none of raid-0")]
    public void What_MAAS_cannot_make_is_refused_before_anything_is_written(string level, string devices, string message)
    {
        var node = WithRaids(Node([System]), Mirror with { Level = level, Devices = devices.Split(',') });
        Assert.Contains(message, Assert.Throws<NodeException>(() => _machine.Plan(node)).Message, StringComparison.Ordinal);
    }

    private async Task ConvergedAsync(DrydockNode node)
    {
        await _machine.ConvergeAsync(node);
        Assert.Empty(_machine.Plan(node).InWords());
    }
}
