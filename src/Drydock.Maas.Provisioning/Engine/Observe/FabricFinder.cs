using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>Finds a link's fabric by the subnets MAAS already knows.</summary>
internal static class FabricFinder
{
    /// <summary>
    /// The link's fabric, null when there is none yet, or why there cannot be one. A fabric of the link's name is it, and subnets that
    /// somebody moved elsewhere are moved back; else the one that its subnets are on, but for those of other links.
    /// </summary>
    public static (Fabric? Present, NodeException? Error) Find(
        NetworkLink link, IEnumerable<Design.Network> networks, SiteDesign design, SiteSnapshot site)
    {
        var blocks = networks.Select(n => n.Block).ToHashSet();
        var known = site.Subnets.Where(s => blocks.Contains(s.Block) && s.Vlan is not null).ToList();
        var named = site.Fabrics.FirstOrDefault(f => f.Name == link.FabricName);
        if (named is not null)
        {
            return known.Find(s => s.Vlan!.FabricId != named.Id && RackOn(s, site) is not null) is not { } held ? (named, null)
                : (null, Incompatible(link, known, $". Rack controller {RackOn(held, site)} has its address of {held.Cidr} on {held.Vlan}, so "
                    + $"that the subnet is not moved to fabric {named}"));
        }

        var ids = known.Select(s => s.Vlan!.FabricId).Distinct().ToList();
        if (ids.Count > 1)
        {
            var others = design.NetworkLinks.Where(l => l != link).Select(l => l.FabricName).ToHashSet(StringComparer.Ordinal);
            ids.RemoveAll(id => site.Fabrics.Any(f => f.Id == id && others.Contains(f.Name)));
        }

        return ids.Count switch
        {
            1 => (site.Fabrics.FirstOrDefault(f => f.Id == ids[0]), null),
            _ when known.Count == 0 => (null, null),
            _ => (null, Incompatible(link, known, "")),
        };
    }

    /// <summary>A rack controller whose NIC is where the subnet is: the subnet was not moved there by mistake.</summary>
    private static RackController? RackOn(Subnet subnet, SiteSnapshot site) => site.RackControllers.FirstOrDefault(r =>
        r.Interfaces.Any(i => i.Vlan?.Id == subnet.Vlan?.Id && i.Links.Any(l => l.Subnet?.Id == subnet.Id)));

    private static NodeException Incompatible(NetworkLink link, List<Subnet> known, string why)
    {
        var where = string.Join(", ", known.Select(s => $"{s.Cidr} on {s.Vlan}"));
        return new(
            ErrorIds.IncompatibleFabrics,
            $"The networks of link {link.Name} are on fabrics that do not go together: {where}{why}. "
                + "Move the subnets to one fabric in MAAS, or correct the link.");
    }
}
