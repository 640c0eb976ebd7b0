namespace Drydock.Maas.Client.Connection;

/// <summary>
/// Reads the address of a MAAS in any form an operator pastes: host, host:port, with or without http(s)://, /MAAS, /MAAS/, /MAAS/api/2.0/.
/// Without a scheme it is http; http without a port, and without a scheme given, is port 5240, MAAS's own.
/// </summary>
public static class MaasUrl
{
    /// <summary>The address up to /MAAS, without a trailing slash.</summary>
    /// <exception cref="MaasConnectionException">InvalidUrl: the text is no address.</exception>
    public static Uri Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim().Trim('"', '\'');
        var hasScheme = trimmed.Contains("://", StringComparison.Ordinal);
        if (!Uri.TryCreate(hasScheme ? trimmed : $"http://{trimmed}", UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            || uri.Host.Length == 0
            || uri.UserInfo.Length > 0)
        {
            throw Invalid(text);
        }

        var builder = new UriBuilder(uri.Scheme, uri.IdnHost, Port(uri, hasScheme, trimmed), Root(uri.AbsolutePath));
        return builder.Uri;
    }

    private static int Port(Uri uri, bool hasScheme, string text)
    {
        const int MaasPort = 5240;
        var authority = (hasScheme ? text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..] : text).Split('/')[0];
        var afterBracket = authority[(authority.LastIndexOf(']') + 1)..];
        var hasPort = afterBracket.Contains(':', StringComparison.Ordinal);
        return hasPort || hasScheme ? uri.Port : MaasPort;
    }

    private static string Root(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        var api = segments.FindIndex(s => s.Equals("api", StringComparison.OrdinalIgnoreCase));
        if (api >= 0)
            segments.RemoveRange(api, segments.Count - api);
        var ui = segments.FindIndex(s => s is "r" or "l");
        if (ui >= 0)
            segments.RemoveRange(ui, segments.Count - ui);
        return segments.Count == 0 ? "/MAAS" : "/" + string.Join('/', segments);
    }

    /// <summary>What stands before an @ may be a password: such a text is not repeated.</summary>
    private static MaasConnectionException Invalid(string text)
    {
        var what = text.Contains('@', StringComparison.Ordinal) ? "A text with a user or password in it" : $"\"{text}\"";
        return new(ErrorIds.InvalidUrl, $"{what} is no address of a MAAS. Give for example http://maas.example.com:5240/MAAS.");
    }
}
