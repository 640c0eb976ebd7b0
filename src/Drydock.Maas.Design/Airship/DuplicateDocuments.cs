using Drydock.Maas.Design.Deckhand;

namespace Drydock.Maas.Design.Airship;

/// <summary>
/// Documents of one schema and name in several layers, of which none replaces another. Deckhand refuses them; of those for Drydock the one of
/// the most specific layer counts, and the others are there for documents only that have them as parents.
/// </summary>
internal static class DuplicateDocuments
{
    /// <summary>Those that do not count, each with the one that does.</summary>
    public static IReadOnlyDictionary<DeckhandDocument, DeckhandDocument> Find(
        IEnumerable<DeckhandDocument> documents, IReadOnlyList<string> layers)
    {
        var levels = layers.Distinct(StringComparer.Ordinal).Select((layer, level) => (layer, level))
            .ToDictionary(l => l.layer, l => l.level, StringComparer.Ordinal);
        var found = new Dictionary<DeckhandDocument, DeckhandDocument>();
        foreach (var group in documents.Where(d => d is { IsControl: false, IsAbstract: false }).GroupBy(d => d.Identity))
        {
            var same = group.ToList();
            if (same.Count == 1 || same.Exists(d => d.IsReplacement || d.Layer is null || !levels.ContainsKey(d.Layer)))
                continue;
            var counts = same.MaxBy(d => levels[d.Layer!])!;

            // Two of one layer are one too many, whatever stands in others.
            foreach (var other in same.Where(d => d.Layer != counts.Layer))
                found[other] = counts;
        }

        return found;
    }

    public static DesignProblem MakeProblem(DeckhandDocument counts, IEnumerable<DeckhandDocument> others) => counts.Fault(
        ErrorIds.SeveralDocuments,
        $"Schema and name are also those of {string.Join(" and ", others.Select(d => $"{d} ({d.Location})"))}, and none replaces the "
        + "other. The one of the most specific layer counts, which is this one: say so with replacement: true and a parentSelector, or take "
        + "the other out.").Problem;
}
