using System.Management.Automation;

namespace Drydock.Maas.Commands.Base;

/// <summary>Names a person gave, some with wildcards; no names match everything.</summary>
internal sealed class NameFilter
{
    private readonly IReadOnlyList<WildcardPattern> _patterns;

    public NameFilter(IReadOnlyList<string> names)
    {
        _patterns = [.. names.Select(n => WildcardPattern.Get(n, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant))];
        Literals = [.. names.Where(n => !WildcardPattern.ContainsWildcardCharacters(n))];
        Wildcards = [.. names.Where(WildcardPattern.ContainsWildcardCharacters)];
    }

    /// <summary>Names without wildcards: each has to be found.</summary>
    public IReadOnlyList<string> Literals { get; }

    /// <summary>Names with wildcards: whether any fits something is told.</summary>
    public IReadOnlyList<string> Wildcards { get; }

    public bool HasWildcards => Wildcards.Count > 0;

    public static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    public bool Matches(string? name) => _patterns.Count == 0 || (name is not null && _patterns.Any(p => p.IsMatch(name)));

    public bool MatchesAny(IEnumerable<string> names) => _patterns.Count == 0 || names.Any(Matches);
}
