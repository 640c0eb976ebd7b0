using Drydock.Maas.Provisioning.Nodes.Storage;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Storage;

public sealed class StorageSizeTests
{
    [Theory]
    [InlineData("7m", 7_000_000)]
    [InlineData("7MB", 7_000_000)]
    [InlineData("20g", 20_000_000_000)]
    [InlineData("20Gb", 20_000_000_000)]
    [InlineData("2t", 2_000_000_000_000)]
    [InlineData("2TB", 2_000_000_000_000)]
    [InlineData("7mi", 7L << 20)]
    [InlineData("7MiB", 7L << 20)]
    [InlineData("10gi", 10L << 30)]
    [InlineData("10GIB", 10L << 30)]
    [InlineData("3ti", 3L << 40)]
    [InlineData(" 3TiB ", 3L << 40)]
    public void A_unit_is_decimal_or_binary_in_any_case(string text, long bytes) =>
        Assert.Equal(bytes, DesignSize.Read(text, "disk").ResolveBytes(1));

    [Theory]
    [InlineData("40%", 1000, 400)]
    [InlineData("33%", 10, 3)]
    [InlineData("100%", long.MaxValue, long.MaxValue)]
    [InlineData(">50%", 1000, 500)]
    public void A_percentage_is_of_the_whole_rounded_down(string text, long whole, long bytes) =>
        Assert.Equal(bytes, DesignSize.Read(text, "disk").ResolveBytes(whole));

    [Fact]
    public void An_absolute_size_does_not_depend_on_the_whole() => Assert.Equal(1_000_000, DesignSize.Read("1m", "disk").ResolveBytes(5));

    [Theory]
    [InlineData(">10g", true)]
    [InlineData("10g", false)]
    public void Only_a_minimum_takes_the_rest(string text, bool takesRest) =>
        Assert.Equal(takesRest, DesignSize.Read(text, "disk").TakesRest);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(">")]
    [InlineData("%")]
    [InlineData("g")]
    [InlineData("10")]
    [InlineData("-1g")]
    [InlineData("1.5g")]
    [InlineData("10 g")]
    [InlineData("> 10g")]
    [InlineData("10g>")]
    [InlineData("10kb")]
    [InlineData("10gx")]
    [InlineData("10g of it")]
    [InlineData("10%g")]
    [InlineData("101%")]
    [InlineData("99999999999999999999g")]
    [InlineData("9223372036854775807t")]
    public void What_is_no_size_is_refused(string? text) =>
        Assert.Equal(ErrorIds.InvalidSize, Assert.Throws<NodeException>(() => DesignSize.Read(text, "disk")).ErrorId);

    [Fact]
    public void The_error_names_the_text_and_whose_it_is()
    {
        var error = Assert.Throws<NodeException>(() => DesignSize.Read("ten", "partition sda/root"));
        Assert.Contains("\"ten\" of partition sda/root", error.Message, StringComparison.Ordinal);
    }
}
