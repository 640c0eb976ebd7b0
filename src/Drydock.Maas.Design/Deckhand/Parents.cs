using Drydock.Maas.Design.Deckhand.Errors;
using Drydock.Maas.Design.Deckhand.Values;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>Finds the parent of each document: the nearest above whose labels the selector names.</summary>
internal static class Parents
{
    public static void Find(IReadOnlyList<DeckhandDocument> documents, LayeringPolicy policy)
    {
        var children = documents.Where(d => d is { ParentSelector.Count: > 0, Layer: not null }).ToList();
        var byLabel = children.ToLookup(c => c.ParentSelector!.Keys[0], StringComparer.Ordinal);
        var found = new Dictionary<DeckhandDocument, int>();
        // From the top layer down: how many candidates are counted for a child depends on it.
        var byLayer = documents.Where(d => d.Layer is not null && d.Labels.Count > 0).ToLookup(d => d.Layer!, StringComparer.Ordinal);
        foreach (var candidate in policy.Layers.SelectMany(layer => byLayer[layer]))
        {
            var labelled = candidate.Labels.Keys.SelectMany(label => byLabel[label]);
            foreach (var child in labelled.Where(c => c != candidate && IsSelected(c, candidate)))
                Offer(child, candidate, policy, found);
        }

        foreach (var (child, count) in found.Where(f => f.Value > 1))
        {
            throw child.Fault(
                ErrorIds.IndeterminateDocumentParent,
                $"Too many parent documents: {count} in one layer match the parentSelector of {child}, "
                + $"among them {child.Parent} at {child.Parent!.Location}.");
        }
    }

    private static bool IsSelected(DeckhandDocument child, DeckhandDocument candidate) =>
        child.ParentSelector!.Keys.All(key => candidate.Labels[key] is { } label && DataNodes.AreEqual(child.ParentSelector[key]!, label));

    private static void Offer(
        DeckhandDocument child, DeckhandDocument candidate, LayeringPolicy policy, Dictionary<DeckhandDocument, int> found)
    {
        if (child.Schema != candidate.Schema)
            throw Invalid(child, candidate, "their schemas differ");
        var level = policy.GetLevel(candidate);
        if (level >= policy.GetLevel(child))
            throw Invalid(child, candidate, $"the child's layer {child.Layer} must be below the parent's, {candidate.Layer}");
        var nearest = child.Parent is null ? -1 : policy.GetLevel(child.Parent);
        if (level == nearest)
            found[child]++;
        else if (level > nearest)
        {
            child.Parent = candidate;
            found.TryAdd(child, 1);
        }
    }

    private static DeckhandException Invalid(DeckhandDocument child, DeckhandDocument candidate, string reason) => child.Fault(
        ErrorIds.InvalidDocumentParent, $"The parentSelector of {child} names {candidate} ({candidate.Location}), but {reason}.");
}
