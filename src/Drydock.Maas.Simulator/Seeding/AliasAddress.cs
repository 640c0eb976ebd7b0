using System.Text.RegularExpressions;
using Drydock.Maas.Design;

namespace Drydock.Maas.Simulator.Seeding;

/// <summary>The bus address of a device that an alias stands for.</summary>
internal static partial class AliasAddress
{
    private const string Expression = "regexp:";
    private const int MostTried = 1000;

    /// <summary>
    /// The alias's own, or one that its expression takes and no other alias names; null where there is none to be thought of.
    /// </summary>
    public static string? Find(DeviceAlias alias, HardwareProfile profile)
    {
        if (!alias.Address.StartsWith(Expression, StringComparison.Ordinal))
            return alias.Address;
        var pattern = alias.Address[Expression.Length..];
        var others = profile.DeviceAliases.Select(a => a.Address).ToHashSet(StringComparer.Ordinal);
        return Expand(pattern).Take(MostTried).FirstOrDefault(a => !others.Contains(a) && AddressExpression.Fits(pattern, a));
    }

    /// <summary>What an expression of alternatives in parentheses stands for, one after the other.</summary>
    private static IEnumerable<string> Expand(string pattern)
    {
        var group = Alternatives().Match(pattern);
        return group.Success
            ? group.Groups["one"].Captures.SelectMany(
                c => Expand(pattern[..group.Index] + c.Value + pattern[(group.Index + group.Length)..]))
            : [pattern.Replace("\\", "", StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"\((?:\?:)?(?<one>[^()|]*)(?:\|(?<one>[^()|]*))*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Alternatives();
}
