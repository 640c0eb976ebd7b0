using Drydock.Maas.Design.Deckhand.Errors;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>Sorts documents so that parents and sources come first, in the very order of the engine.</summary>
internal sealed class RenderOrder
{
    // Insertion order matters: of several orders that are right, the engine's depends on it.
    private readonly List<DeckhandDocument> _nodes = [];
    private readonly Dictionary<DeckhandDocument, List<DeckhandDocument>> _needs = [];
    private readonly Dictionary<DeckhandDocument, int> _neededBy = [];

    public static IReadOnlyList<DeckhandDocument> Sort(IReadOnlyList<DeckhandDocument> documents, SourceIndex sources)
    {
        var order = new RenderOrder();
        foreach (var document in documents)
        {
            foreach (var needed in GetNeeds(document, sources))
                order.Add(document, needed);
        }

        var sorted = order.Sort();
        sorted.Reverse();
        var seen = sorted.ToHashSet();
        return [.. sorted, .. documents.Where(d => !seen.Contains(d))];
    }

    /// <summary>The documents whose values a document takes: its parent, and what it substitutes from.</summary>
    public static IEnumerable<DeckhandDocument> GetNeeds(DeckhandDocument document, SourceIndex sources)
    {
        if (document.Parent is { } parent)
            yield return parent.ReplacedBy is { IsReplacement: true } by && by != document ? by : parent;
        foreach (var substitution in document.Substitutions)
        {
            if (substitution.Find("src") is YamlMap source && sources.Find(source) is { } needed)
                yield return needed;
        }
    }

    private void Add(DeckhandDocument document, DeckhandDocument needed)
    {
        foreach (var node in new[] { document, needed })
        {
            if (!_needs.TryAdd(node, []))
                continue;
            _nodes.Add(node);
            _neededBy[node] = 0;
        }

        if (_needs[document].Contains(needed))
            return;
        _needs[document].Add(needed);
        _neededBy[needed]++;
    }

    private List<DeckhandDocument> Sort()
    {
        var sorted = new List<DeckhandDocument>();
        var generation = _nodes.Where(n => _neededBy[n] == 0).ToList();
        while (generation.Count > 0)
        {
            var next = new List<DeckhandDocument>();
            foreach (var node in generation)
            {
                sorted.Add(node);
                next.AddRange(_needs[node].Where(needed => --_neededBy[needed] == 0));
            }

            generation = next;
        }

        return sorted.Count == _nodes.Count ? sorted : throw Cycle(sorted);
    }

    private DeckhandException Cycle(List<DeckhandDocument> sorted)
    {
        var left = _nodes.Except(sorted).ToHashSet();
        var path = new List<DeckhandDocument>();
        // What is left is needed by something that is left; what it needs itself may be done.
        DeckhandDocument Needing(DeckhandDocument document) => _nodes.First(n => left.Contains(n) && _needs[n].Contains(document));
        for (var at = _nodes.First(left.Contains); !path.Contains(at); at = Needing(at))
            path.Add(at);
        var last = Needing(path[^1]);
        var cycle = path.Skip(path.IndexOf(last)).Append(last).Reverse();
        return last.Fault(
            ErrorIds.SubstitutionDependencyCycle,
            $"Layering and substitution depend on each other in a circle: {string.Join(" needs ", cycle)}.");
    }
}
