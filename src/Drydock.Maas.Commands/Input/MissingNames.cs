namespace Drydock.Maas.Commands.Input;

/// <summary>Names or addresses that were asked for and have not turned up.</summary>
/// <param name="names">What was asked for.</param>
/// <param name="isSame">Whether what turned up is one that was asked for; names regardless of case where it is left out.</param>
internal sealed class MissingNames(IEnumerable<string> names, Func<string?, string, bool>? isSame = null)
{
    private readonly Func<string?, string, bool> _isSame = isSame ?? NameFilter.IsSame;

    private readonly List<string> _missing = [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>In the order given.</summary>
    public IReadOnlyList<string> Names => _missing;

    /// <summary>One of the names something goes by has turned up.</summary>
    public void MarkFound(params IEnumerable<string?> names)
    {
        if (_missing.Count > 0)
            _missing.RemoveAll(m => names.Any(n => _isSame(n, m)));
    }
}
