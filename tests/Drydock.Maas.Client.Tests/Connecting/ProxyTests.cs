using System.Net;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Connecting;

public sealed class ProxyTests
{
    private const string Version =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 21\r\nConnection: close\r\n\r\n{\"version\": \"3.4.10\"}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1:5240/MAAS")]
    [InlineData("http://127.9.9.9/MAAS")]
    [InlineData("http://localhost:5240/MAAS")]
    [InlineData("http://[::1]:5240/MAAS")]
    public void The_proxy_of_the_environment_never_stands_before_this_machine(string url)
    {
        Assert.Null(OutboundProxy.OfEnvironment.GetProxy(new Uri(url)));
        Assert.True(OutboundProxy.OfEnvironment.IsBypassed(new Uri(url)));
    }

    [Fact]
    public async Task A_proxy_that_was_named_is_asked_for_every_address()
    {
        await using var proxy = new RawServer(Version);
        using var client = Clients.Unverified(null, Through(proxy, "http://maas.invalid:5240/MAAS"));

        Assert.Equal("3.4.10", (await client.GetVersionAsync(Cancel)).Version);
        Assert.Equal(1, proxy.Requests);
    }

    [Fact]
    public void User_and_password_of_its_address_are_for_the_proxy()
    {
        var proxy = OutboundProxy.At(new Uri("http://joe:hunter2@proxy.example:3128"), null);

        Assert.Equal("http://proxy.example:3128/", proxy.GetProxy(new Uri("http://maas.example.com"))!.AbsoluteUri);
        Assert.Equal("hunter2", proxy.Credentials!.GetCredential(new Uri("http://proxy.example:3128"), "Basic")!.Password);
    }

    [Theory]
    [InlineData("407 Proxy Authentication Required", "", "http")]
    [InlineData("403 Forbidden", "<html><title>Blocked by policy</title></html>", "http")]
    [InlineData("200 OK", "<html><title>Sign in to go on</title></html>", "http")]
    [InlineData("403 Forbidden", "", "https")]
    [InlineData("407 Proxy Authentication Required", "", "https")]
    public async Task What_a_proxy_says_is_told_as_the_proxys(string status, string page, string scheme)
    {
        await using var proxy = new RawServer(
            $"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {page.Length}\r\nConnection: close\r\n\r\n{page}");
        using var client = Clients.Unverified(null, Through(proxy, $"{scheme}://maas.invalid/MAAS"));

        var error = await Assert.ThrowsAsync<MaasConnectionException>(() => client.GetVersionAsync(Cancel));

        Assert.Equal("ProxyRefused", error.ErrorId);
        Assert.Contains($"proxy {proxy.Url[..^5]}", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("-NoProxy", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("MAAS refused", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_a_proxy_refused_did_not_happen()
    {
        await using var proxy = new RawServer(
            "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: 22\r\nConnection: close\r\n\r\n<html>Blocked.</html>\n");
        using var client = Clients.Unverified(null, Through(proxy, "http://maas.invalid/MAAS"));

        var error = await Assert.ThrowsAsync<MaasConnectionException>(() => client.Fabrics.CreateAsync("oob", Cancel));

        Assert.Equal(("ProxyRefused", false), (error.ErrorId, error.WriteMayHaveHappened));
    }

    [Fact]
    public async Task What_MAAS_says_by_way_of_a_proxy_is_told_as_MAASs()
    {
        await using var proxy = new RawServer(
            "HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno");
        using var client = Clients.Unverified(null, Through(proxy, "http://maas.invalid/MAAS"));

        var error = await Assert.ThrowsAsync<MaasApiException>(() => client.GetVersionAsync(Cancel));

        Assert.StartsWith("MAAS refused GET version/ (403)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_is_not_there_is_named()
    {
        var options = new MaasConnectionOptions
        {
            Url = "http://maas.invalid/MAAS",
            ApiKey = Clients.ApiKey,
            Proxy = OutboundProxy.At(new Uri("http://joe:hunter2@127.0.0.1:1"), null),
        };
        using var client = Clients.Unverified(null, options);

        var error = await Assert.ThrowsAsync<MaasConnectionException>(() => client.GetVersionAsync(Cancel));

        Assert.Equal("ConnectionFailed", error.ErrorId);
        Assert.Contains("through the proxy http://127.0.0.1:1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    private static MaasConnectionOptions Through(RawServer proxy, string url) => new()
    {
        Url = url,
        ApiKey = Clients.ApiKey,
        Proxy = OutboundProxy.At(new Uri(proxy.Url), new NetworkCredential("joe", "hunter2")),
    };
}
