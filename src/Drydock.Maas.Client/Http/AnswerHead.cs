using RestSharp;
using RestSharp.Interceptors;

namespace Drydock.Maas.Client.Http;

/// <summary>Keeps what RestSharp does not hand out beside a stream: status, type, and what was wrong.</summary>
internal sealed class AnswerHead(TimeSpan patience) : Interceptor
{
    /// <summary>Why no answer came.</summary>
    public Exception? Fault { get; set; }

    /// <summary>The answer, with its body, where it is a refusal.</summary>
    public RestResponse? Refusal { get; private set; }

    /// <summary>The answer, where it is a web page in place of a list.</summary>
    public RestResponse? Page { get; private set; }

    /// <summary>The type of what follows.</summary>
    public string ContentType { get; private set; } = "nothing";

    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        requestMessage.Options.Set(BodyLimit.Streaming, this);
        return default;
    }

    public override async ValueTask AfterHttpRequest(HttpResponseMessage responseMessage, CancellationToken cancellationToken)
    {
        ContentType = responseMessage.Content.Headers.ContentType?.MediaType ?? ContentType;
        if ((int)responseMessage.StatusCode >= 300)
            Refusal = await KeepAsync(responseMessage, cancellationToken).ConfigureAwait(false);
        else if (ContentType.Contains("html", StringComparison.OrdinalIgnoreCase))
            Page = await KeepAsync(responseMessage, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RestResponse> KeepAsync(HttpResponseMessage answer, CancellationToken token) => new(new RestRequest())
    {
        StatusCode = answer.StatusCode,
        StatusDescription = answer.ReasonPhrase,
        ContentType = ContentType,
        Headers = [.. answer.Headers.SelectMany(h => h.Value, (h, value) => new HeaderParameter(h.Key, value))],
        RawBytes = await ReadAsync(answer.Content, token).ConfigureAwait(false),
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
