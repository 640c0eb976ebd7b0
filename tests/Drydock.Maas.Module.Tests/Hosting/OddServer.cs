using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Drydock.Maas.Module.Tests.Hosting;

/// <summary>A web server that is no MAAS: answers everything with the same page.</summary>
internal sealed class OddServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly byte[] _answer;
    private readonly Task _serving;

    public OddServer(int status, string contentType, string body)
    {
        var length = Encoding.UTF8.GetByteCount(body);
        _answer = Encoding.UTF8.GetBytes(
            $"HTTP/1.1 {status} Odd\r\nContent-Type: {contentType}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}");
        _listener.Start();
        Url = $"http://{_listener.LocalEndpoint}/";
        _serving = ServeAsync(_closing.Token);
    }

    public string Url { get; }

    public void Dispose()
    {
        _closing.Cancel();
        _serving.GetAwaiter().GetResult();
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task ServeAsync(CancellationToken closing)
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(closing);
                await AnswerAsync(client.GetStream(), closing);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                // Closed, or this caller left: the loop knows.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream, CancellationToken closing)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        while (await reader.ReadLineAsync(closing) is { Length: > 0 })
        {
            // The head of a request without a body.
        }

        await stream.WriteAsync(_answer, closing);
    }
}
