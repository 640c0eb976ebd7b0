using Drydock.Maas.Client.Connection;

namespace Drydock.Maas.Client.Tests;

public sealed class MaasUrlTests
{
    [Theory]
    [InlineData("maas.example.com")]
    [InlineData("maas.example.com/")]
    [InlineData("maas.example.com:5240")]
    [InlineData("maas.example.com/MAAS")]
    [InlineData("maas.example.com:5240/MAAS/")]
    [InlineData("http://maas.example.com:5240")]
    [InlineData("http://maas.example.com:5240/")]
    [InlineData("http://maas.example.com:5240/MAAS")]
    [InlineData("http://maas.example.com:5240/MAAS/")]
    [InlineData("http://maas.example.com:5240/MAAS//")]
    [InlineData("http://maas.example.com:5240/MAAS/api/2.0")]
    [InlineData("http://maas.example.com:5240/MAAS/api/2.0/")]
    [InlineData("http://maas.example.com:5240/MAAS/API/2.0/machines/")]
    [InlineData("http://maas.example.com:5240/MAAS/r/")]
    [InlineData("http://maas.example.com:5240/MAAS/r/machines?page=2#top")]
    [InlineData("http://maas.example.com:5240/MAAS/l/settings")]
    [InlineData("  http://maas.example.com:5240/MAAS \n")]
    [InlineData("\"http://maas.example.com:5240/MAAS\"")]
    [InlineData("'maas.example.com:5240'")]
    [InlineData("HTTP://MAAS.Example.COM:5240/MAAS")]
    public void Whatever_an_operator_pastes_leads_to_the_same_address(string text) =>
        Assert.Equal("http://maas.example.com:5240/MAAS", MaasUrl.Normalize(text).AbsoluteUri);

    [Theory]
    [InlineData("http://maas.example.com", "http://maas.example.com/MAAS")]
    [InlineData("http://maas.example.com:80/MAAS", "http://maas.example.com/MAAS")]
    [InlineData("https://maas.example.com", "https://maas.example.com/MAAS")]
    [InlineData("https://maas.example.com:5443/MAAS/", "https://maas.example.com:5443/MAAS")]
    [InlineData("maas.example.com:80", "http://maas.example.com/MAAS")]
    public void A_port_or_scheme_that_is_given_is_kept(string text, string expected) =>
        Assert.Equal(expected, MaasUrl.Normalize(text).AbsoluteUri);

    [Theory]
    [InlineData("10.0.0.1", "http://10.0.0.1:5240/MAAS")]
    [InlineData("localhost", "http://localhost:5240/MAAS")]
    [InlineData("[fd00::1]", "http://[fd00::1]:5240/MAAS")]
    [InlineData("[fd00::1]:5248", "http://[fd00::1]:5248/MAAS")]
    [InlineData("https://[fd00::1]/MAAS", "https://[fd00::1]/MAAS")]
    [InlineData("m\u00FCnchen.example", "http://xn--mnchen-3ya.example:5240/MAAS")]
    public void Addresses_and_international_names_are_hosts_too(string text, string expected) =>
        Assert.Equal(expected, MaasUrl.Normalize(text).AbsoluteUri);

    [Fact]
    public void A_path_of_its_own_is_kept() =>
        Assert.Equal("https://proxy.example.com/s1/MAAS", MaasUrl.Normalize("https://proxy.example.com/s1/MAAS/api/2.0/").AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("http://")]
    [InlineData("ftp://maas.example.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("maas.example.com:port")]
    [InlineData("maas.example.com:99999")]
    [InlineData("two words")]
    [InlineData("fd00::1")]
    [InlineData("http://user@maas.example.com/MAAS")]
    public void What_is_no_address_is_refused_with_an_example(string text)
    {
        var error = Assert.Throws<MaasConnectionException>(() => MaasUrl.Normalize(text));

        Assert.Equal("InvalidUrl", error.ErrorId);
        Assert.Contains("http://maas.example.com:5240/MAAS", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_in_the_address_is_not_shown()
    {
        var error = Assert.Throws<MaasConnectionException>(() => MaasUrl.Normalize("http://admin:hunter2@maas.example.com/MAAS"));

        Assert.Equal("InvalidUrl", error.ErrorId);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }
}
