#nullable enable
using System;
using System.Collections;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Drydock.Maas.Testing;

/// <summary>Answers every request on loopback with what was set for its path: status, content type and body. It is a MAAS as far as version and user go.</summary>
public sealed class FixedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private readonly IDictionary _answers;

    /// <param name="answers">A part of a path, or "*" for any other, to an array of status, content type and body.</param>
    public FixedServer(IDictionary answers)
    {
        _answers = answers;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Url => $"http://127.0.0.1:{Port}/MAAS";

    /// <summary>The head of the last request, its lines joined by a line break.</summary>
    public string LastRequest { get; private set; } = "";

    public int Requests { get; private set; }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _serving.Wait(TimeSpan.FromSeconds(5));
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The end.
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = await ReadHeadAsync(stream);
                if (head.Length == 0)
                    return;
                (LastRequest, Requests) = (head, Requests + 1);
                await stream.WriteAsync(Answer(head.Split('\n')[0]), _stop.Token);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // A client that turns away is what some tests are about.
            }
        }
    }

    private byte[] Answer(string request)
    {
        var (status, type, body) = Find(request);
        var content = Encoding.UTF8.GetBytes(body);
        var head = $"HTTP/1.1 {status} Odd\r\nContent-Type: {type}\r\nContent-Length: {content.Length}\r\nConnection: close\r\n\r\n";
        var bytes = new byte[head.Length + content.Length];
        Encoding.ASCII.GetBytes(head).CopyTo(bytes, 0);
        content.CopyTo(bytes, head.Length);
        return bytes;
    }

    private (int Status, string Type, string Body) Find(string request)
    {
        foreach (DictionaryEntry entry in _answers)
        {
            if (entry.Key is string part && part != "*" && request.Contains(part) && entry.Value is object[] answer)
                return ((int)answer[0], $"{answer[1]}", $"{answer[2]}");
        }

        if (request.Contains("/version/"))
            return (200, "application/json", "{\"version\": \"3.4.10\", \"subversion\": \"\", \"capabilities\": []}");
        if (request.Contains("op=whoami"))
            return (200, "application/json", "{\"username\": \"admin\", \"email\": \"\", \"is_superuser\": true}");
        return _answers["*"] is object[] other ? ((int)other[0], $"{other[1]}", $"{other[2]}") : (404, "text/plain", "Not Found");
    }

    private async Task<string> ReadHeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n"))
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            if (count == 0)
                return "";
            head.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return head.ToString().Replace("\r\n", "\n");
    }
}
