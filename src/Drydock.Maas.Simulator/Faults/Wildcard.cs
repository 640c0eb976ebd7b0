using System.Text.RegularExpressions;

namespace Drydock.Maas.Simulator.Faults;

/// <summary>A pattern with <c>*</c> and <c>?</c>; case does not count.</summary>
internal sealed class Wildcard(string pattern)
{
    private readonly Regex _expression = new(
        "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    public static Wildcard? Parse(string? pattern) => string.IsNullOrEmpty(pattern) ? null : new(pattern);

    public bool Matches(string? text) => text is not null && _expression.IsMatch(text);
}
