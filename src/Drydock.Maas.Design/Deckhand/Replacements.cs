using Drydock.Maas.Design.Deckhand.Errors;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>Checks which documents replace which, and notes it.</summary>
internal static class Replacements
{
    public static void Find(IReadOnlyList<DeckhandDocument> documents, LayeringPolicy policy, DeckhandOptions options)
    {
        foreach (var document in documents)
        {
            var isSame = document.Parent?.Identity == document.Identity;
            if (document.IsReplacement)
                Replace(document, isSame);
            else if (!options.IsLenient)
                Verify(
                    !isSame, document,
                    "It has the schema and name of its parent without replacement: true. Add that, or give it another name.");
        }

        foreach (var document in documents.Where(d => !d.IsAbstract && d.ReplacedBy is not null && d.IsReplacement))
            throw Fault(document, "A replacement cannot itself be replaced by another document.");
        var plain = documents.Where(d => d is { IsReplacement: false, IsControl: false } && !(options.IsLenient && d.IsAbstract));
        foreach (var same in plain.GroupBy(d => d.Identity).Where(g => g.Count() > 1))
        {
            if (!options.IsLenient || same.Any(d => d.Layer is null))
                throw Fault(same.Last(), $"There is more than one document of this schema and name, and none has replacement: true; "
                    + $"the other is at {same.First().Location}.");
            var counts = same.MaxBy(policy.GetLevel);
            foreach (var other in same.Where(d => d != counts && d.ReplacedBy is null))
                other.ReplacedBy = counts;
        }
    }

    private static void Replace(DeckhandDocument document, bool isSame)
    {
        Verify(document.Parent is not null, document, "A document with replacement: true must have a parent.");
        Verify(isSame, document, $"A document with replacement: true must have the schema and name of its parent, {document.Parent}.");
        // The engine lets the one be rendered on top of the other, and emits both.
        Verify(
            document.Parent!.ReplacedBy is null,
            document,
            $"Its parent is replaced already, by {document.Parent.ReplacedBy} at {document.Parent.ReplacedBy?.Location}.");
        document.Parent.ReplacedBy = document;
    }

    private static void Verify(bool isRight, DeckhandDocument document, string message)
    {
        if (!isRight)
            throw Fault(document, message);
    }

    private static DeckhandException Fault(DeckhandDocument document, string message) =>
        document.Fault(ErrorIds.InvalidDocumentReplacement, $"Replacement document {document} is invalid. {message}");
}
