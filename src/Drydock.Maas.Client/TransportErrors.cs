using System.Security.Authentication;

namespace Drydock.Maas.Client;

/// <summary>What to say when no answer came.</summary>
internal static class TransportErrors
{
    public static MaasConnectionException Of(MaasRequest request, Uri url, Exception? cause, SecretRedactor redactor)
    {
        var told = redactor.Redact(request, cause);
        var why = redactor.Redact(request, Innermost(cause));
        var root = $"{url.GetLeftPart(UriPartial.Authority)}";
        if (Find<AuthenticationException>(cause) is { } tls)
        {
            return new(
                "CertificateNotTrusted",
                $"The certificate of {root} is not trusted: {tls.Message} Name its authority with "
                    + "-CACertificatePath, or correct the address.",
                told);
        }

        if (Find<BodyTooLongException>(cause) is { } tooLong)
        {
            return new("AnswerTooLarge", $"{request} was answered by {root}, but {tooLong.Message}", told)
            {
                WriteMayHaveHappened = !request.IsRead,
            };
        }

        if (NeverConnected(cause))
            return new("ConnectionFailed", $"No connection to {root}: {why} Check host, port and network.", told);
        if (!request.IsRead)
        {
            return new(
                "WriteUnanswered", $"{request} got no answer from {root}: {why} It may or may not have happened.", told)
            {
                WriteMayHaveHappened = true,
            };
        }

        return cause is TimeoutException or OperationCanceledException
            ? new("RequestTimedOut", $"{request} got no answer from {root} in time.", told)
            : new("ConnectionFailed", $"The connection to {root} broke during {request}: {why}", told);
    }

    private static bool NeverConnected(Exception? cause) => ConnectingTookTooLong(cause) || Find<HttpRequestException>(cause) is
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.ProxyTunnelError
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
