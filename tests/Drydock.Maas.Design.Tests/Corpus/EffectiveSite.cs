using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drydock.Maas.Design.Tests.Corpus;

/// <summary>A compiled site in Drydock's names and shapes.</summary>
internal static class EffectiveSite
{
    public static JsonObject Of(SiteDesign site) => new()
    {
        ["region"] = site.Region is { } region ? RegionOf(region) : null,
        ["racks"] = Named(site.Racks, r => r.Name, RackOf),
        ["networks"] = Named(site.Networks, n => n.Name, EffectiveNetwork.Of),
        ["network_links"] = Named(site.NetworkLinks, l => l.Name, EffectiveNetwork.OfLink),
        ["hardware_profiles"] = Named(site.HardwareProfiles, p => p.Name, EffectiveHardware.Of),
        ["node_order"] = Json(site.Nodes.Select(n => n.Name)),
        ["nodes"] = Named(site.Nodes, n => n.Name, EffectiveNode.Of),
        ["bootaction_targets"] = Named(site.BootActions, a => a.Name, a => Json(a.TargetNodes.Order(StringComparer.Ordinal))),
    };

    public static JsonNode? Json<T>(T value) => JsonSerializer.SerializeToNode(value);

    public static JsonObject Named<T>(IEnumerable<T> items, Func<T, string> name, Func<T, JsonNode?> make) =>
        new(items.Select(i => KeyValuePair.Create(name(i), make(i))));

    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> make) => new([.. items.Select(make)]);

    private static JsonObject RegionOf(Region region) => new()
    {
        ["name"] = region.Name,
        ["authorized_keys"] = Json(region.AuthorizedKeys),
        ["tag_definitions"] = List(region.TagDefinitions, t => new JsonObject
        {
            ["tag"] = t.Tag,
            ["type"] = t.DefinitionType,
            ["definition"] = t.Definition,
        }),
        ["repositories"] = region.Repositories.Count == 0 && !region.RemoveUnlistedRepositories ? null : new JsonObject
        {
            ["remove_unlisted"] = region.RemoveUnlistedRepositories,
            ["list"] = List(region.Repositories, RepositoryOf),
        },
    };

    private static JsonObject RepositoryOf(RepositoryDefinition repository) => new()
    {
        ["name"] = repository.Name,
        ["url"] = repository.Url,
        ["repo_type"] = repository.RepositoryType,
        ["gpgkey"] = repository.GpgKey,
        ["distributions"] = Json(repository.Distributions),
        ["subrepos"] = Json(repository.Subrepositories),
        ["components"] = Json(repository.Components),
        ["arches"] = Json(repository.Architectures),
        ["options"] = repository.Options.Count == 0 ? null : Json(repository.Options),
        ["disabled_components"] = Json(Disabled(repository, ["main", "multiverse", "restricted", "universe"], repository.Components)),
        ["disabled_subrepos"] = Json(Disabled(repository, ["backports", "security", "updates"], repository.Subrepositories)),
    };

    private static IEnumerable<string> Disabled(RepositoryDefinition repository, string[] standard, IReadOnlyList<string>? enabled) =>
        repository.RepositoryType == "apt" ? standard.Except(enabled ?? []) : [];

    private static JsonObject RackOf(Rack rack) => new()
    {
        ["name"] = rack.Name,
        ["location"] = Json(rack.RackLocation),
        ["local_networks"] = Json(rack.LocalNetworks),
        ["tor_switches"] = List(rack.TorSwitches, s => new JsonObject
        {
            ["switch_name"] = s.Name,
            ["mgmt_ip"] = s.ManagementIP,
            ["sdn_api_uri"] = s.SdnApiUri,
        }),
    };
}
