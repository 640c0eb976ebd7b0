using System.Text.Json.Nodes;
using static Drydock.Maas.Design.Documents.Properties.JsonBuilder;

namespace Drydock.Maas.Design.Documents.Sites;

/// <summary>Regions and racks as documents.</summary>
internal sealed class SiteDocuments(bool withSecrets)
{
    public JsonObject Region(Region region)
    {
        var repositories = Object(region.RemoveUnlistedRepositories ? ("remove_unlisted", true) : ("remove_unlisted", null));
        foreach (var repository in region.Repositories)
            repositories[repository.Name] = Repository(repository);
        return Object(
            ("tag_definitions", List(
                region.TagDefinitions, t => Object(("tag", t.Tag), ("definition_type", t.DefinitionType), ("definition", t.Definition)))),
            ("authorized_keys", Texts(region.AuthorizedKeys)),
            ("repositories", NotEmpty(repositories)));
    }

    private JsonObject Repository(RepositoryDefinition repository) => Object(
        ("repo_type", repository.RepositoryType),
        ("url", withSecrets ? repository.FullUrl : repository.Url),
        ("distributions", Texts(repository.Distributions)),
        ("subrepos", Texts(repository.Subrepositories)),
        ("components", Texts(repository.Components)),
        ("arches", Texts(repository.Architectures)),
        ("gpgkey", repository.GpgKey));

    public static JsonObject Rack(Rack rack) => Object(
        ("tor_switches", Map(rack.TorSwitches.Select(s => KeyValuePair.Create(s.Name, s)),
            s => Object(("mgmt_ip", s.ManagementIP), ("sdn_api_uri", s.SdnApiUri)))),
        ("location", Texts(rack.RackLocation)),
        ("local_networks", Texts(rack.LocalNetworks)));
}
