using System.Net;
using System.Text;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>A reverse proxy between client and MAAS that now and then answers in MAAS's stead, or changes what MAAS says.</summary>
internal sealed class Gateway() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly Lock _lock = new();
    private readonly List<Func<HttpRequestMessage, Fault?>> _faults = [];

    /// <summary>Rewrites the body of every answer to a read.</summary>
    public Func<HttpRequestMessage, string, string>? Rewrite { get; set; }

    /// <summary>Writes that came by: method and target, then the body.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>Told of each fault with how many there have been.</summary>
    public Action<int> Struck { get; set; } = _ => { };

    /// <summary>How often a fault has struck.</summary>
    public int Hits { get; private set; }

    /// <summary>Answers requests of a kind itself.</summary>
    /// <param name="part">What stands in the request's method, path and query.</param>
    /// <param name="status">What is answered.</param>
    /// <param name="passes">Whether MAAS gets the request nevertheless.</param>
    /// <param name="count">How many requests.</param>
    /// <param name="body">The body: a web page unless it is given.</param>
    /// <param name="after">What stands in a request that has to come first.</param>
    public void Answer(string part, int status, bool passes = false, int count = 1, string? body = null, string? after = null)
    {
        var left = count;
        var begun = after is null;
        var fault = new Fault(status, passes, body ?? $"<html><head><title>{status}</title></head><body>nginx</body></html>");
        lock (_lock)
            _faults.Add(Strike);

        Fault? Strike(HttpRequestMessage request)
        {
            var line = $"{request.Method} {request.RequestUri!.PathAndQuery}";
            begun = begun || line.Contains(after!, StringComparison.Ordinal);
            return begun && line.Contains(part, StringComparison.Ordinal) && left-- > 0 ? fault : null;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            lock (_lock)
                Sent.Add($"{request.Method} {request.RequestUri!.PathAndQuery}\n{body}");
        }

        if (Strike(request) is { } fault)
        {
            Struck(Hits);
            if (fault.Passes)
                (await base.SendAsync(request, cancellationToken)).Dispose();
            return new HttpResponseMessage((HttpStatusCode)fault.Status)
            {
                RequestMessage = request,
                Content = new StringContent(fault.Body, Encoding.UTF8, fault.Body.StartsWith('<') ? "text/html" : "text/plain"),
            };
        }

        var answer = await base.SendAsync(request, cancellationToken);
        if (Rewrite is { } rewrite && answer.Content.Headers.ContentType?.MediaType == "application/json")
            answer.Content = new StringContent(rewrite(request, await answer.Content.ReadAsStringAsync(cancellationToken)), Encoding.UTF8, "application/json");
        return answer;
    }

    private Fault? Strike(HttpRequestMessage request)
    {
        lock (_lock)
        {
            var fault = _faults.Select(f => f(request)).FirstOrDefault(f => f is not null);
            Hits += fault is null ? 0 : 1;
            return fault;
        }
    }

    private sealed record Fault(int Status, bool Passes, string Body);
}
