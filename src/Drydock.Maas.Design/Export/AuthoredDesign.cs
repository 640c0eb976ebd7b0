using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Design.Documents.BootActions;
using Drydock.Maas.Design.Documents.Hosts;
using Drydock.Maas.Design.Documents.Networks;
using Drydock.Maas.Design.Documents.Sites;

namespace Drydock.Maas.Design.Export;

/// <summary>
/// Writes a site as a person would: a file a kind, what holds anyway left out, what nodes have in common in host profiles, and passwords in
/// documents of their own. Read again, it gives the same site.
/// </summary>
public static class AuthoredDesign
{
    private const string Secrets = "secrets.yaml";

    /// <summary>The files, in the order in which they are read best; those of nothing are left out.</summary>
    /// <param name="site">The site.</param>
    /// <param name="comments">Lines for the head of files, by their names.</param>
    public static IReadOnlyList<AuthoredFile> Write(SiteDesign site, IReadOnlyDictionary<string, IReadOnlyList<string>>? comments = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        var factoring = new ProfileFactoring(site.Nodes);
        var isLayered = factoring.Passphrases.Count > 0;
        var files = new List<AuthoredFile>();
        Add("region.yaml", "The site: who may log in, package repositories, tags by hardware.", site.Region is { } region
            ? [AuthoredDocument.CreateForDrydock("Region", region.Name, AuthoredDefaults.Region(new SiteDocuments(withSecrets: true).Region(region)))] : []);
        Add("racks.yaml", "Racks, for people and for choosing nodes.", site.Racks.Select(r => AuthoredDocument.CreateForDrydock("Rack", r.Name, SiteDocuments.Rack(r))));
        Add("links.yaml", "Kinds of ports: a fabric each.", site.NetworkLinks.Select(l => AuthoredDocument.CreateForDrydock("NetworkLink", l.Name, AuthoredDefaults.Link(NetworkDocuments.Link(l)))));
        Add("networks.yaml", "Networks: a subnet each.", site.Networks.Select(n => AuthoredDocument.CreateForDrydock("Network", n.Name, AuthoredDefaults.Network(NetworkDocuments.Network(n)))));
        Add("hardware.yaml", "Kinds of hardware.", site.HardwareProfiles.Select(p => AuthoredDocument.CreateForDrydock("HardwareProfile", p.Name, HardwareDocuments.Write(p))));
        Add("profiles.yaml", "What hosts have in common.", factoring.Profiles);
        Add("nodes.yaml", "The machines, with what is their own.", factoring.Nodes);
        Add("bootactions.yaml", "What machines get when they are deployed.", site.BootActions.Select(a => AuthoredDocument.CreateForDrydock("BootAction", a.Name, new BootActionDocuments(withSecrets: true).BootAction(a))));
        if (isLayered)
            files.Add(new(Secrets, Comment(Secrets, "Passwords of management controllers, which profiles and nodes take from here. Keep this file to yourself.") + WriteSecrets(factoring.Passphrases), IsSecret: true));
        return files;

        void Add(string name, string about, IEnumerable<AuthoredDocument> documents)
        {
            var wrapped = documents.Select(d => d.Wrap(isLayered)).ToList();
            if (wrapped.Count > 0)
                files.Add(new(name, Comment(name, about) + Text(wrapped), IsSecret: false));
        }

        string Comment(string name, string about)
        {
            var lines = (comments?.GetValueOrDefault(name) ?? []).Prepend(about);
            return string.Concat(lines.SelectMany(l => l.ReplaceLineEndings("\n").Split('\n')).Select(l => $"# {l}".TrimEnd() + "\n"));
        }
    }

    private static string WriteSecrets(IReadOnlyDictionary<string, string> passphrases)
    {
        var policy = new JsonObject
        {
            ["schema"] = "deckhand/LayeringPolicy/v1",
            ["metadata"] = new JsonObject { ["schema"] = "metadata/Control/v1", ["name"] = "layering-policy" },
            ["data"] = new JsonObject { ["layerOrder"] = new JsonArray(AuthoredDocument.Layer) },
        };
        return Text([policy, .. passphrases.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => new AuthoredDocument(AuthoredDocument.PassphraseSchema, p.Key, JsonValue.Create(p.Value)).Wrap(isLayered: true))]);
    }

    private static string Text(IEnumerable<JsonObject> documents)
    {
        using var writer = new StringWriter(new StringBuilder());
        YamlWriter.Write(writer, documents, isCompact: true);
        return writer.ToString();
    }
}
