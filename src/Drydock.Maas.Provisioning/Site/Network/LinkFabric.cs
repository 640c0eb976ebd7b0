using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>
/// The fabric of one link, or of several that MAAS has on one: it then has the name of one of them, else each run would rename it.
/// </summary>
/// <param name="Name">Its name when the plan is carried out.</param>
/// <param name="Present">The fabric in MAAS; null when there is none yet.</param>
/// <param name="Links">The links on it, in design order.</param>
internal sealed record LinkFabric(string Name, Fabric? Present, IReadOnlyList<NetworkLink> Links)
{
    /// <summary>Why a link cannot have a fabric.</summary>
    public NodeException? Error { get; init; }

    /// <summary>The VLAN of a tag, if it is there.</summary>
    public Vlan? FindVlan(int tag) => Present?.Vlans.FirstOrDefault(v => v.Vid == tag);

    /// <summary>The networks on it that are configured and have the tag, in design order.</summary>
    public IEnumerable<Design.Network> GetNetworks(SiteDesign design, int tag) =>
        Links.SelectMany(l => LinkFabrics.GetNetworks(design, l)).Where(n => design.VlanTagInMaas(n) == tag);
}
