using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>The fabrics of the links of a design.</summary>
internal static class LinkFabrics
{
    /// <summary>The fabrics by link; links without a network that is configured have none.</summary>
    public static IReadOnlyDictionary<NetworkLink, LinkFabric> Find(SiteDesign design, SiteSnapshot site)
    {
        var fabrics = new Dictionary<NetworkLink, LinkFabric>();
        var found = new List<(NetworkLink Link, Fabric Fabric)>();
        foreach (var link in design.NetworkLinks.Where(l => !l.NoConfig && GetNetworks(design, l).Any()))
        {
            var (present, error) = FabricFinder.Find(link, GetNetworks(design, link), design, site);
            if (present is null || error is not null)
                fabrics[link] = new LinkFabric(link.FabricName, null, [link]) { Error = error };
            else
                found.Add((link, present));
        }

        foreach (var sharing in found.GroupBy(f => f.Fabric.Id))
        {
            var links = sharing.Select(s => s.Link).ToList();
            var present = sharing.First().Fabric;
            var fabric = new LinkFabric(links.Exists(l => l.FabricName == present.Name) ? present.Name : links[0].FabricName, present, links);
            links.ForEach(l => fabrics[l] = fabric);
        }

        return fabrics;
    }

    /// <summary>The networks that a link carries and that are configured.</summary>
    public static IEnumerable<Design.Network> GetNetworks(SiteDesign design, NetworkLink link) =>
        link.AllowedNetworks.Select(design.FindNetwork).OfType<Design.Network>()
            .Where(n => !n.NoConfig && design.FindLinkOfNetwork(n.Name) == link);
}
