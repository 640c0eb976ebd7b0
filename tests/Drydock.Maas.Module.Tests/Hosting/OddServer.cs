using System.Net;
using System.Text;

namespace Drydock.Maas.Module.Tests.Hosting;

/// <summary>A web server that is no MAAS: answers everything with the same page.</summary>
internal sealed class OddServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public OddServer(int status, string contentType, string body)
    {
        for (var port = 42000; ; port++)
        {
            _listener.Prefixes.Add(Url = $"http://127.0.0.1:{port}/");
            try
            {
                _listener.Start();
                break;
            }
            catch (HttpListenerException) when (port < 42100)
            {
                _listener.Prefixes.Clear();
                _listener = new();
            }
        }

        _serving = ServeAsync(status, contentType, Encoding.UTF8.GetBytes(body));
    }

    public string Url { get; }

    public void Dispose()
    {
        _listener.Close();
        _serving.Wait(TimeSpan.FromSeconds(5));
    }

    private async Task ServeAsync(int status, string contentType, byte[] body)
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                (context.Response.StatusCode, context.Response.ContentType) = (status, contentType);
                await context.Response.OutputStream.WriteAsync(body);
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}
