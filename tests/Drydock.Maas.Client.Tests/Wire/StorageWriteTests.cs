using Drydock.Maas.Api;

namespace Drydock.Maas.Client.Tests.Wire;

public sealed class StorageWriteTests
{
    private const string Uuid = "99f7eec5-055d-461e-b845-9810f35ec6fb";

    private static readonly FormatRequest Ext4 = new() { FilesystemType = "ext4", Uuid = Uuid, Label = "data" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_boot_disk_is_set_without_a_body() =>
        Sending.ExpectAsync(
            c => c.BlockDevices.SetBootDiskAsync("4y3h7n", 3, Cancel),
            "POST nodes/4y3h7n/blockdevices/3/?op=set_boot_disk");

    [Fact]
    public Task A_disk_is_formatted() =>
        Sending.ExpectAsync(
            c => c.BlockDevices.FormatAsync("4y3h7n", 3, Ext4, Cancel),
            "POST nodes/4y3h7n/blockdevices/3/?op=format",
            "fstype=ext4",
            $"uuid={Uuid}",
            "label=data");

    [Fact]
    public Task A_disk_is_unformatted_without_a_body() =>
        Sending.ExpectAsync(c => c.BlockDevices.UnformatAsync("4y3h7n", 3, Cancel), "POST nodes/4y3h7n/blockdevices/3/?op=unformat");

    [Fact]
    public Task A_disk_is_mounted() =>
        Sending.ExpectAsync(
            c => c.BlockDevices.MountAsync("4y3h7n", 3, "/var/log", "noatime", Cancel),
            "POST nodes/4y3h7n/blockdevices/3/?op=mount",
            "mount_point=/var/log",
            "mount_options=noatime");

    [Fact]
    public Task A_disk_is_unmounted_without_a_body() =>
        Sending.ExpectAsync(c => c.BlockDevices.UnmountAsync("4y3h7n", 3, Cancel), "POST nodes/4y3h7n/blockdevices/3/?op=unmount");

    [Fact]
    public Task A_partition_is_made_with_its_size_in_bytes() =>
        Sending.ExpectAsync(
            c => c.Partitions.CreateAsync("4y3h7n", 3, new PartitionRequest { Size = 2_000_000_000, Uuid = Uuid, Bootable = true }, Cancel),
            "POST nodes/4y3h7n/blockdevices/3/partitions/",
            "size=2000000000",
            $"uuid={Uuid}",
            "bootable=true");

    [Fact]
    public Task A_partition_that_does_not_boot_says_nothing_about_it() =>
        Sending.ExpectAsync(
            c => c.Partitions.CreateAsync("4y3h7n", 3, new PartitionRequest { Size = 1_000_000_000 }, Cancel),
            "POST nodes/4y3h7n/blockdevices/3/partitions/",
            "size=1000000000");

    [Fact]
    public Task A_partition_is_deleted_without_trailing_slash() =>
        Sending.ExpectAsync(c => c.Partitions.DeleteAsync("4y3h7n", 3, 181, Cancel), "DELETE nodes/4y3h7n/blockdevices/3/partition/181");

    [Fact]
    public Task A_partition_is_formatted() =>
        Sending.ExpectAsync(
            c => c.Partitions.FormatAsync("4y3h7n", 3, 180, new FormatRequest { FilesystemType = "xfs" }, Cancel),
            "POST nodes/4y3h7n/blockdevices/3/partition/180?op=format",
            "fstype=xfs");

    [Fact]
    public Task A_partition_is_unformatted() =>
        Sending.ExpectAsync(
            c => c.Partitions.UnformatAsync("4y3h7n", 3, 180, Cancel),
            "POST nodes/4y3h7n/blockdevices/3/partition/180?op=unformat");

    [Fact]
    public Task A_partition_is_mounted() =>
        Sending.ExpectAsync(
            c => c.Partitions.MountAsync("4y3h7n", 3, 180, "/", null, Cancel),
            "POST nodes/4y3h7n/blockdevices/3/partition/180?op=mount",
            "mount_point=/");

    [Fact]
    public Task A_partition_is_unmounted() =>
        Sending.ExpectAsync(
            c => c.Partitions.UnmountAsync("4y3h7n", 3, 180, Cancel),
            "POST nodes/4y3h7n/blockdevices/3/partition/180?op=unmount");

    [Fact]
    public Task A_volume_group_repeats_the_field_for_each_member()
    {
        var group = new VolumeGroupRequest { Name = "log_vg", Uuid = Uuid, BlockDevices = [4, 93], Partitions = [189, 190] };
        return Sending.ExpectAsync(
            c => c.VolumeGroups.CreateAsync("4y3h7n", group, Cancel),
            "POST nodes/4y3h7n/volume-groups/",
            "name=log_vg",
            $"uuid={Uuid}",
            "block_devices=4",
            "block_devices=93",
            "partitions=189",
            "partitions=190");
    }

    [Fact]
    public Task A_volume_group_is_deleted() =>
        Sending.ExpectAsync(c => c.VolumeGroups.DeleteAsync("4y3h7n", 2, Cancel), "DELETE nodes/4y3h7n/volume-group/2/");

    [Fact]
    public Task A_logical_volume_is_made_with_its_size_in_bytes() =>
        Sending.ExpectAsync(
            c => c.VolumeGroups.CreateLogicalVolumeAsync("4y3h7n", 1, "log_lv", Uuid, 500_000_000, Cancel),
            "POST nodes/4y3h7n/volume-group/1/?op=create_logical_volume",
            "name=log_lv",
            $"uuid={Uuid}",
            "size=500000000");

    [Fact]
    public Task A_logical_volume_is_deleted_by_its_group() =>
        Sending.ExpectAsync(
            c => c.VolumeGroups.DeleteLogicalVolumeAsync("4y3h7n", 1, 96, Cancel),
            "POST nodes/4y3h7n/volume-group/1/?op=delete_logical_volume",
            "id=96");
}
