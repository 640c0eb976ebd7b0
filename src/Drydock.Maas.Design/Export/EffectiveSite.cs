using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Design.Documents.BootActions;
using Drydock.Maas.Design.Documents.Hosts;
using Drydock.Maas.Design.Documents.Networks;
using Drydock.Maas.Design.Documents.Properties;
using static Drydock.Maas.Design.Documents.Properties.JsonBuilder;

namespace Drydock.Maas.Design.Export;

/// <summary>Takes a site apart into effective documents: read again, they give the same site.</summary>
internal sealed class EffectiveSite(bool withSecrets)
{
    /// <summary>The documents in an order that does not depend on files: by kind, then as the site has them.</summary>
    public IEnumerable<EffectiveDocument> Documents(SiteDesign site)
    {
        if (site.Region is { } region)
            yield return new("Region", region.Name, Region(region));
        foreach (var rack in site.Racks)
            yield return new("Rack", rack.Name, Rack(rack));
        foreach (var link in site.NetworkLinks)
            yield return new("NetworkLink", link.Name, NetworkDocuments.Link(link));
        foreach (var network in site.Networks)
            yield return new("Network", network.Name, NetworkDocuments.Network(network));
        foreach (var profile in site.HardwareProfiles)
            yield return new("HardwareProfile", profile.Name, Hardware(profile));
        foreach (var action in site.BootActions)
            yield return new("BootAction", action.Name, new BootActionDocuments(withSecrets).BootAction(action));
        foreach (var node in site.Nodes)
            yield return new("BaremetalNode", node.Name, new NodeDocuments(withSecrets).Node(node));
    }

    private JsonObject Region(Region region)
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

    private JsonObject Repository(PackageRepository repository) => Object(
        ("repo_type", repository.RepositoryType),
        ("url", withSecrets ? repository.FullUrl : repository.Url),
        ("distributions", Texts(repository.Distributions)),
        ("subrepos", Texts(repository.Subrepositories)),
        ("components", Texts(repository.Components)),
        ("arches", Texts(repository.Architectures)),
        ("gpgkey", repository.GpgKey));

    private static JsonObject Rack(Rack rack) => Object(
        ("tor_switches", Map(rack.TorSwitches.Select(s => KeyValuePair.Create(s.Name, s)),
            s => Object(("mgmt_ip", s.ManagementIP), ("sdn_api_uri", s.SdnApiUri)))),
        ("location", Texts(rack.RackLocation)),
        ("local_networks", Texts(rack.LocalNetworks)));

    // The schema wants a number, and the field means one; it is kept as the author wrote it.
    private static JsonValue? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
            : text is null ? null
            : JsonValue.Create(text);

    private static JsonObject Alias(DeviceAlias alias) => Object(
        ("address", alias.HasAddress ? alias.Address : null),
        ("dev_type", alias.DeviceType),
        ("bus_type", alias.HasAddress ? alias.BusType : null),
        ("serial", Values(alias.Serials)),
        ("wwn", Values(alias.Wwns)),
        ("path", Values(alias.Paths)),
        ("model", Values(alias.Models)),
        ("size", alias.Size));

    private static JsonArray? Values(IReadOnlyList<string> values) => values.Count == 0 ? null : [.. values.Select(v => (JsonNode)v)];

    private static JsonObject Hardware(HardwareProfile profile) => Object(
        ("vendor", profile.Vendor),
        ("generation", profile.Generation),
        ("hw_version", profile.HardwareVersion),
        ("bios_version", profile.BiosVersion),
        ("boot_mode", profile.BootMode),
        ("bootstrap_protocol", profile.BootstrapProtocol),
        ("pxe_interface", Number(profile.PxeInterface)),
        ("device_aliases", Map(
            profile.DeviceAliases.Select(a => KeyValuePair.Create(a.Alias, a)),
            Alias)),
        ("cpu_sets", Texts(profile.CpuSets)),
        ("hugepages", Map(profile.Hugepages, h => Object(("size", h.Size), ("count", h.Count)))));
}
