using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>
/// A write to the networks of the site: fabrics, VLANs, subnets, ranges, routes, spaces, domains. It names the fabric, VLAN and subnet it needs,
/// which the same plan may make, for this network or another.
/// </summary>
internal abstract record NetworkOperation : SiteOperation
{
    /// <summary>Whether it needs a fabric as the other operation leaves it.</summary>
    protected static bool NeedsFabric(Operation other, string fabric) => other is FabricOperation made && made.Name == fabric;

    /// <summary>Whether it needs a VLAN that the other operation makes, or the fabric of that.</summary>
    protected static bool NeedsVlan(Operation other, string fabric, int tag) =>
        NeedsFabric(other, fabric) || (other is CreateVlan made && made.Fabric == fabric && made.Tag == tag);
}
