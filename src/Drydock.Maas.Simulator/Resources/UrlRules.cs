using System.Text.RegularExpressions;

namespace Drydock.Maas.Simulator.Resources;

/// <summary>The form of addresses of the web.</summary>
internal static partial class UrlRules
{
    private const string Label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

    /// <summary>Whether a form takes it; where the scheme is missing the form supplies it.</summary>
    public static bool IsUrl(string text) => Url().IsMatch(text);

    /// <summary>A URL, or a Launchpad archive as <c>ppa:owner/name</c>.</summary>
    public static bool IsRepository(string text) => IsPpa(text) || IsUrl(text);

    public static bool IsPpa(string text) => Ppa().IsMatch(text);

    /// <summary>With the scheme that forms put before a bare address.</summary>
    public static string Complete(string text) => text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;

    [GeneratedRegex(
        "^((https?|ftps?)://)?([^\\s/@]+@)?"
        + "(localhost|[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-fA-F:.]+\\]|([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9])"
        + "\\.?(:[0-9]{1,5})?([/?#]\\S*)?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex("ppa:" + Label + "/" + Label, RegexOptions.IgnoreCase)]
    private static partial Regex Ppa();
}
