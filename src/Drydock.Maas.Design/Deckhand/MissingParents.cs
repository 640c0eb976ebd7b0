using Drydock.Maas.Design.Deckhand.Errors;
using Drydock.Maas.Design.Deckhand.Values;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>Tells of documents whose parentSelector no labels answer; Deckhand leaves them as they are and says nothing.</summary>
internal static class MissingParents
{
    private const int MostNamed = 3;

    public static void Report(IReadOnlyList<DeckhandDocument> documents, ICollection<DesignProblem> warnings)
    {
        foreach (var document in documents.Where(d => d is { ParentSelector.Count: > 0, Layer: not null, Parent: null }))
            warnings.Add(Problem(document, documents));
    }

    private static DesignProblem Problem(DeckhandDocument document, IReadOnlyList<DeckhandDocument> documents)
    {
        var near = documents.Where(d => IsNear(d, document)).Take(MostNamed).Select(d => $"{d} has {Text(d.Labels)}").ToList();
        var hint = near.Count > 0 ? $"{string.Join("; ", near)}." : "No document of this schema on another layer has labels.";
        return document.Fault(
            ErrorIds.ParentNotFound,
            $"No document has the labels of its parentSelector {Text(document.ParentSelector!)}, so it is not layered. "
            + $"Correct the selector, or the labels of its parent. {hint}",
            document.ParentSelector!.Location).Problem;
    }

    private static bool IsNear(DeckhandDocument other, DeckhandDocument document) =>
        other.Schema == document.Schema && other.Labels.Count > 0 && other.Layer is not null && other.Layer != document.Layer;

    private static string Text(DataMap labels) =>
        $"{{{string.Join(", ", labels.Keys.Select(key => $"{key}: {SubstitutedText.Write(labels[key]!)}"))}}}";
}
