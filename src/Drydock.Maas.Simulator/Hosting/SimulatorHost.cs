using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Drydock.Maas.Simulator.Hosting;

/// <summary>
/// Serves a core over HTTP/1.1 on the loopback interface. HttpListener can neither reset a connection nor cut a body short.
/// </summary>
internal sealed class SimulatorHost : IDisposable
{
    private readonly SimulatorCore _core;
    private readonly TimeSpan _latency;
    private readonly TimeProvider _time;
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _free = new(HttpLimits.Connections);
    private readonly ConcurrentDictionary<Socket, Task> _connections = new();
    private readonly Task _accepting;

    private SimulatorHost(SimulatorCore core, TcpListener listener, TimeSpan latency, TimeProvider time)
    {
        (_core, _listener, _latency, _time) = (core, listener, latency, time);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _accepting = Task.Run(AcceptAsync);
    }

    public int Port { get; }

    /// <summary>Listens on the port, or on any free one when it is 0.</summary>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static SimulatorHost Start(SimulatorCore core, int port, TimeSpan latency, TimeProvider time)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start(HttpLimits.Connections);
        return new(core, listener, latency, time);
    }

    /// <summary>Stops listening and hangs up.</summary>
    public async Task StopAsync()
    {
        if (_stop.IsCancellationRequested)
            return;
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(false);
        foreach (var socket in _connections.Keys)
            socket.Dispose();
        await Task.WhenAll(_connections.Values).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _stop.Dispose();
        _free.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token).ConfigureAwait(false);
                await _free.WaitAsync(_stop.Token).ConfigureAwait(false);
                var started = new TaskCompletionSource();
                _connections[socket] = ServeAsync(socket, started.Task);
                started.SetResult();
            }
            catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The listener was stopped, or one client went away before it was accepted.
            }
        }
    }

    private async Task ServeAsync(Socket socket, Task started)
    {
        await started.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await new HttpConnection(socket, _core, _latency, _time).ServeAsync(_stop.Token).ConfigureAwait(false);
        }
        finally
        {
            _connections.TryRemove(socket, out _);
            _free.Release();
        }
    }
}
