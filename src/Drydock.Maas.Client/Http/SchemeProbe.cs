using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Drydock.Maas.Client.Http;

/// <summary>Finds out whether a port speaks http or TLS, by a connection of its own.</summary>
internal static class SchemeProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Whether the port answers a request without TLS, and not with the hint that it wants TLS.</summary>
    public static Task<bool> SpeaksHttpAsync(DnsEndPoint port, CancellationToken token) => TryAsync(port, AnswersHttpAsync, token);

    /// <summary>Whether the port begins a TLS connection, whatever its certificate.</summary>
    public static Task<bool> SpeaksTlsAsync(DnsEndPoint port, CancellationToken token) => TryAsync(port, BeginsTlsAsync, token);

    /// <summary>Whether a text is what servers say to a request without TLS on a port with it: nginx, Apache, Go.</summary>
    public static bool WantsTls(string text) =>
        text.Contains("HTTP request was sent to HTTPS port", StringComparison.OrdinalIgnoreCase)
        || text.Contains("HTTP to an SSL-enabled server port", StringComparison.OrdinalIgnoreCase)
        || text.Contains("HTTP request to an HTTPS server", StringComparison.OrdinalIgnoreCase);

    private static async Task<bool> TryAsync(DnsEndPoint port, Func<Stream, DnsEndPoint, CancellationToken, Task<bool>> ask, CancellationToken token)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(Patience);
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(port, limit.Token).ConfigureAwait(false);
            var stream = new NetworkStream(socket, ownsSocket: true);
            await using (stream.ConfigureAwait(false))
                return await ask(stream, port, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException or OperationCanceledException)
        {
            token.ThrowIfCancellationRequested();
            return false;
        }
    }

    private static async Task<bool> AnswersHttpAsync(Stream stream, DnsEndPoint port, CancellationToken token)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.0\r\nHost: {port.Host}\r\n\r\n"), token).ConfigureAwait(false);
        var answer = new byte[2048];
        var count = await stream.ReadAtLeastAsync(answer, 12, throwOnEndOfStream: false, token).ConfigureAwait(false);
        var text = Encoding.ASCII.GetString(answer, 0, count);
        return text.StartsWith("HTTP/1.", StringComparison.Ordinal) && !WantsTls(text);
    }

    private static async Task<bool> BeginsTlsAsync(Stream stream, DnsEndPoint port, CancellationToken token)
    {
        var secure = new SslStream(stream);
        await using (secure.ConfigureAwait(false))
        {
            // Nothing is sent by it: whose certificate it is does not matter.
            var options = new SslClientAuthenticationOptions { TargetHost = port.Host };
#pragma warning disable CA5359
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
            await secure.AuthenticateAsClientAsync(options, token).ConfigureAwait(false);
            return true;
        }
    }
}
