using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Nodes.Storage;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.InProcess;
using Drydock.Maas.Provisioning.Tests.Engine.Observe;
using static Drydock.Maas.Provisioning.Tests.Builders.StorageDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Storage;

public sealed class FlatRootTests
{
    private readonly StorageMachine _machine = StorageMachine.Commissioned(
        ("sda", 60 * StorageMachine.Gigabyte), ("sdb", 1000 * StorageMachine.Gigabyte));

    [Fact]
    public void Another_root_size_asks_for_one_flat_layout()
    {
        var plan = _machine.Plan(Node([Disk("sda", Root("20g"))]));
        Assert.Equal(["set storage layout of Machine node1: flat on sda, root 20.0 GB; clears all its disks"], plan.InWords());
        Assert.Equal(ChangeSeverity.Destructive, plan.Changes[0].Severity);
    }

    [Fact]
    public void Two_names_of_one_disk_are_refused()
    {
        var node = Node([Disk("sda", Root("20g")), Disk("data_disk", Partition("data", "10g", "/srv"))]);
        var names = DeviceNames.Find(
            Lshw.Node(Lshw.Profile(("data_disk", "2:0.0.0", "scsi")), [], "data_disk"), Lshw.Disk("scsi@2:0.0.0", "/dev/sda"), null, new Models.Machine());
        var error = Assert.Throws<NodeException>(() => DesiredStorageReader.Read(node, _machine.Machine, names));
        Assert.Equal(ErrorIds.DesignInvalid, error.ErrorId);
        Assert.Contains("Disks sda and data_disk of node node1 are both disk sda", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("S1", "s1 ", "M", true)]
    [InlineData("S1", "S2", "M", false)]
    [InlineData("", "", "M", false)]
    [InlineData("S1", "S1", "", false)]
    public void Disks_that_report_one_serial_number_are_told_before_anything_is_written(string first, string second, string model, bool isRefused)
    {
        var machine = _machine.Machine with
        {
            BlockDevices = [.. _machine.Machine.BlockDevices.Select((d, i) => d with { Serial = i == 0 ? first : i == 1 ? second : null, Model = model })],
        };
        var plan = () => StoragePlanner.Plan(Node([Disk("sda", Root("20g"))]), machine, StorageParts.ReadListing(machine, []), DeviceNames.None);
        if (!isRefused)
        {
            Assert.NotEmpty(plan().Changes);
            return;
        }

        var error = Assert.Throws<NodeException>(plan);
        Assert.Equal(ErrorIds.AmbiguousDevice, error.ErrorId);
        Assert.Contains("Disks sda (M, serial S1, ", error.Message, StringComparison.Ordinal);
        Assert.Contains(" and sdb (M, serial s1, ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_boot_partition_comes_with_the_layout()
    {
        var plan = _machine.Plan(Node([Disk("sda", Root("20g"), Partition("boot", "1g", "/boot"))]));
        Assert.Equal(
            ["set storage layout of Machine node1: flat on sda, root 20.0 GB, boot 998.2 MB; clears all its disks"],
            plan.InWords());
    }

    [Fact]
    public void A_root_over_the_whole_disk_is_what_commissioning_made() =>
        Assert.Empty(_machine.Plan(Node([Disk("sda", Root(">10g"))])).InWords());

    [Fact]
    public void The_boot_disk_is_set_before_the_layout()
    {
        var plan = _machine.Plan(Node([Disk("sdb", Root("20g"))]));
        Assert.Equal("boot from BlockDevice sdb", plan.InWords()[0]);
        Assert.StartsWith("set storage layout", plan.InWords()[1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_layout_cannot_make_is_formatted_and_mounted_after_it()
    {
        var plan = _machine.Plan(Node([Disk("sda", Partition("root", "20g", "/", "xfs"))]));
        Assert.Equal(["format Partition sda/root: xfs", "mount Partition sda/root: xfs at /"], plan.InWords().Skip(1));
    }

    [Fact]
    public void Mount_options_of_root_cost_a_remount_and_no_format()
    {
        var plan = _machine.Plan(Node([Disk("sda", Partition("root", "20g", "/", "ext4", "noatime"))]));
        Assert.Equal(["unmount Filesystem sda/root: from /", "mount Partition sda/root: ext4 at / (noatime)"], plan.InWords().Skip(1));
    }

    [Fact]
    public async Task A_label_and_a_uuid_of_the_design_are_set_and_then_found()
    {
        var filesystem = Filesystem("/", "ext4", "defaults") with { Label = "system", Uuid = "0fb4d29e-0f2a-4b5e-9d3c-000000000001" };
        var node = Node([Disk("sda", Root("20g") with { Filesystem = filesystem })]);
        await _machine.ConvergeAsync(node);
        Assert.Equal("system", _machine.MountedAt("/").Filesystem!.Label);
        Assert.Empty(_machine.Plan(node).InWords());
    }

    [Theory]
    [InlineData("2g", "1g")]
    [InlineData("20g", "400m")]
    public void What_is_too_small_for_a_layout_is_not_possible(string root, string boot)
    {
        var node = Node([Disk("sda", Root(root), Partition("boot", boot, "/boot"))]);
        Assert.Equal(ErrorIds.StorageNotPossible, Assert.Throws<NodeException>(() => _machine.Plan(node)).ErrorId);
    }

    [Theory]
    [InlineData("70g")]
    [InlineData("60g")]
    [InlineData(">70g")]
    public void A_root_larger_than_its_disk_is_refused(string size)
    {
        var error = Assert.Throws<NodeException>(() => _machine.Plan(Node([Disk("sda", Root(size))])));
        Assert.Equal(ErrorIds.NotEnoughStorage, error.ErrorId);
        Assert.Contains("Disk sda of node1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layout_keeps_room_for_an_EFI_partition_even_where_none_is_made()
    {
        var node = Node([Disk("sda", Root("59800m"))]);
        Assert.Equal(ErrorIds.StorageNotPossible, Assert.Throws<NodeException>(() => _machine.Plan(node)).ErrorId);
    }

    [Fact]
    public async Task A_root_that_takes_the_rest_beside_others_stays_within_what_a_layout_accepts()
    {
        var node = Node([Disk("sda", Root(">20g"), Partition("log", "100m", "/var/log"))]);
        await _machine.ConvergeAsync(node);
        Assert.Empty(_machine.Plan(node).InWords());
    }

    [Fact]
    public void Storage_without_a_root_is_refused()
    {
        var error = Assert.Throws<NodeException>(() => _machine.Plan(Node([Disk("sda", Partition("data", "10g", "/data"))])));
        Assert.Equal(ErrorIds.DesignInvalid, error.ErrorId);
    }

    [Fact]
    public void A_disk_that_the_machine_lacks_is_told_with_those_it_has()
    {
        var error = Assert.Throws<NodeException>(() => _machine.Plan(Node([Disk("nvme0n1", Root("20g"))])));
        Assert.Equal(ErrorIds.BlockDeviceNotFound, error.ErrorId);
        Assert.Contains("no disk nvme0n1; it has sda, sdb", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_cannot_be_partitioned_and_a_physical_volume_at_once()
    {
        var disk = Disk("sdb", Partition("data", "10g", "/data")) with { VolumeGroup = "vg0" };
        var error = Assert.Throws<NodeException>(() => _machine.Plan(Node([Disk("sda", Root("20g")), disk], Group("vg0"))));
        Assert.Equal(ErrorIds.DesignInvalid, error.ErrorId);
    }
}
