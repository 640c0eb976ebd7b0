using Drydock.Maas.Client.Connection;

namespace Drydock.Maas.Client.Tests;

public sealed class MaasApiKeyTests
{
    [Theory]
    [InlineData("aaa:bbb:ccc")]
    [InlineData("  aaa:bbb:ccc\n")]
    public void A_key_has_consumer_token_and_secret(string text)
    {
        var key = MaasApiKey.Parse(text);

        Assert.Equal(("aaa", "bbb", "ccc"), (key.Consumer, key.Token, key.Secret));
    }

    [Theory]
    [InlineData("")]
    [InlineData("aaa")]
    [InlineData("aaa:bbb")]
    [InlineData("aaa:bbb:ccc:ddd")]
    [InlineData("aaa::ccc")]
    [InlineData(":bbb:ccc")]
    [InlineData("aaa:bbb:")]
    [InlineData("aaa:b b:ccc")]
    public void Anything_else_is_refused_without_repeating_it(string text)
    {
        var error = Assert.Throws<MaasConnectionException>(() => MaasApiKey.Parse(text));

        Assert.Equal("InvalidApiKey", error.ErrorId);
        Assert.Contains("consumer:token:secret", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("aaa", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_text_form_shows_nothing_of_it()
    {
        var text = MaasApiKey.Parse("aaa:bbb:ccc").ToString();

        Assert.Equal("(API key)", text);
    }

    [Fact]
    public void The_options_of_a_connection_show_the_address_only()
    {
        var options = new MaasConnectionOptions { Url = "maas.example.com", ApiKey = "aaa:bbb:ccc" };

        Assert.Equal("maas.example.com", options.ToString());
    }
}
