using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Tests;

/// <summary>MAC addresses in the forms that MAAS puts up with.</summary>
public sealed class MacAddressTests
{
    [Theory]
    [InlineData("52:54:00:AA:00:01", "52:54:00:aa:00:01")]
    [InlineData("52-54-0-aa-0-1", "52:54:00:aa:00:01")]
    [InlineData("5254.00aa.0001", "52:54:00:aa:00:01")]
    [InlineData("525400aa0001", "52:54:00:aa:00:01")]
    public void One_is_taken_in_any_usual_form(string text, string expected)
    {
        Assert.True(MacAddress.IsValid(text));
        Assert.True(MacAddress.CanBeStored(text));
        Assert.Equal(expected, MacAddress.Normalize(text));
    }

    [Fact]
    public void What_only_begins_like_one_passes_the_form_and_not_the_database()
    {
        Assert.True(MacAddress.IsValid("52:54:00:aa:00:01,52:54:00:aa:00:02"));
        Assert.False(MacAddress.CanBeStored("52:54:00:aa:00:01,52:54:00:aa:00:02"));
    }

    [Theory]
    [InlineData("bad")]
    [InlineData("52:54:00:aa:00")]
    public void Other_texts_are_none(string text) => Assert.False(MacAddress.IsValid(text));
}
