using Drydock.Maas.Design.Deckhand.Values;
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
        if (options.Prevalidate && Prevalidation.Check(documents) is { Count: > 0 } problems)
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
        var policy = LayeringPolicy.Of(all, warnings);
        var documents = all.DistinctBy(d => (d.Schema, d.Layer, d.Name)).ToList();
        Parents.Find(documents, policy);
        MissingParents.Tell(documents, warnings);
        Replacements.Find(documents);
        var sources = new SourceIndex(documents);
        SealedDocument.Refuse(documents, options);
        var substitution = new Substitution(sources, options.AllowMissingSource, warnings);
        var ordered = RenderOrder.Of(documents, sources);
        try
        {
            foreach (var document in ordered.Where(d => !d.IsControl))
            {
                token.ThrowIfCancellationRequested();
                BarbicanReference.Refuse(document);
                Layering.Apply(document);
                substitution.Apply(document);
                if (document.IsReplacement)
                    document.Parent!.Data = document.Data;
            }
        }
        catch (DeckhandException) when (substitution.Faults.Count > 0)
        {
            // What is missing may be missed again further on; the gaps themselves are told.
        }

        if (substitution.Faults.Count > 0)
            throw new DesignException(substitution.Faults);
        return [.. ordered.Where(d => !d.IsAbstract && d.ReplacedBy is null)];
    }
}

/// <summary>How the engine treats what is missing or ill-formed.</summary>
/// <param name="AllowMissingSource">Leave a value unset, with a warning, where its source is missing.</param>
/// <param name="Prevalidate">Check envelopes first.</param>
internal sealed record DeckhandOptions(bool AllowMissingSource = false, bool Prevalidate = true)
{
    /// <summary>Whether a passphrase was given for what pegleg encrypted; then it is the wrong one for what is still encrypted.</summary>
    public bool HasPassphrase { get; init; }
}
