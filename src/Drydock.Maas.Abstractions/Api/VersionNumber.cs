using System.Text.RegularExpressions;

namespace Drydock.Maas.Api;

/// <summary>The number in a MAAS version text such as 3.4.10, 3.5.0~beta1 or 3.1.0-10901-g.f1f8f1505.</summary>
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
