using Drydock.Maas.Provisioning.Nodes.Storage;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Storage;

public sealed class SizeSharesTests
{
    private const long Mebibyte = 1L << 20;

    [Fact]
    public void Fixed_sizes_are_what_MAAS_makes_of_them() => Assert.Equal([8 * Mebibyte, 12 * Mebibyte], Resolve(100, "10mi", "15mi"));

    [Fact]
    public void A_percentage_is_of_the_disk_not_of_what_is_left() =>
        Assert.Equal([48 * Mebibyte, 48 * Mebibyte], Resolve(100, "50%", "50%"));

    [Fact]
    public void A_minimum_gets_all_that_the_others_leave() =>
        Assert.Equal([20 * Mebibyte, 68 * Mebibyte, 12 * Mebibyte], Resolve(100, "20mi", ">8mi", "12mi"));

    [Fact]
    public void A_minimum_alone_gets_everything() => Assert.Equal([100 * Mebibyte], Resolve(100, ">4mi"));

    [Fact]
    public void A_minimum_may_be_exactly_what_is_left() => Assert.Equal([60 * Mebibyte, 40 * Mebibyte], Resolve(100, "60mi", ">40mi"));

    [Theory]
    [InlineData("104mi")]
    [InlineData(">104mi")]
    [InlineData("60mi", "44mi")]
    [InlineData("60mi", ">44mi")]
    [InlineData("60mi", "60%")]
    public void Too_much_is_refused(params string[] sizes) => Refuses(ErrorIds.NotEnoughStorage, sizes);

    [Fact]
    public void Sizes_beyond_any_number_are_too_much_and_no_crash() =>
        Refuses(ErrorIds.NotEnoughStorage, "8000000ti", "8000000ti", "8000000ti");

    [Fact]
    public void Only_one_size_can_take_the_rest() => Refuses(ErrorIds.InvalidSize, ">4mi", ">4mi");

    [Theory]
    [InlineData("0g")]
    [InlineData("0%")]
    [InlineData("3mi")]
    [InlineData("1%")]
    public void A_size_of_which_nothing_remains_is_refused(string size) => Refuses(ErrorIds.InvalidSize, size);

    [Fact]
    public void The_rest_must_be_more_than_nothing() => Refuses(ErrorIds.NotEnoughStorage, "100mi", ">0%");

    [Fact]
    public void The_error_names_the_container_and_each_share()
    {
        var error = Assert.Throws<NodeException>(() => Resolve(100, "60mi", "60mi"));
        Assert.Matches("^Disk sda .* part0 [0-9].*, part1 [0-9]", error.Message);
    }

    private static void Refuses(string errorId, params string[] sizes) =>
        Assert.Equal(errorId, Assert.Throws<NodeException>(() => Resolve(100, sizes)).ErrorId);

    private static IReadOnlyList<long> Resolve(long mebibytes, params string[] sizes) => SizeAllocation.Resolve(
        [.. sizes.Select((s, i) => (DesignSize.Read(s, "disk"), $"part{i}"))], mebibytes * Mebibyte, mebibytes * Mebibyte, "Disk sda");
}
