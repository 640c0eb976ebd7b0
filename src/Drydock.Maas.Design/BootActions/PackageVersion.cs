using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.BootActions;

/// <summary>Versions of packages in a boot action's list.</summary>
internal static partial class PackageVersion
{
    /// <summary>Whether the version is of the form [epoch:]version-revision.</summary>
    public static bool IsValid(string version) => Form().IsMatch(version);

    // Drydock's own: a version without a revision is refused.
    [GeneratedRegex(@"\A([0-9]+:)?([a-zA-Z0-9.+~-]+)(-[a-zA-Z0-9.+~]+)\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
