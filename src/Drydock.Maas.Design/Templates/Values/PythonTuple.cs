using System.Globalization;

namespace Drydock.Maas.Design.Templates.Values;

/// <summary>Python's tuple: never equal to a list, and written in parentheses.</summary>
internal sealed class PythonTuple(IEnumerable<object> items) : List<object>(items);

/// <summary>The pairs of a mapping's items(), to loop over; Python writes them as no list.</summary>
internal sealed class MappingItems(IEnumerable<KeyValuePair<string, object>> pairs)
    : List<object>(pairs.Select(p => new PythonTuple([p.Key, p.Value])));

/// <summary>The numbers of a range, which Python writes as the call that makes them.</summary>
internal sealed class PythonRange(long start, long end, long step, int count)
    : List<object>(Enumerable.Range(0, count).Select(i => (object)(start + (i * step))))
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"range({start}, {end}{(step == 1 ? "" : $", {step}")})");
}
