using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>Documents that substitutions may take from: concrete ones, by schema and name.</summary>
internal sealed class SourceIndex
{
    private readonly Dictionary<(string, string), DeckhandDocument> _byName = [];

    public SourceIndex(IEnumerable<DeckhandDocument> documents)
    {
        foreach (var document in documents.Where(d => !d.IsAbstract))
            _byName.TryAdd(document.Identity, document.ReplacedBy ?? document);
    }

    /// <summary>The source a substitution names, or null.</summary>
    public DeckhandDocument? Find(YamlMap source) =>
        source.Find("schema") is YamlScalar schema && source.Find("name") is YamlScalar name
            ? _byName.GetValueOrDefault((schema.Text, name.Text))
            : null;
}
