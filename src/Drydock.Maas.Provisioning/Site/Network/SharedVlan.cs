using System.Globalization;
using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Networks of one fabric with one tag share a VLAN: it has the first one's name.</summary>
internal static class SharedVlan
{
    /// <summary>
    /// One VLAN is one broadcast domain: networks of two links are on one only where MAAS has them there. A network that would be put
    /// beside another link's is refused; it may be that the links are not on one fabric after all.
    /// </summary>
    public static void Check(SiteDesign design, LinkFabric fabric, NetworkLink link, Design.Network network, int tag, SiteSnapshot site)
    {
        if (IsThere(network))
            return;
        var sharing = fabric.GetNetworks(design, tag).ToList();
        var before = sharing.IndexOf(network);
        if (sharing.Where((n, i) => design.FindLinkOfNetwork(n.Name) != link && (i < before || IsThere(n)))
            .FirstOrDefault() is not { } other)
            return;
        var vlan = tag == 0 ? "the untagged VLAN" : string.Create(CultureInfo.InvariantCulture, $"VLAN {tag}");
        var otherLink = design.FindLinkOfNetwork(other.Name)!.Name;
        throw new NodeException(
            ErrorIds.IncompatibleFabrics,
            $"Links {otherLink} and {link.Name} share fabric {fabric.Present}, since MAAS has networks of both on it. There {network.Name} "
            + $"would come to be on {vlan} with {other.Name} of link {otherLink}. If both are one broadcast "
            + $"domain, put subnet {network.Cidr} "
            + "on that VLAN in MAAS. If not, the links are on two fabrics: move the subnets of link "
            + $"{link.Name} to another fabric in MAAS.");

        bool IsThere(Design.Network n) =>
            site.Subnets.Any(s => s.Block == n.Block && s.Vlan?.FabricId == fabric.Present?.Id && s.Vlan?.Vid == tag);
    }
}
