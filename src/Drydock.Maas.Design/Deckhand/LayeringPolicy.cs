using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>The order of layers, the least specific first; layers without documents are left out.</summary>
internal sealed class LayeringPolicy
{
    private readonly Dictionary<string, int> _order;

    private LayeringPolicy(Dictionary<string, int> order) => _order = order;

    public static LayeringPolicy Of(IReadOnlyList<DeckhandDocument> documents, ICollection<DesignProblem> warnings)
    {
        var policies = documents.Where(d => d.IsPolicy).ToList();
        if (policies.Count == 0)
            throw new DeckhandException(DeckhandError.LayeringPolicyNotFound, "There is no document deckhand/LayeringPolicy/v1; it says in which order layers stand.", null);
        foreach (var other in policies.Skip(1))
            warnings.Add(other.Fault("SeveralLayeringPolicies", $"The layering policy {policies[0].Name} was met first; this one is not looked at.").Problem);

        var names = ((policies[0].Yaml.Find("data") as YamlMap)?.Find("layerOrder") as YamlList)?.Items.OfType<YamlScalar>().Select(s => s.Text).ToList() ?? [];
        foreach (var document in documents.Where(d => !d.IsControl && (d.Layer is null || !names.Contains(d.Layer))))
        {
            throw document.Fault(
                DeckhandError.InvalidDocumentLayer, $"The layer {document.Layer} of this document is none of the layering policy's: {string.Join(", ", names)}.");
        }

        var used = names.Where(n => documents.Any(d => !d.IsControl && d.Layer == n)).Distinct();
        return new(used.Select((name, index) => (name, index)).ToDictionary(x => x.name, x => x.index, StringComparer.Ordinal));
    }

    /// <summary>The place of a document's layer, 0 for the least specific.</summary>
    public int LevelOf(DeckhandDocument document) => _order[document.Layer!];
}
