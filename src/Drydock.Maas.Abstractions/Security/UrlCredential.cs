using System.Text.RegularExpressions;
using Drydock.Maas.Design;

namespace Drydock.Maas.Security;

/// <summary>User and password that stand in an address, as in https://user:password@host, and keys in its query.</summary>
public static partial class UrlCredential
{
    private const string Mask = "***";

    /// <summary>The text with a mask in the place of every credential that an address in it carries.</summary>
    /// <param name="text">An address, or a text with addresses in it; null stays null.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Hide(string? text)
    {
        if (text is null || (!text.Contains('@', StringComparison.Ordinal) && !text.Contains('=', StringComparison.Ordinal)))
            return text;
        text = BareUserInfo().Replace(WebUserInfo().Replace(text, Mask + "@"), Mask + "@");
        return QueryKey().Replace(UserAndPassword().Replace(text, Mask + "@"), Mask);
    }

    /// <summary>Whether an address was written with its credential masked, so that it leads nowhere.</summary>
    public static bool IsHidden(string? text) =>
        text is not null && (text.Contains("//" + Mask + "@", StringComparison.Ordinal) || text.Contains("=" + Mask, StringComparison.Ordinal));

    /// <summary>User and password of an address, as user:password; null when it has none.</summary>
    internal static Secret? Read(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0 ? Uri.UnescapeDataString(uri.UserInfo) : null;

    /// <summary>The header that sends an address's credential to its server; null when it has none.</summary>
    internal static System.Net.Http.Headers.AuthenticationHeaderValue? Header(Uri uri) => uri.UserInfo.Length == 0
        ? null
        : new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Uri.UnescapeDataString(uri.UserInfo))));

    /// <summary>The address without its credential.</summary>
    internal static Uri Strip(Uri uri) => uri.UserInfo.Length == 0 ? uri : new UriBuilder(uri) { UserName = "", Password = "" }.Uri;

    // What stands alone before the @ of a web address is often a token.
    [GeneratedRegex("""(?<=\b(https?|ftps?)://)[^/\s"'<>?#]+@""", RegexOptions.IgnoreCase)]
    private static partial Regex WebUserInfo();

    // A password that was not escaped may hold a slash, which then seems to begin the path. A port is digits only.
    [GeneratedRegex("""(?<=://)[^/\s:@"'<>]+:(?!\d+([/?#]|\s|$))[^\s"'<>]*@""")]
    private static partial Regex UserAndPassword();

    // Pasted without the scheme.
    [GeneratedRegex("""^[^/\s:@"'<>]+:[^\s"'<>]*@(?=[^\s"'<>]+$)(?<!://.*)""")]
    private static partial Regex BareUserInfo();

    [GeneratedRegex(
        """(?<=[?&][\w.-]*(token|secret|password|passwd|signature|credential|api_?key)[\w.-]*=)[^&#\s"'<>]+|(?<=[?&]sig=)[^&#\s"'<>]+""",
        RegexOptions.IgnoreCase)]
    private static partial Regex QueryKey();
}
