using System.Globalization;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Values;

/// <summary>Names of network interfaces: what Linux takes, and what MAAS calls those that it names itself.</summary>
internal static partial class InterfaceName
{
    /// <summary>Characters that a name may have: Linux's own limit, which MAAS holds to since 3.6.</summary>
    public const int LongestLength = 15;

    private const int HashedEnd = 6;

    /// <summary>The name MAAS gives a VLAN interface, for example bond0.110.</summary>
    /// <param name="parent">The name of the interface it is on.</param>
    /// <param name="tag">The VLAN's tag.</param>
    public static string FormatVlan(string parent, int tag) => string.Create(CultureInfo.InvariantCulture, $"{parent}.{tag}");

    /// <summary>Whether it has more characters than Linux takes.</summary>
    public static bool IsTooLong(string name) => name.Length > LongestLength;

    /// <summary>Whether Linux takes it.</summary>
    public static bool IsValid(string name) => !IsTooLong(name) && Pattern().IsMatch(name);

    /// <summary>
    /// Whether MAAS gives this name to a bridge that it makes itself when a machine is deployed so: br-eno1, or b- with what fits of a longer name
    /// (<c>get_default_bridge_name</c> of <c>models/interface.py</c>).
    /// </summary>
    /// <param name="name">The bridge's name.</param>
    /// <param name="parent">The name of the interface it stands on.</param>
    public static bool IsOfAcquiredBridge(string name, string parent)
    {
        var shorter = parent.StartsWith("en", StringComparison.Ordinal) ? parent[2..] : parent;
        var end = parent[Math.Max(0, parent.Length - HashedEnd)..];
        var isHashed = name.Length == LongestLength && name.StartsWith("b-", StringComparison.Ordinal) && name.EndsWith($"-{end}", StringComparison.Ordinal);
        return isHashed || name == $"br-{parent}" || name == $"b-{shorter}";
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_][a-zA-Z0-9_.-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
