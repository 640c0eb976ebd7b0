using Drydock.Maas.Api;

namespace Drydock.Maas.Client.Tests;

public sealed class VersionNumberTests
{
    [Theory]
    [InlineData("3.4.10", "3.4.10")]
    [InlineData("3.5.0~beta1", "3.5.0")]
    [InlineData("2.9.2-9165-g.c3e7848d1", "2.9.2")]
    [InlineData("3.7", "3.7")]
    public void The_number_is_read_from_the_front(string text, string expected) =>
        Assert.Equal(Version.Parse(expected), MaasCapabilities.ForVersion(text).Version);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("master")]
    [InlineData("3")]
    [InlineData("99999999999.1")]
    public void What_is_no_number_is_unknown(string? text) => Assert.Null(MaasCapabilities.ForVersion(text).Version);
}
