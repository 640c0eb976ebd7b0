using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Tests.Engine.Plans;

/// <summary>Sizes in plans and errors, as a person reads them.</summary>
public sealed class SizeTextTests
{
    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(999, "999 bytes")]
    [InlineData(4_096, "4.1 kB")]
    [InlineData(998_244_352, "998.2 MB")]
    [InlineData(19_998_441_472, "20.0 GB")]
    [InlineData(1_920_383_410_176, "1.92 TB")]
    public void A_size_has_the_unit_that_fits_it(long bytes, string text) => Assert.Equal(text, SizeText.Format(bytes));

    [Fact]
    public void Sizes_that_read_the_same_without_being_so_show_their_bytes()
    {
        Assert.Equal("10.0 GB (9,999,220,736 bytes)", SizeText.Format(9_999_220_736, 10_003_415_040));
        Assert.Equal("10.0 GB", SizeText.Format(9_999_220_736, 9_999_220_736));
        Assert.Equal("10.0 GB", SizeText.Format(9_999_220_736, 12_000_000_000));
    }
}
