namespace Drydock.Maas.Provisioning.Tests.Values;

public sealed class IPNumberTests
{
    [Theory]
    [InlineData("2001:DB8:1:0::0011", "2001:db8:1::11")]
    [InlineData("2001:0db8:0001:0000:0000:0000:0000:0011", "2001:db8:1::11")]
    [InlineData("FD00::", "fd00:0:0:0:0:0:0:0")]
    public void Two_spellings_of_one_address_are_equal(string one, string other)
    {
        Assert.Equal(IPNumber.Parse(one), IPNumber.Parse(other));
        Assert.Equal(IPNumber.Read(one), IPNumber.Read(other));
        Assert.Equal(IPNumber.Read(one).GetHashCode(), IPNumber.Read(other).GetHashCode());
        Assert.Equal(IPNumber.Read(other).Canonical, IPNumber.Read(one).Canonical);
    }

    [Theory]
    [InlineData("10.0.0.1", "::10.0.0.1")]
    [InlineData("10.0.0.1", "10.0.0.2")]
    public void Other_addresses_are_not(string one, string other) => Assert.NotEqual(IPNumber.Read(one), IPNumber.Read(other));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("dhcp")]
    [InlineData("10.1")]
    [InlineData("010.0.0.1")]
    [InlineData("fe80::1%eth0")]
    [InlineData("[fd00::5]")]
    [InlineData("[fd00::5]:623")]
    public void What_is_no_address_is_none(string? text) => Assert.Null(IPNumber.Parse(text));

    [Fact]
    public void A_text_that_is_no_address_is_itself_alone()
    {
        Assert.Equal(IPNumber.Read("somewhere"), IPNumber.Read(" Somewhere"));
        Assert.NotEqual(IPNumber.Read("somewhere"), IPNumber.Read("elsewhere"));
        Assert.NotEqual(IPNumber.Read("somewhere"), IPNumber.Read(null));
        Assert.Equal("somewhere", IPNumber.Read("somewhere").Canonical);
    }
}
