namespace Drydock.Maas.Commands.Input;

/// <summary>Names or addresses of which each should turn up; those that did not are missing.</summary>
/// <param name="names">What was asked for.</param>
/// <param name="isSame">Whether what turned up is one that was asked for; names regardless of case where it is left out.</param>
internal sealed class Wanted(IEnumerable<string> names, Func<string?, string, bool>? isSame = null)
{
    private readonly Func<string?, string, bool> _isSame = isSame ?? NameFilter.Same;

    private readonly List<string> _missing = [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>What did not turn up, in the order given.</summary>
    public IReadOnlyList<string> Missing => _missing;

    /// <summary>One of the names something goes by has turned up.</summary>
    public void See(params IEnumerable<string?> names)
    {
        if (_missing.Count > 0)
            _missing.RemoveAll(m => names.Any(n => _isSame(n, m)));
    }
}
