using System.Globalization;
using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents;

/// <summary>Finds where values were written by what the documents of a site hold.</summary>
internal sealed class DocumentOrigins(IEnumerable<Document> documents) : IDocumentOrigins
{
    private static readonly string[] Names = ["name", "network", "mountpoint", "tag"];

    private readonly Dictionary<(string Kind, string Name), Document> _documents = documents.ToDictionary(d => (d.Kind, d.Name));

    public ValidationDocument? Find(string kind, string name, IReadOnlyList<string> path)
    {
        var chain = Chain(kind, name);
        for (var length = path.Count; length > 0; length--)
        {
            foreach (var document in chain)
            {
                if (Find(document.Data, path, length) is { } place)
                    return Reference(document, place);
            }
        }

        return chain.Count > 0 ? Reference(chain[0], chain[0].Location) : null;
    }

    /// <summary>The document, then the host profiles it inherits from, the nearest first.</summary>
    private List<Document> Chain(string kind, string name)
    {
        var chain = new List<Document>();
        var next = _documents.GetValueOrDefault((kind, name));
        while (next is not null && !chain.Contains(next))
        {
            chain.Add(next);
            next = next.Kind is "BaremetalNode" or "HostProfile" && next.Data.Text("host_profile") is { } profile
                ? _documents.GetValueOrDefault(("HostProfile", profile))
                : null;
        }

        return chain;
    }

    private static DocumentLocation? Find(YamlMap data, IReadOnlyList<string> path, int length)
    {
        YamlNode node = data;
        DocumentLocation? place = null;
        for (var i = 0; i < length; i++)
        {
            if (Member(node, path[i]) is not { } member)
                return null;
            node = member.Value;

            // A mapping or list begins below its key; a value may come from another file, by substitution.
            place = node is YamlScalar ? node.Location : member.Place;
        }

        return place;
    }

    private static (YamlNode Value, DocumentLocation Place)? Member(YamlNode node, string step) => node switch
    {
        YamlMap map => map.Entries.FirstOrDefault(e => e.Key == step) is { } entry ? (entry.Value, entry.KeyLocation) : null,
        YamlList list => Item(list, step) is { } item ? (item, item.Location) : null,
        _ => null,
    };

    private static YamlNode? Item(YamlList list, string step)
    {
        if (step is ['[', .. var digits, ']'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return index < list.Items.Count ? list.Items[index] : null;
        return list.Items.FirstOrDefault(i => i is YamlScalar scalar
            ? scalar.Text == step
            : i is YamlMap map && Names.Any(n => map.Text(n) == step));
    }

    private static ValidationDocument Reference(Document document, DocumentLocation place) =>
        new() { Kind = document.Kind, Name = document.Name, File = place.File, Line = place.Line };
}
