using Drydock.Maas.Design.Deckhand.Errors;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>Layers and substitutes documents, as Airship's Deckhand does.</summary>
internal static class DeckhandEngine
{
    /// <summary>Renders documents: the concrete ones that no other replaces, parents and sources first.</summary>
    /// <param name="yaml">Documents as read.</param>
    /// <param name="options">How strict to be.</param>
    /// <param name="warnings">Takes what was let pass.</param>
    /// <param name="token">Ends the work.</param>
    /// <exception cref="DesignException">What Deckhand refuses, with its error class as the id.</exception>
    public static IReadOnlyList<DeckhandDocument> Render(
        IEnumerable<YamlMap> yaml, DeckhandOptions options, ICollection<DesignProblem> warnings, CancellationToken token)
    {
        var documents = yaml.Select(map => new DeckhandDocument(map)).ToList();
        if (options.Prevalidate && Prevalidation.Check(documents, options, warnings) is { Count: > 0 } problems)
            throw new DesignException(problems);
        try
        {
            return Render(documents, options, warnings, token);
        }
        catch (DeckhandException e)
        {
            throw new DesignException(e.Problem);
        }
    }

    private static List<DeckhandDocument> Render(
        List<DeckhandDocument> all, DeckhandOptions options, ICollection<DesignProblem> warnings, CancellationToken token)
    {
        var policy = LayeringPolicy.Find(all, warnings);
        var documents = all.DistinctBy(d => (d.Schema, d.Layer, d.Name)).ToList();
        Parents.Find(documents, policy);
        MissingParents.Report(documents, warnings);
        Replacements.Find(documents, policy, options);
        var sources = new SourceIndex(documents);
        EncryptedDocuments.Refuse(documents, options);
        var unfinished = new HashSet<DeckhandDocument>();
        var substitution = new Substitution(sources, unfinished, options.AllowMissingSource, warnings);
        var ordered = RenderOrder.Sort(documents, sources);
        var faults = new List<DesignProblem>();
        var size = new DataSize();
        foreach (var document in ordered.Where(d => !d.IsControl))
        {
            token.ThrowIfCancellationRequested();
            var isSound = !RenderOrder.GetNeeds(document, sources).Any(unfinished.Contains);
            try
            {
                BarbicanReference.Refuse(document);
                if (Layering.Apply(document))
                    size.Check(document);
                isSound &= substitution.Apply(document);
                if (document.Substitutions.Count > 0)
                    size.Check(document);
                if (document.IsReplacement)
                    document.Parent!.Data = document.Data;
            }
            catch (DeckhandException e)
            {
                // What went wrong for want of another document's values is told there.
                if (isSound)
                    faults.Add(e.Problem);
                isSound = false;
            }

            if (!isSound)
                unfinished.Add(document);
        }

        faults.InsertRange(0, substitution.Faults);
        if (faults.Count > 0)
            throw new DesignException(faults);
        return [.. ordered.Where(d => !d.IsAbstract && d.ReplacedBy is null)];
    }
}

/// <summary>Options of the engine for what is missing or ill-formed.</summary>
/// <param name="AllowMissingSource">Leave a value unset, with a warning, where its source is missing.</param>
/// <param name="Prevalidate">Check envelopes first.</param>
internal sealed record DeckhandOptions(bool AllowMissingSource = false, bool Prevalidate = true)
{
    /// <summary>
    /// Whether what Deckhand refuses and Drydock has no trouble with is a warning: a document without storage policy, and documents of one
    /// schema and name of which none replaces the other.
    /// </summary>
    public bool IsLenient { get; init; }

    /// <summary>Whether a passphrase was given for what pegleg encrypted; then it is the wrong one for what is still encrypted.</summary>
    public bool HasPassphrase { get; init; }
}
