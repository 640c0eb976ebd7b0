using System.Net;
using System.Net.Sockets;

namespace Drydock.Maas.Module.Tests.Hosting;

/// <summary>Another way to a server: a port of its own that leads there.</summary>
internal sealed class PortForward : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _target;

    public PortForward(Uri target)
    {
        _target = target;
        _listener.Start();
        Url = new UriBuilder(target) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri.ToString();
        _ = AcceptAsync();
    }

    public string Url { get; }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task CarryAsync(TcpClient from)
    {
        using var to = new TcpClient();
        try
        {
            await to.ConnectAsync(_target.Host, _target.Port, _stop.Token);
            await Task.WhenAny(
                from.GetStream().CopyToAsync(to.GetStream(), _stop.Token), to.GetStream().CopyToAsync(from.GetStream(), _stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // Either end closed.
        }

        from.Dispose();
    }
}
