using System.Management.Automation;

namespace Drydock.Maas.Commands.Input;

/// <summary>Names or networks a person gave, some with wildcards; none match everything.</summary>
internal sealed class NameFilter
{
    private readonly IReadOnlyList<WildcardPattern> _patterns;
    private readonly Func<string?, string, bool> _isSame;

    /// <summary>Reads them.</summary>
    /// <param name="names">What was given; none for everything.</param>
    /// <param name="isSame">Whether something is what was given without wildcards; names regardless of case where it is left out.</param>
    public NameFilter(IReadOnlyList<string> names, Func<string?, string, bool>? isSame = null)
    {
        _isSame = isSame ?? IsSame;
        _patterns = [.. names.Select(n => WildcardPattern.Get(n, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant))];
        Literals = [.. names.Where(n => !WildcardPattern.ContainsWildcardCharacters(n))];
        Wildcards = [.. names.Where(WildcardPattern.ContainsWildcardCharacters)];
    }

    /// <summary>Names without wildcards: each has to be found.</summary>
    public IReadOnlyList<string> Literals { get; }

    /// <summary>Names with wildcards: whether any fits something is told.</summary>
    public IReadOnlyList<string> Wildcards { get; }

    public bool HasWildcards => Wildcards.Count > 0;

    public static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    public bool Matches(string? name) =>
        _patterns.Count == 0 || (name is not null && (_patterns.Any(p => p.IsMatch(name)) || Literals.Any(l => _isSame(name, l))));

    public bool MatchesAny(IEnumerable<string> names) => _patterns.Count == 0 || names.Any(Matches);
}
