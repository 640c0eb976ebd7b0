using System.Globalization;
using Drydock.Maas.Design.Deckhand.Errors;
using Drydock.Maas.Design.Deckhand.Values;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>
/// Bounds what layering and substitution make. Values are shared while documents are rendered and written out in full afterwards, so that a few
/// short documents, each with the one before it twice, would stand for more than memory holds.
/// </summary>
internal sealed class DataSize
{
    private const int MostValues = 1_000_000;
    private const int MostValuesOfAll = 5_000_000;

    // A text takes the memory of several values.
    private const int CharactersOfAValue = 64;

    private readonly Dictionary<DataNode, (long Values, int Depth)> _known = new(ReferenceEqualityComparer.Instance);
    private long _ofAll;

    /// <summary>Measures the data of a document that was layered or substituted.</summary>
    /// <exception cref="DeckhandException">It is nested too deep, or holds too many values.</exception>
    public void Check(DeckhandDocument document)
    {
        _known.Clear();
        var (values, depth) = Measure(document.Data, 0);
        if (depth > DataNodes.MaxDepth)
            throw Fault(document, $"nest values more than {DataNodes.MaxDepth} deep");
        if (values > MostValues)
            throw Fault(document, string.Create(CultureInfo.InvariantCulture, $"make more than {MostValues} values"));
        var before = _ofAll;
        // Told once, however many documents follow.
        if ((_ofAll += values) > MostValuesOfAll && before <= MostValuesOfAll)
            throw Fault(document, string.Create(CultureInfo.InvariantCulture, $"make more than {MostValuesOfAll} values in all documents"));
    }

    /// <summary>Values within a node, written out, and how deep they are nested; what holds itself is refused where it is written out.</summary>
    private (long Values, int Depth) Measure(DataNode node, int depth)
    {
        if (node is DataScalar scalar)
            return (1 + (scalar.Yaml.Text.Length / CharactersOfAValue), 0);
        if (_known.TryGetValue(node, out var known))
            return known;
        if (depth > DataNodes.MaxDepth)
            return (1, 1);
        _known[node] = (1, 0);
        var (values, deepest) = (1L, 0);
        foreach (var below in Below(node))
        {
            var (more, levels) = Measure(below, depth + 1);
            values = Math.Min(values + more, MostValues + 1L);
            deepest = Math.Max(deepest, levels);
        }

        return _known[node] = (values, deepest + 1);
    }

    private static IEnumerable<DataNode> Below(DataNode node) =>
        node is DataMap map ? map.Keys.Select(key => map[key]!) : ((DataList)node).Items;

    private static DeckhandException Fault(DeckhandDocument document, string what) => document.Fault(
        ErrorIds.UnknownSubstitutionError,
        $"Layering and substitution {what} in {document}. Does a value hold what it is put into?");
}
