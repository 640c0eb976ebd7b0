using System.Globalization;
using RestSharp;
using RestSharp.Interceptors;

namespace Drydock.Maas.Client.Http;

/// <summary>A response whose body still comes: it is read once, forwards, and no further than it is asked for.</summary>
internal sealed record StreamedResponse(Stream Body, string ContentType);

/// <summary>Keeps of a streamed response what RestSharp does not hand out beside the stream: status, type, and what was wrong.</summary>
/// <param name="patience">How long the body of a refusal may take.</param>
internal sealed class ResponseHead(TimeSpan patience) : Interceptor
{
    /// <summary>Why no response came.</summary>
    public Exception? Fault { get; set; }

    /// <summary>The response, with its body, where it is a refusal.</summary>
    public RestResponse? Refusal { get; private set; }

    /// <summary>The response, where it is a web page in place of a list.</summary>
    public RestResponse? Page { get; private set; }

    /// <summary>The type of what follows.</summary>
    public string ContentType { get; private set; } = "nothing";

    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        requestMessage.Options.Set(ResponseLimit.Streaming, this);
        return default;
    }

    public override async ValueTask AfterHttpRequest(HttpResponseMessage responseMessage, CancellationToken cancellationToken)
    {
        ContentType = responseMessage.Content.Headers.ContentType?.MediaType ?? ContentType;
        if ((int)responseMessage.StatusCode >= 300)
            Refusal = await StoreAsync(responseMessage, cancellationToken).ConfigureAwait(false);
        else if (ContentType.Contains("html", StringComparison.OrdinalIgnoreCase))
            Page = await StoreAsync(responseMessage, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RestResponse> StoreAsync(HttpResponseMessage response, CancellationToken token) => new(new RestRequest())
    {
        StatusCode = response.StatusCode,
        StatusDescription = response.ReasonPhrase,
        ContentType = ContentType,
        Headers = [.. response.Headers.SelectMany(h => h.Value, (h, value) => new HeaderParameter(h.Key, value))],
        RawBytes = await ReadAsync(response.Content, token).ConfigureAwait(false),
    };

    private async Task<byte[]> ReadAsync(HttpContent body, CancellationToken token)
    {
        try
        {
            return await body.ReadAsByteArrayAsync(token).WaitAsync(patience, token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
        {
            // The status says enough.
            return [];
        }
    }
}

/// <summary>
/// Keeps a body that is held in memory within bounds: of an error the beginning is enough, a longer success is refused. A body that is read
/// while it comes has none.
/// </summary>
internal sealed class ResponseLimit(HttpMessageHandler inner, long longest) : DelegatingHandler(inner)
{
    /// <summary>Beside a request: who reads its response while it comes.</summary>
    public static readonly HttpRequestOptionsKey<ResponseHead> Streaming = new("Drydock.Maas.Streaming");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.TryGetValue(Streaming, out var head);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (head is null || !response.IsSuccessStatusCode)
                await LimitAsync(response, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch (Exception e) when (head is not null)
        {
            head.Fault = e;
            throw;
        }
    }

    private async Task LimitAsync(HttpResponseMessage response, CancellationToken token)
    {
        var isRefused = response.IsSuccessStatusCode;
        if (isRefused && response.Content.Headers.ContentLength > longest)
        {
            response.Dispose();
            throw new BodyTooLongException(longest);
        }

        var headers = response.Content.Headers;
        var body = await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
        response.Content = new StreamContent(
            new ResponseStream(body) { Longest = isRefused ? longest : ErrorResponses.MostRead, IsCut = !isRefused });
        foreach (var (name, values) in headers.Where(h => isRefused || h.Key != "Content-Length"))
            response.Content.Headers.TryAddWithoutValidation(name, values);
    }
}

/// <summary>A body on its way. Each read may take so long, and all of it may be so long; what is longer is refused, or cut there.</summary>
internal sealed class ResponseStream(Stream body) : Stream
{
    private long _read;

    /// <summary>How long it may take until something comes; no bound for a body that is read in one go.</summary>
    public TimeSpan Patience { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>How many bytes it may have; null for any number.</summary>
    public long? Longest { get; init; }

    /// <summary>Whether the rest of a longer body is left out instead of refusing it.</summary>
    public bool IsCut { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    // Reading into no room would wait for bytes that nobody wants.
    private bool IsOver => IsCut && _read == Longest;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsOver)
            return 0;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        return Count(await body.ReadAsync(buffer[..GetRoom(buffer.Length)], limit.Token).ConfigureAwait(false));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => IsOver ? 0 : Count(body.Read(buffer, offset, GetRoom(count)));

    public override void Flush() => body.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await body.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            body.Dispose();
        base.Dispose(disposing);
    }

    // One byte more than may come shows that it is too long.
    private int GetRoom(int count) => (int)Math.Min(count, Longest is { } longest ? longest - _read + (IsCut ? 0 : 1) : count);

    private int Count(int read)
    {
        _read += read;
        return _read <= (Longest ?? long.MaxValue) ? read : throw new BodyTooLongException(Longest!.Value);
    }
}

/// <summary>A body that would be held in memory is longer than may be.</summary>
internal sealed class BodyTooLongException(long longest)
    : IOException(
        string.Create(CultureInfo.InvariantCulture, $"the answer is longer than {longest:N0} bytes. Ask for less, with a filter."));
