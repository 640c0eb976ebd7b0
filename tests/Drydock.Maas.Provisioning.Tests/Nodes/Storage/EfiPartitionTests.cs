using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.InProcess;
using static Drydock.Maas.Provisioning.Tests.Builders.StorageDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Storage;

/// <summary>EFI partitions of a design: a layout of MAAS's makes one of 512 MiB beside the root, another one is made with the root, piece by piece.</summary>
public sealed class EfiPartitionTests
{
    private readonly StorageMachine _machine = StorageMachine.Commissioned(
        isUefi: true, ("sda", 60 * StorageMachine.Gigabyte), ("sdb", 60 * StorageMachine.Gigabyte), ("sdc", 100 * StorageMachine.Gigabyte));

    [Theory]
    [InlineData("1g", 998_244_352)]
    [InlineData("1gi", 1L << 30)]
    [InlineData("256mi", 256L << 20)]
    [InlineData("2%", 1_199_570_944)]
    public async Task Its_size_is_what_the_design_says(string size, long bytes)
    {
        await ConvergedAsync(Node([Disk("sda", Efi(size), Root("20g"))]));
        Assert.Equal((bytes, 1, "vfat"), Made);
        Assert.Equal("/", _machine.MountedAt("/").Filesystem!.MountPoint);
    }

    [Theory]
    [InlineData("512mi")]
    [InlineData("538m")]
    public async Task One_of_the_layouts_size_comes_with_the_layout(string size)
    {
        var node = Node([Disk("sda", Efi(size), Root("20g"))]);
        Assert.Contains(_machine.Plan(node).InWords(), w => w.StartsWith("set storage layout of", StringComparison.Ordinal));
        await ConvergedAsync(node);
        Assert.Equal((512L << 20, 1, "fat32"), Made);
    }

    [Fact]
    public async Task It_may_be_on_another_disk_than_the_root_and_the_machine_boots_from_it()
    {
        await ConvergedAsync(Node([Disk("sda", Root("20g")), Disk("sdb", Efi("512mi"))]));
        Assert.Equal((512L << 20, 2, "vfat"), Made);
        Assert.Equal(2, _machine.Machine.BootDisk!.Id);
    }

    [Fact]
    public async Task The_root_may_be_a_logical_volume_beside_it()
    {
        await ConvergedAsync(Node(
            [Disk("sda", Efi("1g"), Partition("boot", "1g", "/boot"), Member("pv", ">20g", "system"))],
            Group("system", Volume("root", "15g", "/"), Volume("var", ">1g", "/var"))));
        Assert.Equal(998_244_352, Made.Bytes);
    }

    [Fact]
    public async Task Disks_that_the_design_does_not_mention_keep_what_they_have()
    {
        await _machine.ConvergeAsync(Node([Disk("sda", Root("20g")), Disk("sdc", Partition("theirs", "10g", "/theirs"))]));
        await ConvergedAsync(Node([Disk("sda", Efi("1g"), Root("20g"))]));
        Assert.Equal("/theirs", _machine.MountedAt("/theirs").Filesystem!.MountPoint);
    }

    [Fact]
    public async Task A_root_goes_from_a_layout_to_one_beside_it_and_back()
    {
        await ConvergedAsync(Node([Disk("sda", Root("20g"))]));
        await ConvergedAsync(Node([Disk("sda", Efi("1g"), Root("20g"))]));
        await ConvergedAsync(Node([Disk("sda", Root("20g"))]));
        await ConvergedAsync(Node([Disk("sda", Efi("1g"), Root(">20g"))]));
        Assert.Equal(998_244_352, Made.Bytes);
    }

    [Fact]
    public async Task It_alone_is_marked_for_the_firmware_whatever_the_design_says()
    {
        await _machine.ConvergeAsync(Node([Disk("sda", Efi("1g"), Root("20g") with { Bootable = true })]));
        Assert.Equal((true, false), (_machine.MountedAt("/boot/efi").Bootable, _machine.MountedAt("/").Bootable));
    }

    private (long Bytes, int Disk, string Fstype) Made
    {
        get
        {
            var efi = _machine.MountedAt("/boot/efi");
            return (efi.Size, efi.DeviceId, efi.Filesystem!.Fstype!);
        }
    }

    private static StoragePartition Efi(string size) => Partition("efi", size, "/boot/efi", "vfat");

    private async Task ConvergedAsync(DrydockNode node)
    {
        await _machine.ConvergeAsync(node);
        Assert.Empty(_machine.Plan(node).InWords());
    }
}
