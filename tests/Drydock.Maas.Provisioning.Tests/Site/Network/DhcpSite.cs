using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.SiteState;

namespace Drydock.Maas.Provisioning.Tests.Site.Network;

/// <summary>A network with a DHCP range, and another VLAN that a rack has its address on.</summary>
internal static class DhcpSite
{
    public static readonly Vlan Upstream = Vlan(50, 0, "upstream", 5);
    public static readonly Design.Network Pxe = GetNetwork("pxe", "10.1.0.0/24") with { Ranges = [Dhcp("10.1.0.100", "10.1.0.200")] };

    public static Design.Network Relayed => Pxe with { DhcpRelayTarget = "10.9.0.2" };

    public static NetworkPlan Plan(Vlan vlan, Func<Vlan, IReadOnlyList<RackController>> racks, Design.Network? network = null) =>
        SiteWith([network ?? Pxe], [Link("pxe", "pxe", "pxe")]).PlanOne(new SiteSnapshot
        {
            Fabrics = [Fabric(2, "pxe", vlan)], Subnets = [Subnet(1, "pxe", Pxe.Cidr, vlan)], RackControllers = racks(vlan),
        });

    /// <summary>The changes beside the range.</summary>
    public static IReadOnlyList<string> Changes(Vlan vlan, Func<Vlan, IReadOnlyList<RackController>> racks) =>
        [.. Plan(vlan, racks).InWords().Skip(1)];
}
