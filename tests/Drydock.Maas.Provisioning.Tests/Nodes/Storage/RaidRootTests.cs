using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.InProcess;
using static Drydock.Maas.Provisioning.Tests.Builders.StorageDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Storage;

/// <summary>A root on a RAID, itself or by way of its volume group: made piece by piece, without a layout.</summary>
public sealed class RaidRootTests
{
    private static readonly (string Name, long Size)[] Disks =
        [("sda", 60 * StorageMachine.Gigabyte), ("sdb", 60 * StorageMachine.Gigabyte), ("sdc", 100 * StorageMachine.Gigabyte)];

    private readonly StorageMachine _machine = StorageMachine.Commissioned(Disks);

    private static StorageRaid Mirror =>
        Raid("md0", "raid-1", ["sda/root", "sdb/root"]) with { Filesystem = Filesystem("/", "ext4", "defaults") };

    private static DrydockNode Mirrored => WithRaids(Node([Disk("sda", Free("root", "20g")), Disk("sdb", Free("root", "20g"))]), Mirror);

    [Fact]
    public async Task A_mirrored_root_is_made_without_a_layout_and_left_alone_then()
    {
        var words = _machine.Plan(Mirrored).InWords();
        Assert.Equal(
            ["create Partition sda/root", "create Partition sdb/root", "create Raid md0", "format Raid md0", "mount Raid md0"],
            words.Select(w => w.Split(':')[0]).Where(w => !w.StartsWith("delete", StringComparison.Ordinal)));
        await ConvergedAsync(_machine, Mirrored);
        Assert.Equal("/", _machine.Devices.Single(d => d.Name == "md0").Filesystem!.MountPoint);
    }

    [Fact]
    public async Task What_others_have_on_disks_beyond_the_design_stays()
    {
        await _machine.ConvergeAsync(Node([Disk("sda", Root("20g")), Disk("sdc", Partition("theirs", "10g", "/theirs"))]));
        await ConvergedAsync(_machine, Mirrored);
        Assert.Equal("/theirs", _machine.MountedAt("/theirs").Filesystem!.MountPoint);
    }

    [Fact]
    public async Task The_EFI_partition_of_the_layout_stays_where_the_machine_boots_from()
    {
        var machine = StorageMachine.Commissioned(isUefi: true, Disks);
        var efi = machine.MountedAt("/boot/efi").Id;
        await ConvergedAsync(machine, Mirrored);
        Assert.Equal(efi, machine.MountedAt("/boot/efi").Id);
    }

    [Fact]
    public async Task Another_boot_disk_gets_an_EFI_partition_and_the_old_one_gives_up_its_mount()
    {
        var machine = StorageMachine.Commissioned(isUefi: true, Disks);
        var node = WithRaids(
            Node([Disk("sdb", Free("root", "20g")), Disk("sdc", Free("root", "20g"))]), Mirror with { Devices = ["sdb/root", "sdc/root"] });
        Assert.StartsWith("boot from BlockDevice sdb", machine.Plan(node).InWords()[0], StringComparison.Ordinal);
        await ConvergedAsync(machine, node);
        Assert.Equal(2, machine.MountedAt("/boot/efi").DeviceId);
        Assert.Equal(
            ("fat32", "efi"), (machine.MountedAt("/boot/efi").Filesystem!.Fstype, machine.MountedAt("/boot/efi").Filesystem!.Label));
    }

    [Fact]
    public async Task The_EFI_partition_of_the_design_is_used()
    {
        var machine = StorageMachine.Commissioned(isUefi: true, Disks);
        await ConvergedAsync(machine, WithRaids(Node([Disk("sda", Efi("1g"), Free("root", "20g")), Disk("sdb", Free("root", "20g"))]), Mirror));
        Assert.Equal("vfat", machine.MountedAt("/boot/efi").Filesystem!.Fstype);
    }

    [Fact]
    public async Task An_EFI_partition_of_the_design_is_a_partition_as_others_where_the_machine_boots_by_BIOS() =>
        await ConvergedAsync(_machine, Node([Disk("sda", Partition("efi", "1g", "/boot/efi", "vfat"), Root("20g"))]));

    [Fact]
    public async Task The_volume_group_of_the_root_may_be_on_RAIDs()
    {
        var node = WithRaids(
            Node(
                [Disk("sda", Partition("boot", "1g", "/boot"),
                    Free("root", "20g")), Disk("sdb", Free("root", "20g")), WholeDisk("sdc", "system")],
                Group("system", Volume("root", "30g", "/"), Volume("var", ">10g", "/var"))),
            Mirror with { Filesystem = null, VolumeGroup = "system" });
        await ConvergedAsync(_machine, node);
        Assert.Equal(2, _machine.VolumeGroups.Single().Devices.Count);
    }

    [Fact]
    public async Task The_root_may_be_on_a_partition_of_a_RAID() => await ConvergedAsync(
        _machine, WithRaids(Mirrored, Mirror with { Filesystem = null, Partitions = [Root("10g"), Partition("var", ">1g", "/var")] }));

    [Fact]
    public async Task A_root_goes_from_a_disk_to_a_RAID_and_back()
    {
        await ConvergedAsync(_machine, Node([Disk("sda", Root("20g"))]));
        await ConvergedAsync(_machine, Mirrored);
        await ConvergedAsync(_machine, Node([Disk("sda", Root("25g"))]));
        Assert.Empty(_machine.Raids);
    }

    [Fact]
    public async Task Another_file_system_of_the_root_leaves_its_RAID()
    {
        await _machine.ConvergeAsync(Mirrored);
        var node = WithRaids(Mirrored, Mirror with { Filesystem = Filesystem("/", "xfs", "defaults") });
        Assert.Equal(["format Raid md0", "mount Raid md0"], _machine.Plan(node).InWords().Select(w => w.Split(':')[0]));
    }

    [Fact]
    public void A_root_on_whole_disks_is_refused_before_anything_is_written()
    {
        var node = WithRaids(Node([]), Mirror with { Devices = ["sda", "sdb"] });
        var error = Assert.Throws<NodeException>(() => _machine.Plan(node));
        Assert.Equal(ErrorIds.StorageNotPossible, error.ErrorId);
        Assert.Contains("RAID md0, which takes disks whole; machines boot from partitions", error.Message, StringComparison.Ordinal);
    }

    private static StoragePartition Efi(string size) => Partition("efi", size, "/boot/efi", "vfat");

    private static async Task ConvergedAsync(StorageMachine machine, DrydockNode node)
    {
        await machine.ConvergeAsync(node);
        Assert.Empty(machine.Plan(node).InWords());
    }
}
