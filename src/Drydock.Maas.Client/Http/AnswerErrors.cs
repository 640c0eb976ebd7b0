using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RestSharp;

namespace Drydock.Maas.Client.Http;

/// <summary>What to say when MAAS, or something in its place, answered with an error.</summary>
internal static partial class AnswerErrors
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

    public static MaasException Of(MaasRequest request, MaasRoute route, RestResponse answer)
    {
        string Redact(string text) => route.Redactor.Redact(request, text);
        var status = (int)answer.StatusCode;
        if (status < 400)
        {
            var target = Redact(Header(answer, "Location") ?? "an unnamed place");
            return new MaasConnectionException(
                "NotMaas", $"{route.Url} redirects {request} to {target}. Connect to that address if it is the MAAS meant.")
            {
                WriteMayHaveHappened = !request.IsRead,
            };
        }

        if (route.Proxy is not null && GatewayAnswers.IsRefusal(answer))
            return Refused(request, route, answer);
        if (status == 400 && route.Url.Scheme == Uri.UriSchemeHttp && Body(answer) is { } hint && SchemeProbe.WantsTls(hint))
            return TransportErrors.Of(request, route, new SchemeMismatchException(speaksTls: true));
        if (!request.IsRead && GatewayAnswers.IsOne(answer))
            return Unanswered(request, route, answer);

        // The body of a 401 holds the right secret: it is neither kept nor shown.
        var body = status == 401 || Body(answer) is not { } text ? null : Cut(Redact(text));
        var fields = Fields(answer, body);
        var error = new MaasApiException(ErrorId(status, answer), Redact(Message(request, route, answer, body, fields)))
        {
            StatusCode = status,
            Method = request.Method.Method,
            Path = request.Operation is null ? request.Path : $"{request.Path}?op={request.Operation}",
            Body = body,
            FieldErrors = fields,
            IsFinal = IsFinal(request, answer, body),
        };
        return Waiting(error, answer);
    }

    /// <summary>Words for an error of MAAS at a request that it answers only once the machine's power controller has.</summary>
    public static MaasApiException OfPowerController(string systemId, MaasApiException error) => new(
        "PowerControllerFailed",
        $"{error.Message} MAAS answers this only once the power controller (BMC) of {systemId} has done its part. Check that the "
        + "controller answers and that the machine's power parameters are right, then run this again.")
    {
        StatusCode = error.StatusCode,
        Method = error.Method,
        Path = error.Path,
        Body = error.Body,
    };

    // A proxy that refuses has passed nothing on.
    private static MaasConnectionException Refused(MaasRequest request, MaasRoute route, RestResponse answer) => new(
        "ProxyRefused",
        route.Redactor.Redact(request, string.Create(
            CultureInfo.InvariantCulture,
            $"{route.Gateway} refused {request} to {route.Root} ({(int)answer.StatusCode}): {Brief(answer, Body(answer))}. "))
        + MaasRoute.ProxyAdvice);

    /// <summary>What to say when a read succeeded, and a web page came.</summary>
    public static MaasConnectionException Page(MaasRequest request, MaasRoute route, RestResponse answer, bool isEstablished)
    {
        var (id, who, advice) = (route.Proxy, isEstablished) switch
        {
            (not null, _) => ("ProxyRefused", route.Gateway, MaasRoute.ProxyAdvice),
            (_, true) => ("NotMaas", route.Gateway, "Look at what stands between this machine and MAAS, then try again."),
            _ => ("NotMaas", $"{route.Url}", "Is this the address of a MAAS?"),
        };
        var what = string.Create(
            CultureInfo.InvariantCulture,
            $"{who} answered {request} ({(int)answer.StatusCode}, {answer.ContentType ?? "without a type"}): {Brief(answer, Body(answer))}. ");
        return new(id, route.Redactor.Redact(request, what) + advice) { Data = { [Passing] = true } };
    }

    /// <summary>What to say when a gateway answered a write in MAAS's stead: nobody knows whether it happened.</summary>
    public static MaasException Unanswered(MaasRequest request, MaasRoute route, RestResponse answer)
    {
        var status = (int)answer.StatusCode;
        var error = new MaasConnectionException(
            "WriteUnanswered",
            route.Redactor.Redact(request, string.Create(
                CultureInfo.InvariantCulture,
                $"{request} got no answer of MAAS from {route.Root}. {route.Gateway} answered ({status}): {Brief(answer, Body(answer))}. "))
            + "It may or may not have happened.")
        {
            WriteMayHaveHappened = true,
        };
        return Waiting(error, answer);
    }

    /// <summary>Keeps how long the server asks to wait, where it asks to come again.</summary>
    private static MaasException Waiting(MaasException error, RestResponse answer)
    {
        if ((int)answer.StatusCode is 409 or 429 or 503 && Wait(answer) is { } wait)
            error.Data[RetryAfter] = wait;
        if ((int)answer.StatusCode == 401 && Body(answer)?.Contains("Nonce already used", StringComparison.Ordinal) == true)
            error.Data[UsedNonce] = true;
        return error;
    }

    /// <summary>Whether MAAS asks to come again although that changes nothing: a conflict that is none of time, and a subnet that is full.</summary>
    private static bool IsFinal(MaasRequest request, RestResponse answer, string? body) => Wait(answer) is not null && (int)answer.StatusCode switch
    {
        409 => request.FinalConflict is not null,
        503 => !request.IsRead && body?.Contains("No more IPs available in subnet", StringComparison.Ordinal) == true,
        _ => false,
    };

    private static string ErrorId(int status, RestResponse answer) => status switch
    {
        400 => "BadRequest",
        401 when IsClockSkew(answer) => "ClockSkew",
        401 => "AuthenticationFailed",
        403 => "PermissionDenied",
        404 => "NotFound",
        405 => "MethodNotAllowed",
        409 => "Conflict",
        410 => "Gone",
        429 or 503 => "ServiceUnavailable",
        >= 500 => "ServerError",
        _ => "UnexpectedAnswer",
    };

    private static bool IsClockSkew(RestResponse answer) => Body(answer)?.Contains("timestamp", StringComparison.OrdinalIgnoreCase) == true;

    private static string Message(
        MaasRequest request, MaasRoute route, RestResponse answer, string? body, Dictionary<string, IReadOnlyList<string>> fields)
    {
        var status = (int)answer.StatusCode;
        var what = status switch
        {
            401 when IsClockSkew(answer) =>
                "the time stamp is too old or too new: the clock of this machine or of the server is wrong",
            401 => "the API key is not valid for this MAAS",
            403 when string.IsNullOrWhiteSpace(body) => "the user of this API key may not do that",
            _ when fields.Count > 0 => string.Join("; ", fields.Select(f => Field(f.Key, string.Join(" ", f.Value)))),
            _ => Brief(answer, body),
        };
        var who = status >= 500 && GatewayAnswers.IsOne(answer) ? $"{route.Gateway} answered {request}"
            : status == 500 ? $"MAAS failed at {request}" : $"MAAS refused {request}";
        var final = status == 409 && Wait(answer) is not null && request.FinalConflict is { } why ? $". Trying again does not change that. {why}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{who} ({status}): {what}{final}");
    }

    private static string Field(string name, string texts) => name == "__all__" ? texts : $"{name}: {texts}";

    private static string Brief(RestResponse answer, string? body)
    {
        if (string.IsNullOrWhiteSpace(body))
            return answer.StatusDescription ?? answer.StatusCode.ToString();
        if (!IsHtml(answer, body))
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

    private static Dictionary<string, IReadOnlyList<string>> Fields(RestResponse answer, string? body)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (body is null || answer.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
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

    private static string? Body(RestResponse answer) =>
        answer.RawBytes is not { Length: > 0 } bytes ? null : Encoding.UTF8.GetString(bytes, 0, Math.Min(bytes.Length, MostRead));

    private static string Cut(string body) => body.Length <= LongestBody ? body : body[..LongestBody];

    private static bool IsHtml(RestResponse answer, string body) =>
        answer.ContentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true || body.TrimStart().StartsWith('<');

    private static TimeSpan? Wait(RestResponse answer)
    {
        var text = Header(answer, RetryAfter);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        // A proxy may name a moment; by the server's clock, where it tells one.
        if (Moment(text) is not { } moment)
            return null;
        var wait = moment - (Moment(Header(answer, "Date")) ?? DateTimeOffset.UtcNow);
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;

    private static string? Header(RestResponse answer, string name) =>
        answer.Headers?.FirstOrDefault(h => string.Equals(h.Name, name, StringComparison.OrdinalIgnoreCase))?.Value?.ToString();

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 500)]
    private static partial Regex HtmlTitle();
}
