using Drydock.Maas.Design.Deckhand.Errors;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>The order of layers, the least specific first; layers without documents are left out.</summary>
internal sealed class LayeringPolicy
{
    private readonly Dictionary<string, int> _order = new(StringComparer.Ordinal);

    private LayeringPolicy(IReadOnlyList<string> layers)
    {
        Layers = layers;
        for (var i = 0; i < layers.Count; i++)
            _order.TryAdd(layers[i], i);
    }

    public static LayeringPolicy Find(IReadOnlyList<DeckhandDocument> documents, ICollection<DesignProblem> warnings)
    {
        var policies = documents.Where(d => d.IsPolicy).ToList();
        if (policies.Count == 0)
            throw NotFound();
        foreach (var other in policies.Skip(1))
            warnings.Add(Unread(other, policies[0]));

        var names = GetNames(policies[0]);
        foreach (var document in documents.Where(d => d.Layer is not null && !names.Contains(d.Layer)))
        {
            throw document.Fault(
                ErrorIds.InvalidDocumentLayer,
                $"The layer {document.Layer} of this document is none of the layering policy's: {string.Join(", ", names)}.");
        }

        return new([.. names.Where(n => documents.Any(d => d.Layer == n))]);
    }

    /// <summary>Layers that have documents; one named twice counts twice, as in the engine.</summary>
    public IReadOnlyList<string> Layers { get; }

    /// <summary>The place of a document's layer, 0 for the least specific.</summary>
    public int GetLevel(DeckhandDocument document) => _order[document.Layer!];

    /// <summary>The layers that a policy names, in its order.</summary>
    public static IReadOnlyList<string> GetNames(DeckhandDocument policy) =>
        ((policy.Yaml.Find("data") as YamlMap)?.Find("layerOrder") as YamlList)?.Items.OfType<YamlScalar>().Select(s => s.Text).ToList() ?? [];

    private static DeckhandException NotFound() => new(
        ErrorIds.LayeringPolicyNotFound, "There is no document deckhand/LayeringPolicy; it says in which order layers stand.", null);

    private static DesignProblem Unread(DeckhandDocument other, DeckhandDocument first) =>
        other.Fault(ErrorIds.SeveralLayeringPolicies, $"The layering policy {first.Name} was met first; this one is not looked at.").Problem;
}
