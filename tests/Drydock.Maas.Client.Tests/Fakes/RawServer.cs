using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Drydock.Maas.Client.Tests.Fakes;

/// <summary>Answers every connection on loopback with the same bytes and closes it, by TLS when it has a certificate.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2? _certificate;
    private readonly byte[] _answer;
    private readonly Task _work;
    private int _requests;

    public RawServer(string answer, X509Certificate2? certificate = null)
    {
        _answer = Encoding.ASCII.GetBytes(answer);
        _certificate = certificate;
        _listener.Start();
        _work = RunAsync();
    }

    public string Url => $"{(_certificate is null ? "http" : "https")}://{_listener.LocalEndpoint}/MAAS";

    public int Requests => _requests;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _work;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(connection.GetStream());
            }
            catch (Exception e) when (e is IOException or SocketException or AuthenticationException or OperationCanceledException)
            {
                // A client that turns away is what some tests are about.
            }
        }
    }

    private async Task AnswerAsync(Stream connection)
    {
        await using var stream = _certificate is null ? connection : new SslStream(connection);
        if (stream is SslStream secure)
            await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        if (!await ReadHeadAsync(stream))
            return;
        Interlocked.Increment(ref _requests);
        await stream.WriteAsync(_answer, _stop.Token);
        await stream.FlushAsync(_stop.Token);
    }

    private async Task<bool> ReadHeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            if (count == 0)
                return false;
            head.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return true;
    }
}
