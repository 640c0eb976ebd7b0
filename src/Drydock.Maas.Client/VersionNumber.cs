using System.Text.RegularExpressions;

namespace Drydock.Maas.Client;

/// <summary>The number in a MAAS version text such as 3.4.10, 3.5.0~beta1 or 2.9.2-9165-g.c3e7848d1.</summary>
internal static partial class VersionNumber
{
    public static Version? Parse(string? text)
    {
        var match = Leading().Match(text ?? "");
        return match.Success && Version.TryParse(match.Value, out var version) ? version : null;
    }

    [GeneratedRegex(@"^[0-9]{1,9}\.[0-9]{1,9}(\.[0-9]{1,9})?")]
    private static partial Regex Leading();
}
