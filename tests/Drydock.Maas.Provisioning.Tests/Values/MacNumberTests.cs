namespace Drydock.Maas.Provisioning.Tests.Values;

public sealed class MacNumberTests
{
    [Theory]
    [InlineData("52:54:00:AA:BB:01")]
    [InlineData("52-54-00-aa-bb-01")]
    [InlineData("52:54:0:aa:bb:1")]
    [InlineData("5254.00AA.bb01")]
    [InlineData("52.54.00.aa.bb.01")]
    [InlineData("525400aabb01")]
    [InlineData(" 52:54:00:aa:bb:01 ")]
    public void All_spellings_of_one_address_are_equal(string text)
    {
        Assert.Equal(MacNumber.Read("52:54:00:aa:bb:01"), MacNumber.Read(text));
        Assert.Equal("52:54:00:aa:bb:01", MacNumber.Normalize(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("52:54:00:aa:bb")]
    [InlineData("52:54:00:aa:bb:01:02")]
    [InlineData("52:54-00:aa:bb:01")]
    [InlineData("5254:00aa:bb01")]
    [InlineData("52:54:00:aa:bb:0g")]
    [InlineData("5254.0aa.bb01")]
    [InlineData("525400aabb0")]
    [InlineData("+52540:aa:bb:1:2:3")]
    public void What_is_no_address_is_none(string? text) => Assert.Null(MacNumber.Parse(text));

    [Fact]
    public void What_is_no_address_is_sent_as_it_is() => Assert.Equal("eno1", MacNumber.Normalize("eno1"));
}
