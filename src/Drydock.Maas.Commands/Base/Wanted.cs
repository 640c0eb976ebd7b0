namespace Drydock.Maas.Commands.Base;

/// <summary>Names of which each should turn up; those that did not are missing.</summary>
internal sealed class Wanted(IEnumerable<string> names)
{
    private readonly List<string> _missing = [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>What did not turn up, in the order given.</summary>
    public IReadOnlyList<string> Missing => _missing;

    /// <summary>One of the names something goes by has turned up.</summary>
    public void See(params IEnumerable<string?> names)
    {
        if (_missing.Count > 0)
            _missing.RemoveAll(m => names.Any(n => NameFilter.Same(n, m)));
    }
}
