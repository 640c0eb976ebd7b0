using System.Text;
using RestSharp;

namespace Drydock.Maas.Client.Http;

/// <summary>
/// Tells the answer of a gateway (reverse proxy, load balancer, firewall) from MAAS's own. MAAS words its server errors itself, as plain text
/// or JSON with status 500 or 503; a 504 of its own says that a rack did not answer in time, which leaves a write as open as a gateway's does.
/// </summary>
internal static class GatewayResponses
{
    /// <summary>What gateways say in plain text when MAAS behind them does not answer.</summary>
    private static readonly string[] Phrases =
        ["Internal Server Error", "Service Unavailable", "Bad Gateway", "Gateway Timeout", "no healthy upstream", "upstream ", "error code:"];

    /// <summary>Whether something other than MAAS answered, so that nobody knows whether MAAS got the request.</summary>
    public static bool IsFromGateway(RestResponse response)
    {
        var text = Start(response);
        return (int)response.StatusCode switch
        {
            // Django's own pages: not found, and a transaction that lost a race. What asks to slow down has let nothing through.
            404 or 409 or 429 => false,
            500 or 503 => text.Length == 0 || IsPage(text) || IsPhrase(text),
            >= 500 => true,
            _ => IsPage(text),
        };
    }

    /// <summary>
    /// Whether a read that succeeded brought a web page, as a gateway or a portal shows it. What MAAS hands out as it is (scripts, their
    /// output, lshw's XML) has another type.
    /// </summary>
    public static bool IsPage(RestResponse response)
    {
        var text = Start(response);
        return IsPage(text) && (response.ContentType is not { Length: > 0 } type
            ? text.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            : type.Contains("html", StringComparison.OrdinalIgnoreCase) || type.Contains("json", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a proxy refused to pass the request on: it wants credentials, or shows its own page.</summary>
    public static bool IsRefusal(RestResponse response) => (int)response.StatusCode switch
    {
        407 => true,
        404 or 409 or 429 or >= 500 => false,
        >= 400 => IsPage(Start(response)),
        _ => false,
    };

    private static bool IsPage(string text) => text.StartsWith('<');

    private static bool IsPhrase(string text) => Array.Exists(
        Phrases, p => p.EndsWith(' ') || p.EndsWith(':')
            ? text.StartsWith(p, StringComparison.OrdinalIgnoreCase)
            : text.TrimEnd('.', ' ', '\r', '\n').Equals(p, StringComparison.OrdinalIgnoreCase));

    private static string Start(RestResponse response)
    {
        const int Enough = 256;
        var bytes = response.RawBytes ?? [];
        return Encoding.UTF8.GetString(bytes, 0, Math.Min(bytes.Length, Enough)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
    }
}
