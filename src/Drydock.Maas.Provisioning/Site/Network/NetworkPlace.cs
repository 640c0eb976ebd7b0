using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>A network of the design and its place in MAAS, as far as that is there.</summary>
/// <param name="Network">The network.</param>
/// <param name="Link">The link that carries it.</param>
/// <param name="Fabric">The fabric of that.</param>
/// <param name="Tag">The tag of its VLAN in MAAS.</param>
/// <param name="Design">The design.</param>
/// <param name="Site">What MAAS holds.</param>
internal sealed record NetworkPlace(Design.Network Network, NetworkLink Link, LinkFabric Fabric, int Tag, SiteDesign Design, SiteSnapshot Site)
{
    /// <summary>Its VLAN; null when that is still to be made.</summary>
    public Vlan? Vlan => Fabric.FindVlan(Tag);

    /// <summary>Its subnet; null when that is still to be made.</summary>
    public Subnet? Subnet { get; } = Site.Subnets.FirstOrDefault(s => s.Block == Network.Block);

    /// <summary>Whether it is the first that is possible on its VLAN, whose name and settings are its own.</summary>
    public bool IsFirst { get; init; }

    /// <summary>What is planned for it.</summary>
    /// <param name="operations">The operations; those that change nothing are left out.</param>
    public NetworkPlan Plan(params IEnumerable<NetworkOperation> operations) => new(Network) { Operations = [.. operations.Where(o => o.Changes.Count > 0)] };

    /// <summary>The place of a network.</summary>
    /// <exception cref="NodeException">NetworkNotPossible: it cannot be on such a VLAN.</exception>
    public static NetworkPlace Find(Design.Network network, NetworkLink link, LinkFabric fabric, SiteDesign design, SiteSnapshot site)
    {
        var tag = design.VlanTagInMaas(network) ?? throw new NodeException(
            ErrorIds.NetworkNotPossible, $"VLAN tag \"{network.Vlan}\" of network {network.Name} is no number.");
        SharedVlan.Check(design, fabric, link, network, tag, site);
        return new(network, link, fabric, tag, design, site);
    }
}
