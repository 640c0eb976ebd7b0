namespace Drydock.Maas.Client.Http;

/// <summary>
/// Keeps a body that is held in memory within bounds: of an error the beginning is enough, a longer success is refused. A body that is read
/// while it comes has none.
/// </summary>
internal sealed class BodyLimit(HttpMessageHandler inner, long longest) : DelegatingHandler(inner)
{
    /// <summary>Beside a request: who reads its answer while it comes.</summary>
    public static readonly HttpRequestOptionsKey<AnswerHead> Streaming = new("Drydock.Maas.Streaming");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.TryGetValue(Streaming, out var head);
        try
        {
            var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (head is null || !answer.IsSuccessStatusCode)
                await LimitAsync(answer, cancellationToken).ConfigureAwait(false);
            return answer;
        }
        catch (Exception e) when (head is not null)
        {
            head.Fault = e;
            throw;
        }
    }

    private async Task LimitAsync(HttpResponseMessage answer, CancellationToken token)
    {
        var isRefused = answer.IsSuccessStatusCode;
        if (isRefused && answer.Content.Headers.ContentLength > longest)
        {
            answer.Dispose();
            throw new BodyTooLongException(longest);
        }

        var headers = answer.Content.Headers;
        var body = await answer.Content.ReadAsStreamAsync(token).ConfigureAwait(false);
        answer.Content = new StreamContent(new LimitedStream(body, isRefused ? longest : AnswerErrors.MostRead, isRefused));
        foreach (var (name, values) in headers.Where(h => isRefused || h.Key != "Content-Length"))
            answer.Content.Headers.TryAddWithoutValidation(name, values);
    }
}
