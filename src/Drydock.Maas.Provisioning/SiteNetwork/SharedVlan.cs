using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.SiteNetwork;

/// <summary>Networks of one link with one tag share a VLAN: it has the first one's name, and DHCP where any of them wants it.</summary>
/// <param name="IsOwner">Whether the network is the first.</param>
/// <param name="IsServer">Whether it is the first that wants DHCP.</param>
/// <param name="HasDhcp">Whether any wants DHCP.</param>
internal sealed record SharedVlan(bool IsOwner, bool IsServer, bool HasDhcp)
{
    public static SharedVlan Of(SiteDesign design, NetworkLink link, Design.Network network)
    {
        var tag = design.VlanTagInMaas(network);
        var sharing = link.AllowedNetworks.Select(design.FindNetwork).OfType<Design.Network>()
            .Where(n => !n.NoConfig && design.FindLinkOfNetwork(n.Name) == link && design.VlanTagInMaas(n) == tag).ToList();
        return new(sharing.FirstOrDefault() == network, sharing.Find(n => n.HasDhcp) == network, sharing.Exists(n => n.HasDhcp));
    }
}
