using Drydock.Maas.Design.Documents.BootActions;
using Drydock.Maas.Design.Documents.Hosts;
using Drydock.Maas.Design.Documents.Networks;
using Drydock.Maas.Design.Documents.Sites;

namespace Drydock.Maas.Design.Export;

/// <summary>Takes a site apart into effective documents: read again, they give the same site.</summary>
internal sealed class EffectiveSite(bool withSecrets)
{
    /// <summary>The documents in an order that does not depend on files: by kind, then as the site has them.</summary>
    public IEnumerable<EffectiveDocument> Documents(SiteDesign site)
    {
        if (site.Region is { } region)
            yield return new("Region", region.Name, new SiteDocuments(withSecrets).Region(region));
        foreach (var rack in site.Racks)
            yield return new("Rack", rack.Name, SiteDocuments.Rack(rack));
        foreach (var link in site.NetworkLinks)
            yield return new("NetworkLink", link.Name, NetworkDocuments.Link(link));
        foreach (var network in site.Networks)
            yield return new("Network", network.Name, NetworkDocuments.Network(network));
        foreach (var profile in site.HardwareProfiles)
            yield return new("HardwareProfile", profile.Name, HardwareDocuments.Write(profile));
        foreach (var action in site.BootActions)
            yield return new("BootAction", action.Name, new BootActionDocuments(withSecrets).BootAction(action));
        foreach (var node in site.Nodes)
            yield return new("BaremetalNode", node.Name, new NodeDocuments(withSecrets).Node(node));
    }
}
