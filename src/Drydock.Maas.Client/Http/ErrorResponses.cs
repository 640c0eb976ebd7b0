using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RestSharp;

namespace Drydock.Maas.Client.Http;

/// <summary>Errors for what MAAS, or something in its place, answered.</summary>
internal static partial class ErrorResponses
{
    /// <summary>Key in an exception's data: how long MAAS asks to wait before the request is repeated.</summary>
    public const string RetryAfter = "Retry-After";

    /// <summary>Key in an exception's data: the server knows the nonce already.</summary>
    public const string UsedNonce = "Used-Nonce";

    /// <summary>Key in an exception's data: something else than MAAS answered a read, which may be over soon.</summary>
    public const string Passing = "Passing";

    /// <summary>How many characters of a refusal are kept.</summary>
    public const int LongestBody = 64 * 1024;

    /// <summary>How many bytes of it are read: a secret that the end of what is kept would cut is still known for what it is.</summary>
    public const int MostRead = LongestBody + 256;

    public static MaasException Describe(MaasRequest request, ServerEndpoint route, RestResponse response)
    {
        string Redact(string text) => route.Redactor.Redact(request, text);
        var status = (int)response.StatusCode;
        if (status < 400)
        {
            var target = Redact(Header(response, "Location") ?? "an unnamed place");
            return new MaasConnectionException(
                ErrorIds.NotMaas, $"{route.Url} redirects {request} to {target}. Connect to that address if it is the MAAS meant.")
            {
                WriteMayHaveHappened = !request.IsRead,
            };
        }

        if (route.Proxy is not null && GatewayResponses.IsRefusal(response))
            return DescribeProxyRefusal(request, route, response);
        if (status == 400 && route.Url.Scheme == Uri.UriSchemeHttp && Body(response) is { } hint && SchemeProbe.WantsTls(hint))
            return TransportErrors.Describe(request, route, new SchemeMismatchException(speaksTls: true));
        if (!request.IsRead && GatewayResponses.IsFromGateway(response))
            return DescribeOpenWrite(request, route, response);
        if (status == 401 && request.Nonce is null && IsUsedNonce(response))
            return TransportErrors.DescribeResent(request, route);

        // The body of a 401 holds the right secret: it is neither kept nor shown.
        var body = status == 401 || Body(response) is not { } text ? null : Cut(Redact(text));
        var fields = Fields(response, body);
        var error = new MaasApiException(ErrorId(status, response), Redact(Message(request, route, response, body, fields)))
        {
            StatusCode = status,
            Method = request.Method.Method,
            Path = request.Operation is null ? request.Path : $"{request.Path}?op={request.Operation}",
            Body = body,
            FieldErrors = fields,
            IsFinal = IsFinal(request, response, body),
        };
        return KeepWait(error, response);
    }

    /// <summary>Words for an error of MAAS at a request that it answers only once the machine's power controller has.</summary>
    public static MaasApiException DescribePowerFailure(string systemId, MaasApiException error) => new(
        ErrorIds.PowerControllerFailed,
        $"{error.Sentence} MAAS answers this only once the power controller (BMC) of {systemId} has done its part. Check that the "
        + "controller answers and that the machine's power parameters are right, then run this again.")
    {
        StatusCode = error.StatusCode,
        Method = error.Method,
        Path = error.Path,
        Body = error.Body,
    };

    // A proxy that refuses has passed nothing on.
    private static MaasConnectionException DescribeProxyRefusal(MaasRequest request, ServerEndpoint route, RestResponse response) => new(
        ErrorIds.ProxyRefused,
        route.Redactor.Redact(request, string.Create(
            CultureInfo.InvariantCulture,
            $"{route.Gateway} refused {request} to {route.Root} ({(int)response.StatusCode}): {Brief(response, Body(response))}. "))
        + ServerEndpoint.ProxyAdvice);

    /// <summary>The error of a read that succeeded, and brought a web page.</summary>
    public static MaasConnectionException DescribePage(MaasRequest request, ServerEndpoint route, RestResponse response, bool isEstablished)
    {
        var (id, who, advice) = (route.Proxy, isEstablished) switch
        {
            (not null, _) => (ErrorIds.ProxyRefused, route.Gateway, ServerEndpoint.ProxyAdvice),
            (_, true) => (ErrorIds.NotMaas, route.Gateway, "Look at what stands between this machine and MAAS, then try again."),
            _ => (ErrorIds.NotMaas, $"{route.Url}", "Is this the address of a MAAS?"),
        };
        var what = string.Create(
            CultureInfo.InvariantCulture,
            $"{who} answered {request} ({(int)response.StatusCode}, {response.ContentType ?? "without a type"}): {Brief(response, Body(response))}. ");
        return new(id, route.Redactor.Redact(request, what) + advice) { Data = { [Passing] = true } };
    }

    /// <summary>The error of a write that a gateway answered in MAAS's stead: nobody knows whether it happened.</summary>
    public static MaasException DescribeOpenWrite(MaasRequest request, ServerEndpoint route, RestResponse response)
    {
        var status = (int)response.StatusCode;
        var error = new MaasConnectionException(
            ErrorIds.WriteUnanswered,
            route.Redactor.Redact(request, string.Create(
                CultureInfo.InvariantCulture,
                $"{request} got no answer of MAAS from {route.Root}. {route.Gateway} answered ({status}): {Brief(response, Body(response))}. "))
            + "It may or may not have happened.")
        {
            WriteMayHaveHappened = true,
        };
        return KeepWait(error, response);
    }

    /// <summary>Keeps how long the server asks to wait, where it asks to come again.</summary>
    private static MaasException KeepWait(MaasException error, RestResponse response)
    {
        if ((int)response.StatusCode is 409 or 429 or 503 && Wait(response) is { } wait)
            error.Data[RetryAfter] = wait;
        if ((int)response.StatusCode == 401 && IsUsedNonce(response))
            error.Data[UsedNonce] = true;
        return error;
    }

    /// <summary>Whether MAAS asks to come again although that changes nothing: a conflict that is none of time, and a subnet that is full.</summary>
    private static bool IsFinal(MaasRequest request, RestResponse response, string? body) => Wait(response) is not null && (int)response.StatusCode switch
    {
        409 => request.FinalConflict is not null,
        503 => !request.IsRead && body?.Contains("No more IPs available in subnet", StringComparison.Ordinal) == true,
        _ => false,
    };

    private static bool IsUsedNonce(RestResponse response) => Body(response)?.Contains("Nonce already used", StringComparison.Ordinal) == true;

    private static string ErrorId(int status, RestResponse response) => status switch
    {
        400 => ErrorIds.BadRequest,
        401 when IsClockSkew(response) => ErrorIds.ClockSkew,
        401 => ErrorIds.AuthenticationFailed,
        403 => ErrorIds.PermissionDenied,
        404 => ErrorIds.NotFound,
        405 => ErrorIds.MethodNotAllowed,
        409 => ErrorIds.Conflict,
        410 => ErrorIds.Gone,
        429 or 503 => ErrorIds.ServiceUnavailable,
        >= 500 => ErrorIds.ServerError,
        _ => ErrorIds.UnexpectedAnswer,
    };

    private static bool IsClockSkew(RestResponse response) => Body(response)?.Contains("timestamp", StringComparison.OrdinalIgnoreCase) == true;

    private static string Message(
        MaasRequest request, ServerEndpoint route, RestResponse response, string? body, Dictionary<string, IReadOnlyList<string>> fields)
    {
        var status = (int)response.StatusCode;
        var what = status switch
        {
            401 when IsClockSkew(response) =>
                "the time stamp is too old or too new: the clock of this machine or of the server is wrong",
            401 => "the API key is not valid for this MAAS",
            // A locked machine is refused to everybody, in no other way.
            403 when string.IsNullOrWhiteSpace(body) && request.IsMachineWrite => "the user of this API key may not do that, or the machine is locked",
            403 when string.IsNullOrWhiteSpace(body) => "the user of this API key may not do that",
            _ when fields.Count > 0 => string.Join("; ", fields.Select(f => Field(f.Key, string.Join(" ", f.Value)))),
            _ => Brief(response, body),
        };
        var who = status >= 500 && GatewayResponses.IsFromGateway(response) ? $"{route.Gateway} answered {request}"
            : status == 500 ? $"MAAS failed at {request}" : $"MAAS refused {request}";
        var final = status == 409 && Wait(response) is not null && request.FinalConflict is { } why ? $". Trying again does not change that. {why}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{who} ({status}): {what}{final}");
    }

    private static string Field(string name, string texts) => name == "__all__" ? texts : $"{name}: {texts}";

    private static string Brief(RestResponse response, string? body)
    {
        if (string.IsNullOrWhiteSpace(body))
            return response.StatusDescription ?? response.StatusCode.ToString();
        if (!IsHtml(response, body))
            return Shorten(body.Trim());
        var title = HtmlTitle().Match(body);
        return title.Success ? $"a web page, \"{Shorten(title.Groups[1].Value.Trim())}\"" : "a web page";
    }

    private static string Shorten(string text)
    {
        const int Longest = 500;
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : line[..Longest] + " ...";
    }

    private static Dictionary<string, IReadOnlyList<string>> Fields(RestResponse response, string? body)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (body is null || response.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
            return fields;
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return fields;
            foreach (var member in document.RootElement.EnumerateObject())
                fields[member.Name] = Texts(member.Value);
        }
        catch (JsonException)
        {
            // Cut off or not JSON after all: the text itself is shown.
        }

        return fields;
    }

    private static IReadOnlyList<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.ToString())] : [value.ToString()];

    private static string? Body(RestResponse response) =>
        response.RawBytes is not { Length: > 0 } bytes ? null : Encoding.UTF8.GetString(bytes, 0, Math.Min(bytes.Length, MostRead));

    private static string Cut(string body) => body.Length <= LongestBody ? body : body[..LongestBody];

    private static bool IsHtml(RestResponse response, string body) =>
        response.ContentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true || body.TrimStart().StartsWith('<');

    private static TimeSpan? Wait(RestResponse response)
    {
        var text = Header(response, RetryAfter);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        // A proxy may name a moment; by the server's clock, where it tells one.
        if (Moment(text) is not { } moment)
            return null;
        var wait = moment - (Moment(Header(response, "Date")) ?? DateTimeOffset.UtcNow);
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;

    private static string? Header(RestResponse response, string name) =>
        response.Headers?.FirstOrDefault(h => string.Equals(h.Name, name, StringComparison.OrdinalIgnoreCase))?.Value?.ToString();

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlTitle();
}
