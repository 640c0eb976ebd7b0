using System.Net;
using System.Net.Sockets;

namespace Drydock.Maas.Simulator.Http;

/// <summary>Serves a core over HTTP on the loopback interface.</summary>
internal sealed class SimulatorHost : IDisposable
{
    private const int Acceptors = 16;
    private const int PortAttempts = 20;

    private readonly SimulatorCore _core;
    private readonly TimeSpan _latency;
    private readonly TimeProvider _time;
    private readonly HttpListener _listener;
    private readonly Task[] _loops;
    private volatile bool _stopping;

    private SimulatorHost(SimulatorCore core, HttpListener listener, int port, TimeSpan latency, TimeProvider time)
    {
        (_core, _listener, _latency, _time, Port) = (core, listener, latency, time, port);
        _loops = Enumerable.Range(0, Acceptors).Select(_ => Task.Run(AcceptAsync)).ToArray();
    }

    public int Port { get; }

    /// <summary>Listens on the port, or on any free one when it is 0.</summary>
    public static SimulatorHost Start(SimulatorCore core, int port, TimeSpan latency, TimeProvider time)
    {
        for (var attempt = 1; ; attempt++)
        {
            var chosen = port == 0 ? FreePort() : port;
            var listener = new HttpListener { IgnoreWriteExceptions = true };
            listener.Prefixes.Add(FormattableString.Invariant($"http://127.0.0.1:{chosen}/"));
            try
            {
                listener.Start();
                return new(core, listener, chosen, latency, time);
            }
            catch (HttpListenerException) when (port == 0 && attempt < PortAttempts)
            {
                // Somebody took the port between finding and opening it.
                listener.Close();
            }
        }
    }

    /// <summary>Stops listening and waits for the answers under way.</summary>
    public async Task StopAsync()
    {
        _stopping = true;
        if (_listener.IsListening)
            _listener.Stop();
        // Who began to wait while Stop was under way is let go by Close only.
        _listener.Close();
        await Task.WhenAll(_loops).ConfigureAwait(false);
    }

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task AcceptAsync()
    {
        while (!_stopping && _listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync().ConfigureAwait(false);
                // Not awaited: latency must delay this answer only, not the next one.
                _ = ServeAsync(context);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // The listener was stopped, or one client went away before its request was complete.
            }
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        try
        {
            var request = await ReadAsync(context.Request).ConfigureAwait(false);
            if (_latency > TimeSpan.Zero)
                await Task.Delay(_latency, _time).ConfigureAwait(false);
            await WriteAsync(context.Response, _core.Handle(request), request.Method).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A client that hung up must not end the server.
        catch (Exception)
#pragma warning restore CA1031
        {
            context.Response.Abort();
        }
    }

    private static async Task<ApiRequest> ReadAsync(HttpListenerRequest request)
    {
        using var body = new MemoryStream();
        if (request.HasEntityBody)
            await request.InputStream.CopyToAsync(body).ConfigureAwait(false);
        return new(request.HttpMethod, Uri.UnescapeDataString(request.Url!.AbsolutePath))
        {
            Query = request.Url.Query.TrimStart('?'),
            Authorization = request.Headers["Authorization"],
            ContentType = request.ContentType,
            Body = body.ToArray(),
        };
    }

    private static async Task WriteAsync(HttpListenerResponse target, ApiResponse response, string method)
    {
        target.StatusCode = response.Status;
        if (response.Status != 204)
            target.ContentType = response.ContentType;
        foreach (var (name, value) in response.Headers)
            target.Headers[name] = value;
        if (method == "HEAD" || response.Status == 204)
        {
            target.Close();
            return;
        }

        target.ContentLength64 = response.Body.Length;
        await target.OutputStream.WriteAsync(response.Body).ConfigureAwait(false);
        target.Close();
    }
}
