using Drydock.Maas.Design.Deckhand;
using Drydock.Maas.Design.Deckhand.Values;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Airship;

/// <summary>
/// Of all documents, those that Drydock's and the roll-out's depend on: parents, substitution sources, documents they replace, and
/// theirs in turn.
/// </summary>
internal static class DocumentClosure
{
    /// <param name="yaml">All documents.</param>
    /// <param name="layers">The layers, the least specific first.</param>
    /// <param name="warnings">Takes what is said of documents that do not count beside another of their name.</param>
    public static IReadOnlyList<YamlMap> Select(IReadOnlyList<YamlMap> yaml, IReadOnlyList<string> layers, ICollection<DesignProblem> warnings)
    {
        var documents = yaml.Select(map => new DeckhandDocument(map)).ToList();
        var others = DuplicateDocuments.Find(documents, layers);
        var byName = documents.Where(d => !others.ContainsKey(d)).ToLookup(d => d.Identity);
        var byLabel = documents.SelectMany(d => d.Labels.Keys.Select(key => (key, d)))
            .ToLookup(x => x.key, x => x.d, StringComparer.Ordinal);
        var wanted = new HashSet<DeckhandDocument>();
        var open = new Stack<DeckhandDocument>(
            documents.Where(d => d.IsPolicy || (AirshipReader.IsOfUse(d.Schema) && !others.ContainsKey(d))));
        while (open.TryPop(out var document))
        {
            if (!wanted.Add(document))
                continue;
            var needed = byName[document.Identity]
                .Concat(Sources(document).SelectMany(name => byName[name]))
                .Concat(Candidates(document, byLabel));
            foreach (var other in needed.Where(d => !wanted.Contains(d)))
                open.Push(other);
        }

        foreach (var group in others.Where(o => wanted.Contains(o.Value)).GroupBy(o => o.Value, o => o.Key))
            warnings.Add(DuplicateDocuments.MakeProblem(group.Key, group));
        return [.. documents.Where(wanted.Contains).Select(d => d.Yaml)];
    }

    private static IEnumerable<(string Schema, string Name)> Sources(DeckhandDocument document) =>
        document.Substitutions.Select(s => s.Find("src")).OfType<YamlMap>()
            .Select(source => ((source.Find("schema") as YamlScalar)?.Text ?? "", (source.Find("name") as YamlScalar)?.Text ?? ""));

    private static IEnumerable<DeckhandDocument> Candidates(DeckhandDocument document, ILookup<string, DeckhandDocument> byLabel) =>
        document.ParentSelector is { Count: > 0 } selector
            ? byLabel[selector.Keys[0]]
                .Where(d => selector.Keys.All(key => d.Labels[key] is { } label && DataNodes.AreEqual(selector[key]!, label)))
            : [];
}
