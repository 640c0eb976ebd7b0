using Drydock.Maas.Design.Documents.Properties;

namespace Drydock.Maas.Design.Documents.Sites;

/// <summary>Readers of Region and Rack documents.</summary>
internal static class SiteReaders
{
    /// <summary>What Drydock's schema means an entry of repositories to have.</summary>
    public static IReadOnlyList<string> RepositoryProperties { get; } =
        ["repo_type", "url", "distributions", "subrepos", "components", "gpgkey", "arches", "options"];

    public static Region ReadRegion(PropertyReader reader)
    {
        var repositories = reader.Map("repositories");
        return new Region
        {
            Name = reader.Document.Name,
            AuthorizedKeys = reader.Texts("authorized_keys") ?? [],
            TagDefinitions = [.. reader.Maps("tag_definitions").Select(ReadTag)],
            RemoveUnlistedRepositories = repositories?.Boolean("remove_unlisted") ?? false,
            Repositories = repositories is null
                ? []
                : [.. reader.NamedMaps("repositories", except: "remove_unlisted").Where(r => r.Value is not null)
                    .Select(r => ReadRepository(r.Name, r.Value!))],
            Location = reader.Document.Location,
        };
    }

    public static Rack ReadRack(PropertyReader reader) => new()
    {
        Name = reader.Document.Name,
        TorSwitches = [.. reader.NamedMaps("tor_switches").Select(s => new TorSwitch
        {
            Name = s.Name,
            ManagementIP = s.Value?.Text("mgmt_ip"),
            SdnApiUri = s.Value?.Text("sdn_api_uri"),
        })],
        RackLocation = (reader.TextMap("location") ?? []).ToDictionary(),
        LocalNetworks = reader.Texts("local_networks") ?? [],
        Location = reader.Document.Location,
    };

    private static TagDefinition ReadTag(PropertyReader reader) => new()
    {
        Tag = reader.RequiredText("tag"),
        DefinitionType = reader.RequiredText("definition_type"),
        Definition = reader.RequiredText("definition"),
    };

    private static RepositoryDefinition ReadRepository(string name, PropertyReader reader)
    {
        reader.NoteMasked("url");
        return NewRepository(name, reader);
    }

    private static RepositoryDefinition NewRepository(string name, PropertyReader reader) => new()
    {
        Name = name,
        RepositoryType = reader.ReadChoice("repo_type", "apt", "rpm") ?? "apt",
        Url = reader.RequiredText("url"),
        Distributions = reader.Texts("distributions") ?? [],
        Subrepositories = reader.Texts("subrepos"),
        Components = reader.Texts("components"),
        Architectures = reader.Texts("arches") ?? ["amd64"],
        GpgKey = reader.Text("gpgkey"),
        Options = reader.TextMap("options")?.ToDictionary(StringComparer.Ordinal) ?? [],
        UnknownProperties = reader.Entries.Where(e => !RepositoryProperties.Contains(e.Key))
            .ToDictionary(e => e.Key, e => e.KeyLocation, StringComparer.Ordinal),
    };
}
