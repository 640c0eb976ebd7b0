using Drydock.Maas.Provisioning.Nodes.Storage;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Storage;

public sealed class StorageSpaceTests
{
    private const long Mebibyte = 1L << 20;

    [Theory]
    [InlineData(20_000_000_000, 19_998_441_472)]
    [InlineData(1_000_000_000, 998_244_352)]
    [InlineData(500_000_000, 499_122_176)]
    [InlineData(4 * Mebibyte, 4 * Mebibyte)]
    [InlineData((4 * Mebibyte) - 1, 0)]
    public void Sizes_are_cut_to_four_mebibytes(long size, long cut) => Assert.Equal(cut, StorageExtent.Cut(size));

    [Theory]
    [InlineData(false, "amd64/generic", "pxe", 6)]
    [InlineData(false, "amd64/generic", "uefi", 5)]
    [InlineData(true, "amd64/generic", "pxe", 6)]
    [InlineData(true, "amd64/generic", "uefi", 517)]
    [InlineData(false, "ppc64el/generic", "powernv", 13)]
    [InlineData(true, "ppc64el/generic", "uefi", 13)]
    [InlineData(true, "arm64/generic", "uefi", 517)]
    [InlineData(false, "arm64/generic", "pxe", 5)]
    [InlineData(true, "arm64/generic", "pxe", 517)]
    public void Tables_and_firmware_keep_their_share(bool isBootDisk, string architecture, string method, long mebibytes)
    {
        var machine = Machines.In("Ready") with { Architecture = architecture, BiosBootMethod = method };
        Assert.Equal(1000 * Mebibyte, MaasStorageRules.Partitionable((1000 + mebibytes) * Mebibyte, isBootDisk, machine));
    }

    /// <summary>MAAS sizes partition tables by how the machine booted last alone.</summary>
    [Fact]
    public void A_machine_that_boots_by_UEFI_as_its_controller_says_keeps_what_BIOS_needs_too()
    {
        var machine = Machines.In("Ready") with { PowerType = "ipmi", PowerBootType = "efi" };
        Assert.Equal(1000 * Mebibyte, MaasStorageRules.Partitionable(1518 * Mebibyte, isBootDisk: true, machine));
    }

    [Fact]
    public void A_disk_smaller_than_its_table_has_nothing_to_give() =>
        Assert.Equal(0, MaasStorageRules.Partitionable(3 * Mebibyte, isBootDisk: true, Machines.In("Ready")));

    [Fact]
    public void Each_physical_volume_gives_up_one_extent() =>
        Assert.Equal((96 + 196) * Mebibyte, StorageExtent.VolumeGroup([(100 * Mebibyte) + 5, 200 * Mebibyte]));

    [Fact]
    public void What_is_over_on_one_physical_volume_may_make_an_extent_with_another() =>
        Assert.Equal((96 + 100) * Mebibyte, StorageExtent.VolumeGroup([102 * Mebibyte, 102 * Mebibyte]));

    /// <summary>Two disks of 1 TB are no whole extents each, but have one more together.</summary>
    [Fact]
    public void Two_disks_have_room_for_a_volume_of_all_their_extents() =>
        Assert.Equal(1_907_340 * Mebibyte, StorageExtent.VolumeGroup([1_000_000_000_000, 1_000_000_000_000]));

    [Fact]
    public void A_physical_volume_below_an_extent_adds_nothing() => Assert.Equal(0, StorageExtent.VolumeGroup([Mebibyte]));
}
