using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.InProcess;
using static Drydock.Maas.Provisioning.Tests.Builders.StorageDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Storage;

public sealed class LvmRootTests
{
    private readonly StorageMachine _machine = StorageMachine.Commissioned(
        ("sda", 60 * StorageMachine.Gigabyte), ("sdb", 1000 * StorageMachine.Gigabyte));

    [Fact]
    public void One_lvm_layout_makes_group_and_root_volume()
    {
        var plan = _machine.Plan(Node([WholeDisk("sda", "vgroot")], Group("vgroot", Volume("lvroot", "20g", "/"))));
        Assert.Equal(
            ["set storage layout of Machine node1: lvm on sda, root 20.0 GB in vgroot-lvroot; clears all its disks"],
            plan.InWords());
    }

    [Fact]
    public void Other_volumes_of_the_group_follow_the_layout()
    {
        var plan = _machine.Plan(
            Node([WholeDisk("sda", "vgroot")], Group("vgroot", Volume("lvroot", "20g", "/"), Volume("log", "500m", "/var/log", "xfs"))));
        Assert.Equal(
            [
                "create LogicalVolume vgroot-log: 499.1 MB",
                "format LogicalVolume vgroot-log: xfs",
                "mount LogicalVolume vgroot-log: xfs at /var/log",
            ],
            plan.InWords().Skip(1));
    }

    public static TheoryData<string> Layouts => [.. Designs.Keys];

    private static Dictionary<string, DrydockNode> Designs { get; } = new()
    {
        ["fixed"] = Node([WholeDisk("sda", "vg")], Group("vg", Volume("root", "20g", "/"))),
        ["rest"] = Node([WholeDisk("sda", "vg")], Group("vg", Volume("root", ">20g", "/"))),
        ["whole"] = Node([WholeDisk("sda", "vg")], Group("vg", Volume("root", "100%", "/"))),
        ["rest beside others"] = Node(
            [WholeDisk("sda", "vg")], Group("vg", Volume("root", ">20g", "/"), Volume("log", "100m", "/var/log"))),
        ["xfs"] = Node([WholeDisk("sda", "vg")], Group("vg", Volume("root", "20g", "/", "xfs"))),
        ["on a partition"] = Node([Disk("sda", Member("pv", "30g", "vg"))], Group("vg", Volume("root", "20g", "/"))),
        ["with boot"] = Node(
            [Disk("sda", Partition("boot", "1g", "/boot"), Member("pv", ">30g", "vg"))], Group(
                "vg", Volume("root", "50%", "/"), Volume("var", ">1g", "/var"))),
        ["beside data"] = Node(
            [Disk("sda", Partition("boot", "1g", "/boot"), Member("pv", ">30g", "vg"), Partition("data", "5g", "/data"))],
            Group("vg", Volume("root", "50%", "/"))),
        ["another disk"] = Node([WholeDisk("sdb", "vg")], Group("vg", Volume("root", "20g", "/"), Volume("var", ">1g", "/var"))),
        ["a second group"] = Node(
            [WholeDisk("sda", "vg"), WholeDisk("sdb", "data")], Group("vg", Volume("root", "20g", "/")), Group(
                "data", Volume("lv", "100%", "/data"))),
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Once_made_there_is_nothing_left_to_do(string design)
    {
        Assert.NotEmpty(_machine.Plan(Designs[design]).InWords());
        await _machine.ConvergeAsync(Designs[design]);
        Assert.Empty(_machine.Plan(Designs[design]).InWords());
    }

    [Fact]
    public void A_group_on_two_disks_cannot_hold_the_root()
    {
        var node = Node([WholeDisk("sda", "vg"), WholeDisk("sdb", "vg")], Group("vg", Volume("root", "20g", "/")));
        var error = Assert.Throws<NodeException>(() => _machine.Plan(node));
        Assert.Equal(ErrorIds.StorageNotPossible, error.ErrorId);
        Assert.Contains("2 physical volumes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_volume_below_the_minimum_is_not_possible()
    {
        var node = Node([WholeDisk("sda", "vg")], Group("vg", Volume("root", "2g", "/")));
        Assert.Equal(ErrorIds.StorageNotPossible, Assert.Throws<NodeException>(() => _machine.Plan(node)).ErrorId);
    }

    [Fact]
    public void Volumes_larger_than_their_group_are_refused()
    {
        var node = Node([WholeDisk("sda", "vg")], Group("vg", Volume("root", "40g", "/"), Volume("var", "30g", "/var")));
        var error = Assert.Throws<NodeException>(() => _machine.Plan(node));
        Assert.Equal(ErrorIds.NotEnoughStorage, error.ErrorId);
        Assert.Contains("Volume group vg of node node1", error.Message, StringComparison.Ordinal);
    }
}
