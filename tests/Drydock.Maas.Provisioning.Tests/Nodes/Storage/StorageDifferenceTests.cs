using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.InProcess;
using static Drydock.Maas.Provisioning.Tests.Builders.StorageDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Storage;

/// <summary>A machine whose root is right keeps it; only what differs is touched.</summary>
public sealed class StorageDifferenceTests
{
    private readonly StorageMachine _machine = StorageMachine.Commissioned(
        ("sda", 60 * StorageMachine.Gigabyte), ("sdb", 1000 * StorageMachine.Gigabyte));

    private static StorageDevice System => Disk("sda", Root("20g"));

    [Fact]
    public async Task What_takes_the_rest_is_made_anew_when_it_leaves_too_little_for_the_others()
    {
        await _machine.ConvergeAsync(Node([System, Disk("sdb", Partition("a", "1000m", "/a"), Partition("rest", ">1g", "/rest"))]));
        var node = Node([System, Disk("sdb", Partition("a", "1050m", "/a"), Partition("rest", ">1g", "/rest"))]);
        Assert.Contains(_machine.Plan(node).InWords(), w => w.StartsWith("delete Partition sdb/rest", StringComparison.Ordinal));
        await _machine.ConvergeAsync(node);
        Assert.Empty(_machine.Plan(node).InWords());
    }

    [Fact]
    public async Task A_partition_more_is_created_formatted_and_mounted()
    {
        await _machine.ConvergeAsync(Node([System]));
        var plan = _machine.Plan(Node([System, Disk("sdb", Partition("data", "100g", "/data", "xfs", "noatime"))]));
        Assert.Equal(
            [
                "create Partition sdb/data: 100.0 GB",
                "format Partition sdb/data: xfs",
                "mount Partition sdb/data: xfs at /data (noatime)",
            ],
            plan.InWords());
    }

    [Fact]
    public async Task A_partition_of_another_size_is_made_anew()
    {
        await _machine.ConvergeAsync(Node([System, Disk("sdb", Partition("data", "100m", "/data"))]));
        var plan = _machine.Plan(Node([System, Disk("sdb", Partition("data", "200m", "/data"))]));
        Assert.Equal(
            [
                "delete Partition sdb/data: 96.5 MB, ext4 formatted filesystem mounted at /data",
                "create Partition sdb/data: 197.1 MB",
                "format Partition sdb/data: ext4",
                "mount Partition sdb/data: ext4 at /data",
            ],
            plan.InWords().Select(w => w.Replace("sdb/" + _machine.MountedAt("/data").Id, "sdb/2", StringComparison.Ordinal)));
        Assert.Equal(ChangeSeverity.Destructive, plan.Changes[0].Severity);
    }

    [Fact]
    public async Task Another_mount_point_is_a_remount()
    {
        await _machine.ConvergeAsync(Node([System, Disk("sdb", Partition("data", "100m", "/data"))]));
        var plan = _machine.Plan(Node([System, Disk("sdb", Partition("data", "100m", "/srv"))]));
        Assert.Equal(["unmount Filesystem sdb/data: from /data", "mount Partition sdb/data: ext4 at /srv"], plan.InWords());
    }

    [Fact]
    public async Task Another_file_system_is_a_format_and_a_mount()
    {
        await _machine.ConvergeAsync(Node([System, Disk("sdb", Partition("data", "100m", "/data"))]));
        var plan = _machine.Plan(Node([System, Disk("sdb", Partition("data", "100m", "/data", "xfs"))]));
        Assert.Equal(["format Partition sdb/data: xfs", "mount Partition sdb/data: xfs at /data"], plan.InWords());
        Assert.Equal(ChangeSeverity.Destructive, plan.Changes[0].Severity);
    }

    [Fact]
    public async Task A_file_system_the_design_no_longer_has_is_removed()
    {
        await _machine.ConvergeAsync(Node([System, Disk("sdb", Partition("data", "100m", "/data"))]));
        Assert.Equal(
            ["unmount Filesystem sdb/data: from /data", "unformat Partition sdb/data: without ext4"], _machine.Plan(
                Node([System, Disk("sdb", Partition("data", "100m"))]))
                .InWords());
    }

    [Fact]
    public async Task A_mount_point_the_design_no_longer_has_is_left()
    {
        await _machine.ConvergeAsync(Node([System, Disk("sdb", Partition("data", "100m", "/data"))]));
        var unmounted = Partition("data", "100m") with { Filesystem = new FilesystemSettings { Type = "ext4", MountOptions = "defaults" } };
        Assert.Equal(["unmount Filesystem sdb/data: from /data"], _machine.Plan(Node([System, Disk("sdb", unmounted)])).InWords());
    }

    [Fact]
    public async Task Mount_points_change_places()
    {
        await _machine.ConvergeAsync(Node([System, Disk("sdb", Partition("a", "100m", "/a"), Partition("b", "100m", "/b"))]));
        var swapped = Node([System, Disk("sdb", Partition("a", "100m", "/b"), Partition("b", "100m", "/a"))]);
        await _machine.ConvergeAsync(swapped);
        Assert.Empty(_machine.Plan(swapped).InWords());
    }

    [Theory]
    [InlineData("defaults")]
    [InlineData("")]
    public async Task Default_mount_options_are_the_same_written_or_not(string options)
    {
        await _machine.ConvergeAsync(Node([System, Disk("sdb", Partition("data", "100m", "/data"))]));
        Assert.Empty(_machine.Plan(Node([System, Disk("sdb", Partition("data", "100m", "/data", "ext4", options))])).InWords());
    }

    [Fact]
    public async Task Disks_the_design_does_not_mention_are_not_touched()
    {
        await _machine.ConvergeAsync(Node([System, Disk("sdb", Partition("data", "100m", "/data"))]));
        Assert.Empty(_machine.Plan(Node([System])).InWords());
    }

    [Fact]
    public async Task A_mount_point_on_a_disk_the_design_does_not_mention_is_freed_when_wanted_elsewhere()
    {
        await _machine.ConvergeAsync(Node([System, Disk("sdb", Partition("data", "100m", "/data"))]));
        var node = Node([Disk("sda", Root("20g"), Partition("data", "100m", "/data"))]);
        Assert.Equal("unmount Filesystem /dev/disk/by-dname/sdb-part2: from /data, which the design wants elsewhere", _machine.Plan(node).InWords()[0]);
        await _machine.ConvergeAsync(node);
        Assert.Empty(_machine.Plan(node).InWords());
    }

    [Fact]
    public async Task A_wrong_root_makes_everything_anew_whatever_else_was_right()
    {
        await _machine.ConvergeAsync(Node([System, Disk("sdb", Partition("data", "100m", "/data"))]));
        var plan = _machine.Plan(Node([Disk("sda", Root("30g")), Disk("sdb", Partition("data", "100m", "/data"))]));
        Assert.Equal(
            [ChangeAction.SetStorageLayout, ChangeAction.Create, ChangeAction.Format, ChangeAction.Mount], plan.Changes.Select(c => c.Action));
    }

    [Fact]
    public async Task An_EFI_partition_is_not_the_designs_business()
    {
        var machine = StorageMachine.Commissioned(isUefi: true, ("sda", 60 * StorageMachine.Gigabyte));
        var node = Node([Disk("sda", Root("20g"), Partition("var", ">1g", "/var"))]);
        await machine.ConvergeAsync(node);
        Assert.Equal("/boot/efi", machine.Devices[0].Partitions[0].Filesystem!.MountPoint);
        Assert.Empty(machine.Plan(node).InWords());
    }
}
