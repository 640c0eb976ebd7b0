using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.InProcess;
using static Drydock.Maas.Provisioning.Tests.Builders.StorageDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Storage;

/// <summary>File systems in memory, and swap, which is mounted nowhere.</summary>
public sealed class SpecialMountTests
{
    private readonly StorageMachine _machine = StorageMachine.Commissioned(
        ("sda", 60 * StorageMachine.Gigabyte), ("sdb", 100 * StorageMachine.Gigabyte));

    private static StorageDevice System => Disk("sda", Root("20g"));

    [Fact]
    public async Task A_special_mount_is_made_once()
    {
        await _machine.ConvergeAsync(Node([System]));
        var node = With(Tmp("size=1G"));
        Assert.Equal(["mount Filesystem /tmp: tmpfs at /tmp (size=1G)"], _machine.Plan(node).InWords());
        await _machine.ConvergeAsync(node);
        Assert.Empty(_machine.Plan(node).InWords());
    }

    [Fact]
    public async Task A_new_layout_unmounts_them_so_that_they_are_mounted_anew()
    {
        await _machine.ConvergeAsync(With(Tmp("size=1G")));
        var node = Special([Disk("sdb", Root("20g"))], Tmp("size=1G"));
        Assert.Contains("mount Filesystem /tmp: tmpfs at /tmp (size=1G)", _machine.Plan(node).InWords());
        await _machine.ConvergeAsync(node);
        Assert.Single(_machine.Machine.SpecialFilesystems);
        Assert.Empty(_machine.Plan(node).InWords());
    }

    [Fact]
    public async Task Other_options_are_mounted_anew()
    {
        await _machine.ConvergeAsync(With(Tmp("size=1G")));
        Assert.Equal(
            ["unmount Filesystem /tmp: from /tmp", "mount Filesystem /tmp: tmpfs at /tmp (size=2G)"], _machine.Plan(With(Tmp("size=2G")))
                .InWords());
        await _machine.ConvergeAsync(With(Tmp("size=2G")));
        Assert.Equal("size=2G", Assert.Single(_machine.Machine.SpecialFilesystems).MountOptions);
    }

    [Fact]
    public async Task One_that_the_design_no_longer_has_among_others_is_unmounted()
    {
        await _machine.ConvergeAsync(With(Tmp("size=1G"), new() { MountPoint = "/ram", Type = "ramfs", MountOptions = "defaults" }));
        Assert.Equal(["unmount Filesystem /ram: from /ram"], _machine.Plan(With(Tmp("size=1G"))).InWords());
    }

    [Fact]
    public async Task A_design_without_any_leaves_those_of_the_machine_unless_they_are_in_the_way()
    {
        await _machine.ConvergeAsync(With(Tmp("size=1G")));
        Assert.Empty(_machine.Plan(Node([System])).InWords());
        var inTheWay = Node([System, Disk("sdb", Partition("t", "1g", "/tmp"))]);
        Assert.Contains("unmount Filesystem /tmp: from /tmp", _machine.Plan(inTheWay).InWords());
        await _machine.ConvergeAsync(inTheWay);
        Assert.Empty(_machine.Machine.SpecialFilesystems);
        Assert.Empty(_machine.Plan(inTheWay).InWords());
    }

    [Fact]
    public async Task A_special_mount_takes_the_place_of_a_partition()
    {
        await _machine.ConvergeAsync(Node([System, Disk("sdb", Partition("t", "1g", "/tmp"))]));
        var node = Special([System, Disk("sdb")], Tmp("defaults"));
        await _machine.ConvergeAsync(node);
        Assert.Empty(_machine.Plan(node).InWords());
    }

    [Fact]
    public async Task A_node_without_disks_in_its_design_gets_its_special_mounts_all_the_same()
    {
        var node = Special([], Tmp("defaults"));
        Assert.Equal(["mount Filesystem /tmp: tmpfs at /tmp"], _machine.Plan(node).InWords());
        await _machine.ConvergeAsync(node);
        Assert.Empty(_machine.Plan(node).InWords());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("none")]
    [InlineData("swap")]
    public async Task Swap_is_mounted_however_the_design_writes_its_place(string? mountPoint)
    {
        await _machine.ConvergeAsync(Node([System]));
        var node = Node([System, Disk("sdb", SwapPartition("a", mountPoint), SwapPartition("b", mountPoint))]);
        await _machine.ConvergeAsync(node);
        Assert.Equal(
            ["none", "none"], _machine.Devices.SelectMany(d => d.Partitions).Where(p => p.Filesystem?.Fstype == "swap").Select(
                p => p.Filesystem!.MountPoint));
        Assert.Empty(_machine.Plan(node).InWords());
    }

    [Fact]
    public async Task Swap_on_a_logical_volume_is_mounted_too()
    {
        var volume = Volume("swap", "1g") with { Filesystem = new() { Type = "swap", MountOptions = "defaults" } };
        var node = Node([System, WholeDisk("sdb", "data")], Group("data", volume));
        await _machine.ConvergeAsync(Node([System]));
        Assert.Equal("mount LogicalVolume data-swap: swap", _machine.Plan(node).InWords()[^1]);
        await _machine.ConvergeAsync(node);
        Assert.Empty(_machine.Plan(node).InWords());
    }

    private static StoragePartition SwapPartition(string name, string? mountPoint) =>
        new() { Name = name, Size = "2g", Filesystem = new() { Type = "swap", MountPoint = mountPoint, MountOptions = "defaults" } };

    private static StorageSpecialMount Tmp(string options) => new() { MountPoint = "/tmp", Type = "tmpfs", MountOptions = options };

    private static DrydockNode With(params StorageSpecialMount[] mounts) => Special([System], mounts);

    private static DrydockNode Special(IReadOnlyList<StorageDevice> disks, params StorageSpecialMount[] mounts) =>
        NodeDesign.InSite(new DrydockNode { Name = "node1", StorageDevices = disks, SpecialMounts = mounts });
}
