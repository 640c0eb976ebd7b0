using Drydock.Maas.Security;

namespace Drydock.Maas.Client.Tests.Security;

public sealed class UrlCredentialTests
{
    [Theory]
    [InlineData("https://u:hunter2@host/path", "https://***@host/path")]
    [InlineData("HTTPS://u:hunter2@host", "HTTPS://***@host")]
    [InlineData("https://hunter2@git.example/x", "https://***@git.example/x")]
    [InlineData("https://u:hun@ter2@host/a", "https://***@host/a")]
    [InlineData("http://u:hun/ter2@host/a", "http://***@host/a")]
    [InlineData("qemu+ssh://root:hunter2@10.0.0.1/system", "qemu+ssh://***@10.0.0.1/system")]
    [InlineData("u:hunter2@host:5240/MAAS", "***@host:5240/MAAS")]
    [InlineData("see https://u:hunter2@a/ and ftp://v:hunter2@b/.", "see https://***@a/ and ftp://***@b/.")]
    [InlineData("https://h/a?x=1&access_token=hunter2&y=2", "https://h/a?x=1&access_token=***&y=2")]
    [InlineData("https://h/a?sig=hunter2", "https://h/a?sig=***")]
    [InlineData("\"https://u:hunter2@host\" is no address", "\"https://***@host\" is no address")]
    public void A_credential_is_masked(string text, string expected)
    {
        Assert.Equal(expected, UrlCredential.Hide(text));
        Assert.Equal(expected, UrlCredential.Hide(expected));
        Assert.True(UrlCredential.IsHidden(expected) || !expected.Contains("//", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://maas.example.com:5240/MAAS")]
    [InlineData("http://maas.example.com:5240/a@b")]
    [InlineData("http://maas.example.com:5240?a@b")]
    [InlineData("qemu+ssh://root@10.0.0.1/system")]
    [InlineData("mail someone@example.com: soon")]
    [InlineData("GET machines/?op=is_registered&mac_address=52:54:00:00:00:01")]
    [InlineData("ppa:owner/name")]
    [InlineData("a@b:c")]
    [InlineData("")]
    public void What_is_none_stays(string text) => Assert.Equal(text, UrlCredential.Hide(text));
}
