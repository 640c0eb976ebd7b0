using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Nodes.Storage;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.InProcess;
using static Drydock.Maas.Provisioning.Tests.Builders.StorageDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Storage;

public sealed class VolumeGroupTests
{
    private readonly StorageMachine _machine = StorageMachine.Commissioned(
        ("sda", 60 * StorageMachine.Gigabyte), ("sdb", 1000 * StorageMachine.Gigabyte), ("sdc", 1000 * StorageMachine.Gigabyte));

    private static StorageDevice System => Disk("sda", Root("20g"));

    [Fact]
    public async Task A_volume_group_extended_by_one_of_its_own_volumes_is_planned_with_an_end()
    {
        var machine = StorageMachine.Commissioned(("sda", 60 * StorageMachine.Gigabyte), ("sdb", 100 * StorageMachine.Gigabyte));
        var node = Node([Disk("sda", Root("20g")), WholeDisk("sdb", "data")], Group("data", Volume("a", "10g")));
        await machine.ConvergeAsync(node);
        var volume = machine.Devices.Single(d => d.Name == "data-a");
        var token = TestContext.Current.CancellationToken;
        await machine.Client.VolumeGroups.UpdateAsync(machine.Machine.SystemId, machine.VolumeGroups[0].Id, new() { AddBlockDevices = [volume.Id] }, token);
        Assert.NotEmpty(machine.Plan(node).InWords());
        Assert.NotEmpty(machine.Plan(Node([Disk("sda", Root("20g"), Partition("x", "1g", "/x"))])).InWords());
        await machine.ConvergeAsync(Node([Disk("sda", Root("20g")), WholeDisk("sdb", "data")], Group("data", Volume("b", "10g"))));
    }

    [Fact]
    public async Task A_plan_does_not_depend_on_the_order_in_which_MAAS_lists_members()
    {
        await _machine.ConvergeAsync(Node([System, WholeDisk("sdb", "data"), WholeDisk("sdc", "data")], Group("data", Volume("a", "10g"))));
        var node = Node([System, WholeDisk("sdb", "data")], Group("data", Volume("a", "10g")));
        VolumeGroup[] turned = [.. _machine.VolumeGroups.Select(g => g with { Devices = [.. g.Devices.Reverse()] })];

        var plan = StoragePlanner.Plan(node, _machine.Machine, new(turned, [], [], []), DeviceNames.None);

        Assert.Contains("set physical volumes of VolumeGroup data: sdb, sdc -> sdb", plan.InWords());
        Assert.Equal(_machine.Plan(node).InWords(), plan.InWords());
    }

    [Fact]
    public async Task A_group_that_has_to_go_is_freed_of_its_own_volumes_first()
    {
        await _machine.ConvergeAsync(Node([System, WholeDisk("sdb", "data")], Group("data", Volume("a", "10g"))));
        var volume = _machine.Devices.Single(d => d.Name == "data-a");
        await _machine.Client.VolumeGroups.UpdateAsync(_machine.Machine.SystemId, _machine.VolumeGroups[0].Id, new() { AddBlockDevices = [volume.Id] }, TestContext.Current.CancellationToken);

        await _machine.ConvergeAsync(Node([System, Disk("sdb", Partition("x", "1g", "/x"))]));

        Assert.Empty(_machine.VolumeGroups);
    }

    [Fact]
    public async Task Groups_that_stand_on_each_other_are_freed_of_each_other_first()
    {
        await _machine.ConvergeAsync(Node(
            [System, WholeDisk("sdb", "one"), WholeDisk("sdc", "two")], Group("one", Volume("a", "10g")), Group("two", Volume("b", "10g"))));
        foreach (var (group, volume) in new[] { ("one", "two-b"), ("two", "one-a") })
        {
            await _machine.Client.VolumeGroups.UpdateAsync(
                _machine.Machine.SystemId,
                _machine.VolumeGroups.Single(g => g.Name == group).Id,
                new() { AddBlockDevices = [_machine.Devices.Single(d => d.Name == volume).Id] },
                TestContext.Current.CancellationToken);
        }

        await _machine.ConvergeAsync(Node([System, Disk("sdb", Partition("x", "1g", "/x")), Disk("sdc", Partition("y", "1g", "/y"))]));

        Assert.Empty(_machine.VolumeGroups);
    }

    [Fact]
    public async Task A_volume_of_another_group_gives_way_to_one_of_its_name()
    {
        await _machine.ConvergeAsync(Node([System, WholeDisk("sdb", "theirs")], Group("theirs", Volume("a", "10g"), Volume("b", "1g"))));
        var node = Node([System, WholeDisk("sdc", "data")], Group("data", Volume("a", "10g")));

        Assert.Contains("delete LogicalVolume theirs-a: 10.0 GB", _machine.Plan(node).InWords());
        Assert.DoesNotContain(_machine.Plan(node).InWords(), words => words.Contains("theirs-b", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_on_a_whole_disk_gets_its_volumes()
    {
        await _machine.ConvergeAsync(Node([System]));
        var plan = _machine.Plan(
            Node([System, WholeDisk("sdb", "data")], Group("data", Volume("pg", "500m", "/pg"), Volume("spare", "500m"))));
        Assert.Equal(
            [
                "create VolumeGroup data: on sdb",
                "create LogicalVolume data-pg: 499.1 MB",
                "format LogicalVolume data-pg: ext4",
                "create LogicalVolume data-spare: 499.1 MB",
                "mount LogicalVolume data-pg: ext4 at /pg",
            ],
            plan.InWords());
    }

    /// <summary>Two disks of 1 TB have 1,907,340 MiB together, more than each has by itself twice.</summary>
    [Theory]
    [InlineData("1907340mi", true)]
    [InlineData("1907341mi", true)]
    [InlineData("1907344mi", false)]
    public async Task A_volume_may_fill_a_group_of_whole_disks_to_the_last_extent(string size, bool fits)
    {
        await _machine.ConvergeAsync(Node([System]));
        var node = Node([System, WholeDisk("sdb", "data"), WholeDisk("sdc", "data")], Group("data", Volume("all", size)));
        if (fits)
            await _machine.ConvergeAsync(node);
        else
            Assert.Equal(ErrorIds.NotEnoughStorage, Assert.Throws<NodeException>(() => _machine.Plan(node)).ErrorId);
    }

    [Fact]
    public async Task Labels_of_logical_volumes_are_set_and_then_found()
    {
        var volume = Volume("pg", "500m") with { Filesystem = Filesystem("/pg", "ext4", "defaults") with { Label = "postgres" } };
        var node = Node([System, WholeDisk("sdb", "data")], Group("data", volume));
        await _machine.ConvergeAsync(node);
        Assert.Equal("postgres", _machine.Machine.BlockDevices.First(d => d.Name == "data-pg").Filesystem!.Label);
        Assert.Empty(_machine.Plan(node).InWords());
    }

    [Fact]
    public async Task A_group_takes_disks_and_partitions_together()
    {
        await _machine.ConvergeAsync(Node([System]));
        var plan = _machine.Plan(Node([System, WholeDisk("sdb", "data"), Disk("sdc", Member("pv", "10g", "data"))], Group("data")));
        Assert.Contains("create VolumeGroup data: on sdb, sdc/pv", plan.InWords());
    }

    [Fact]
    public async Task A_volume_that_takes_the_rest_leaves_one_extent_a_disk_to_the_group()
    {
        var node = Node([System, WholeDisk("sdb", "data"), WholeDisk("sdc", "data")], Group("data", Volume("all", ">1g", "/all")));
        await _machine.ConvergeAsync(node);
        Assert.Equal(0, _machine.VolumeGroups[0].AvailableSize);
        Assert.Empty(_machine.Plan(node).InWords());
    }

    [Fact]
    public async Task A_volume_of_another_size_is_made_anew_before_its_neighbours_are_touched()
    {
        await _machine.ConvergeAsync(Data(Volume("a", "90%", "/a"), Volume("b", "1g", "/b")));
        var plan = _machine.Plan(Data(Volume("b", "1g", "/b"), Volume("a", "80%", "/a")));
        Assert.Equal(
            ["delete LogicalVolume data-a", "create LogicalVolume data-a", "format LogicalVolume data-a", "mount LogicalVolume data-a"],
            plan.InWords().Select(w => w.Split(':')[0]));
    }

    [Fact]
    public async Task A_volume_the_design_no_longer_has_is_deleted()
    {
        await _machine.ConvergeAsync(Data(Volume("a", "1g", "/a"), Volume("b", "1g", "/b")));
        Assert.Equal(["delete LogicalVolume data-b: 998.2 MB"], _machine.Plan(Data(Volume("a", "1g", "/a"))).InWords());
    }

    [Fact]
    public async Task A_volume_of_another_file_system_is_formatted()
    {
        await _machine.ConvergeAsync(Data(Volume("a", "1g", "/a")));
        Assert.Equal(
            ["format LogicalVolume data-a: xfs", "mount LogicalVolume data-a: xfs at /a"],
            _machine.Plan(Data(Volume("a", "1g", "/a", "xfs"))).InWords());
    }

    [Fact]
    public async Task A_group_of_other_disks_is_made_anew()
    {
        await _machine.ConvergeAsync(Data(Volume("a", "1g", "/a")));
        var node = Node([System, WholeDisk("sdc", "data"), Disk("sdb")], Group("data", Volume("a", "1g", "/a")));
        var plan = _machine.Plan(node);
        Assert.Equal(
            ["delete LogicalVolume data-a", "delete VolumeGroup data", "create VolumeGroup data"],
            plan.InWords().Take(3).Select(w => w.Split(':')[0]));
    }

    [Fact]
    public async Task A_group_in_the_way_of_partitions_goes_first()
    {
        await _machine.ConvergeAsync(Data(Volume("a", "1g", "/a")));
        var node = Node([System, Disk("sdb", Partition("p", "1g", "/a"))]);
        await _machine.ConvergeAsync(node);
        Assert.Empty(_machine.VolumeGroups);
        Assert.Empty(_machine.Plan(node).InWords());
    }

    [Fact]
    public async Task A_mounted_partition_becomes_a_physical_volume()
    {
        await _machine.ConvergeAsync(Node([System, Disk("sdb", Partition("p", "10g", "/old"))]));
        var node = Node([System, Disk("sdb", Member("p", "10g", "data"))], Group("data", Volume("a", "1g", "/old")));
        Assert.Equal(
            ["unmount Filesystem sdb/p: from /old", "unformat Partition sdb/p: without ext4"], _machine.Plan(node).InWords().Take(2));
        await _machine.ConvergeAsync(node);
        Assert.Empty(_machine.Plan(node).InWords());
    }

    [Fact]
    public async Task A_group_without_disks_is_left_out_and_told()
    {
        await _machine.ConvergeAsync(Node([System]));
        var plan = _machine.Plan(Node([System], Group("lost", Volume("a", "1g", "/a"))));
        Assert.Empty(plan.InWords());
        Assert.Equal(["Volume group lost of node node1 has no physical volumes; it is left out."], plan.Messages);
    }

    private static DrydockNode Data(params StorageLogicalVolume[] volumes) =>
        Node([System, WholeDisk("sdb", "data")], Group("data", volumes));
}
