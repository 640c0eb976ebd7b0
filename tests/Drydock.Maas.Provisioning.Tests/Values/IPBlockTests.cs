namespace Drydock.Maas.Provisioning.Tests.Values;

public sealed class IPBlockTests
{
    [Theory]
    [InlineData("2001:DB8:1:0::/64", "2001:db8:1::/64")]
    [InlineData("2001:db8:1::5/64", "2001:db8:1::/64")]
    [InlineData("10.0.0.0/255.255.255.0", "10.0.0.0/24")]
    [InlineData("10.0.0.7/24", "10.0.0.0/24")]
    [InlineData("10.0.0.7", "10.0.0.7/32")]
    public void Two_spellings_of_one_network_are_equal(string one, string other)
    {
        Assert.Equal(IPBlock.Read(one), IPBlock.Read(other));
        Assert.Equal(IPBlock.Read(one).GetHashCode(), IPBlock.Read(other).GetHashCode());
        Assert.Equal(other, IPBlock.Read(one).Canonical);
    }

    [Theory]
    [InlineData("10.0.0.0/24", "10.0.0.0/25")]
    [InlineData("10.0.0.0/24", "10.0.1.0/24")]
    [InlineData("0.0.0.0/0", "::/0")]
    [InlineData("nonsense", "")]
    public void Other_networks_are_not(string one, string other) => Assert.NotEqual(IPBlock.Read(one), IPBlock.Read(other));

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/255.0.255.0")]
    [InlineData("fd00::/129")]
    [InlineData("fd00::/ffff::")]
    [InlineData("10.0.0.0/24/1")]
    [InlineData("10.0.0.0/-1")]
    public void What_is_no_network_is_none(string text) => Assert.Null(IPBlock.Parse(text));

    [Theory]
    [InlineData("0.0.0.0/0", true)]
    [InlineData("::/0", true)]
    [InlineData("0:0:0:0:0:0:0:0/0", true)]
    [InlineData("0.0.0.0/0.0.0.0", true)]
    [InlineData("0.0.0.0/1", false)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("default", false)]
    public void A_default_route_leads_to_every_address_of_a_family(string destination, bool isDefault) =>
        Assert.Equal(isDefault, Design.NetworkRoute.IsDefault(destination));
}
