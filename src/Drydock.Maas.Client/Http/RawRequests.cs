using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Api;

namespace Drydock.Maas.Client.Http;

/// <summary>Requests of any kind; retried, refused and told like all others.</summary>
internal static partial class RawRequests
{
    private const string Prefix = "api/2.0/";

    public static async Task<RawResponse> SendAsync(MaasTransport transport, RawRequest request, CancellationToken token)
    {
        var answer = await transport.SendAsync(Translate(request), token).ConfigureAwait(false);
        var date = answer.Headers?.FirstOrDefault(h => string.Equals(h.Name, "Date", StringComparison.OrdinalIgnoreCase))?.Value;
        var time = DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var told)
            ? told
            : (DateTimeOffset?)null;
        return new((int)answer.StatusCode, answer.ContentType, answer.RawBytes ?? [], time);
    }

    private static MaasRequest Translate(RawRequest request)
    {
        var parameters = new RequestParameters();
        foreach (var (name, value) in request.Parameters)
            parameters.Add(name, value);
        var method = request.Method.ToUpperInvariant();
        if (method is not ("GET" or "POST" or "PUT" or "DELETE"))
            throw new MaasException(ErrorIds.InvalidMethod, $"MAAS has no method {method}; it has GET, POST, PUT and DELETE.");
        var translated = new MaasRequest(HttpMethod.Parse(method), Relative(request.Path)) { Operation = request.Operation };
        return method is "GET" or "DELETE" ? translated with { Query = parameters } : translated with { Form = parameters };
    }

    // A resource_uri may be given as it is; MAAS's paths end in a slash, but for a single partition or script.
    private static string Relative(string path)
    {
        var at = path.IndexOf(Prefix, StringComparison.Ordinal);
        var relative = (at >= 0 ? path[(at + Prefix.Length)..] : path).TrimStart('/');
        if (relative.Contains('?', StringComparison.Ordinal)
            || relative.Contains("..", StringComparison.Ordinal)
            || relative.Contains("://", StringComparison.Ordinal))
            throw new MaasException(ErrorIds.InvalidPath, $"{path} is no path below {Prefix}; parameters and the operation are given apart.");
        return relative.EndsWith('/') || WithoutSlash().IsMatch(relative) ? relative : relative + "/";
    }

    [GeneratedRegex("(^|/)(partitions?/[0-9]+|(commissioning-)?scripts/[^/]+)$")]
    private static partial Regex WithoutSlash();
}
