using Drydock.Maas.Provisioning.Storage;

namespace Drydock.Maas.Provisioning.Tests.Storage;

public sealed class StorageSpaceTests
{
    private const long Mebibyte = 1L << 20;

    [Theory]
    [InlineData(20_000_000_000, 19_998_441_472)]
    [InlineData(1_000_000_000, 998_244_352)]
    [InlineData(500_000_000, 499_122_176)]
    [InlineData(4 * Mebibyte, 4 * Mebibyte)]
    [InlineData((4 * Mebibyte) - 1, 0)]
    public void Sizes_are_cut_to_four_mebibytes(long size, long cut) => Assert.Equal(cut, StorageSpace.Cut(size));

    [Theory]
    [InlineData(false, false, 6)]
    [InlineData(false, true, 5)]
    [InlineData(true, false, 6)]
    [InlineData(true, true, 517)]
    public void Tables_and_firmware_keep_their_share(bool isBootDisk, bool isUefi, long mebibytes)
    {
        var size = (1000 + mebibytes) * Mebibyte;
        Assert.Equal(1000 * Mebibyte, StorageSpace.Partitionable(size, isBootDisk, isUefi));
    }

    [Fact]
    public void A_disk_smaller_than_its_table_has_nothing_to_give() =>
        Assert.Equal(0, StorageSpace.Partitionable(3 * Mebibyte, isBootDisk: true, isUefi: true));

    [Fact]
    public void Each_physical_volume_gives_up_one_extent() =>
        Assert.Equal((96 + 196) * Mebibyte, StorageSpace.VolumeGroup([(100 * Mebibyte) + 5, 200 * Mebibyte]));

    [Fact]
    public void A_physical_volume_below_an_extent_adds_nothing() => Assert.Equal(0, StorageSpace.VolumeGroup([Mebibyte]));
}
