using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Failures;

/// <summary>https to a port without TLS, and http to one with it.</summary>
public sealed class SchemeTests
{
    private const string Version =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 21\r\nConnection: close\r\n\r\n{\"version\": \"3.4.10\"}";

    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(6);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Https_to_a_port_without_TLS_is_told_be_it_that_it_answers_at_once_or_waits_for_a_whole_request(bool atOnce)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var serving = ServeAsync(listener, atOnce, stop.Token);

        var error = await FailAsync($"https://{listener.LocalEndpoint}/MAAS");

        await stop.CancelAsync();
        await serving;
        Assert.Equal("WrongScheme", error.ErrorId);
        Assert.Contains($"Connect to http://{listener.LocalEndpoint}/MAAS", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Http_to_a_port_with_TLS_is_told()
    {
        using var certificate = Certificates.ForLoopback();
        await using var server = new RawServer(Version, certificate);

        var error = await FailAsync(server.Url.Replace("https://", "http://", StringComparison.Ordinal));

        Assert.Equal("WrongScheme", error.ErrorId);
        Assert.Contains($"Connect to {server.Url}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><title>400 The plain HTTP request was sent to HTTPS port</title></html>", "text/html")]
    [InlineData("Client sent an HTTP request to an HTTPS server.\n", "text/plain")]
    [InlineData("<p>You're speaking plain HTTP to an SSL-enabled server port.</p>", "text/html")]
    public async Task So_is_what_web_servers_say_of_it(string body, string type)
    {
        var error = Assert.IsType<MaasConnectionException>(await Failing.ReadAsync(Answers.Body(400, body, type)));

        Assert.Equal("WrongScheme", error.ErrorId);
        Assert.Contains("Connect to https://maas.example.com:5240/MAAS", error.Message, StringComparison.Ordinal);
    }

    private static async Task<MaasConnectionException> FailAsync(string url)
    {
        var watch = Stopwatch.StartNew();
        var error = await Failing.ReadAsync(new MaasConnectionOptions { Url = url, ApiKey = Clients.ApiKey });
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, AtOnce);
        return Assert.IsType<MaasConnectionException>(error);
    }

    private static async Task ServeAsync(TcpListener listener, bool atOnce, CancellationToken token)
    {
        var open = new List<Task>();
        try
        {
            while (true)
                open.Add(AnswerAsync(await listener.AcceptTcpClientAsync(token), atOnce, token));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private static async Task AnswerAsync(TcpClient client, bool atOnce, CancellationToken token)
    {
        using (client)
        {
            try
            {
                var (stream, buffer, head) = (client.GetStream(), new byte[4096], "");
                while (!atOnce && !head.Contains("HTTP/1", StringComparison.Ordinal) || head.Length == 0)
                {
                    var count = await stream.ReadAsync(buffer, token);
                    if (count == 0)
                        return;
                    head += Encoding.ASCII.GetString(buffer, 0, count);
                }

                await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The client turned away, or the test is over.
            }
        }
    }
}
