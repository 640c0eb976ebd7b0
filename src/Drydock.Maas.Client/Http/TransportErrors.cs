using System.Security.Authentication;

namespace Drydock.Maas.Client.Http;

/// <summary>Errors for requests that no answer came to.</summary>
internal static class TransportErrors
{
    public static MaasConnectionException Describe(MaasRequest request, ServerEndpoint route, Exception? cause)
    {
        var told = route.Redactor.Redact(request, cause);
        var why = route.Redactor.Redact(request, Innermost(cause));
        var root = route.Root;
        if (Find<SchemeMismatchException>(cause) is { } mismatch)
            return new(ErrorIds.WrongScheme, Advice(route.Url, mismatch.SpeaksTls), told);
        if (Find<AuthenticationException>(cause) is { } tls)
        {
            return new(
                ErrorIds.CertificateNotTrusted,
                route.Trust.Refusal is { } refusal ? $"The certificate of {root} {refusal}" : $"No TLS with {root}: {tls.Message}",
                told);
        }

        if (Find<BodyTooLongException>(cause) is { } tooLong)
        {
            return new(ErrorIds.AnswerTooLarge, $"{request} was answered by {root}, but {tooLong.Message}", told)
            {
                WriteMayHaveHappened = !request.IsRead,
            };
        }

        if (Find<HttpRequestException>(cause) is { HttpRequestError: HttpRequestError.ProxyTunnelError })
        {
            return new(
                ErrorIds.ProxyRefused,
                $"{route.Gateway} did not open the way to {root}: {why} {ServerEndpoint.ProxyAdvice}",
                told);
        }

        if (NeverConnected(cause))
        {
            var way = route.Proxy is null ? "" : $" through the proxy {route.ProxyName}";
            return new(ErrorIds.ConnectionFailed, $"No connection to {root}{way}: {why} Check host, port and network.", told);
        }

        if (!request.IsRead)
        {
            return new(
                ErrorIds.WriteUnanswered, $"{request} got no answer from {root}: {why} It may or may not have happened.", told)
            {
                WriteMayHaveHappened = true,
            };
        }

        return cause is TimeoutException or OperationCanceledException
            ? new(ErrorIds.RequestTimedOut, $"{request} got no answer from {root} in time.", told)
            : new(ErrorIds.ConnectionFailed, $"The connection to {root} broke during {request}: {why}", told);
    }

    /// <summary>
    /// The error of a request that MAAS has had before. Each is signed with a nonce of its own; but one without a body is sent again by .NET
    /// where a connection of the pool breaks before the answer, and so does many a gateway.
    /// </summary>
    public static MaasConnectionException DescribeResent(MaasRequest request, ServerEndpoint route)
    {
        const string Why = "the connection broke before the answer, and MAAS had the request already when it was sent again.";
        return request.IsRead
            ? new(ErrorIds.ConnectionFailed, $"{request} got no answer from {route.Root}: {Why}")
            : new(ErrorIds.WriteUnanswered, $"{request} got no answer from {route.Root}: {Why} It may or may not have happened.") { WriteMayHaveHappened = true };
    }

    private static string Advice(Uri url, bool speaksTls) => speaksTls
        ? $"Port {url.Port} of {url.Host} wants TLS, and the address says http. Connect to https://{url.Authority}{url.AbsolutePath}."
        : $"Port {url.Port} of {url.Host} speaks http without TLS, and the address says https. Connect to "
            + $"http://{url.Authority}{url.AbsolutePath}, or by https to the port with TLS, in MAAS 5443.";

    private static bool NeverConnected(Exception? cause) => ConnectingTookTooLong(cause) || Find<HttpRequestException>(cause) is
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
    };

    /// <summary>Only ConnectTimeout leaves a TimeoutException within; the time for the whole request just cancels.</summary>
    private static bool ConnectingTookTooLong(Exception? cause) =>
        cause is OperationCanceledException && Find<TimeoutException>(cause) is not null;

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
                return found;
        }

        return null;
    }

    private static string Innermost(Exception? exception)
    {
        while (exception?.InnerException is { } inner)
            exception = inner;
        var text = exception?.Message ?? "no reason given";
        return text.EndsWith('.') ? text : text + ".";
    }
}
