using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>
/// Whose the DHCP, racks and relay of a VLAN are. Decided here alone, from every subnet and range on it: MAAS serves all of them with one
/// switch, so that switching it off for one network takes it from the others.
/// </summary>
/// <param name="Server">The first network of the design there that wants DHCP; null when none does.</param>
/// <param name="Subnets">The subnets there that the design does not set up.</param>
/// <param name="Ranges">The dynamic ranges on its own subnets that somebody else made.</param>
/// <param name="IsRelayTarget">Whether another VLAN relays, or will relay, its DHCP to this one.</param>
internal sealed record DhcpOwnership(
    Design.Network? Server, IReadOnlyList<Subnet> Subnets, IReadOnlyList<IPRange> Ranges, bool IsRelayTarget)
{
    /// <summary>Whether no network of the design wants DHCP there, and nobody else has it either.</summary>
    public bool IsNobodys => Server is null && !IsRelayTarget && Subnets.Count == 0 && Ranges.Count == 0;

    /// <summary>Whether it stays as it is, since it serves what is not the design's.</summary>
    public bool IsOthers => Server is null && !IsRelayTarget && !IsNobodys;

    /// <summary>What it serves beside the design, in words.</summary>
    public string Others => string.Join(
        ", ", [.. Subnets.Select(s => s.Cidr), .. Ranges.Select(r => $"range {r.StartIP}-{r.EndIP} of {r.Subnet?.Cidr}")]);

    /// <summary>Whose the DHCP of a VLAN is; of one that MAAS does not have yet the design's, or nobody's.</summary>
    public static DhcpOwnership Find(SiteDesign design, SiteSnapshot site, LinkFabric fabric, int tag)
    {
        var server = fabric.GetNetworks(design, tag).FirstOrDefault(n => n.HasDhcp);
        if (fabric.FindVlan(tag) is not { } vlan)
            return new(server, [], [], false);
        var subnets = site.Subnets.Where(s => s.Vlan?.Id == vlan.Id).ToLookup(s => IsSetUp(design, s));
        return new(server, [.. subnets[false]], [.. subnets[true].SelectMany(s => RangesOfOthers(s, site))], IsRelayedTo(vlan, design, site));
    }

    /// <summary>Plans the end of DHCP that is nobody's on a VLAN that is there; what is others' stays.</summary>
    public static NetworkPlan PlanEnd(NetworkPlace place)
    {
        if (place.Vlan is not { } vlan)
            return place.Plan();
        var ownership = Find(place.Design, place.Site, place.Fabric, place.Tag);
        var updates = EndDhcp.Find(place.Fabric.Name, vlan).ToList();
        if (ownership.IsNobodys)
            return place.Plan(updates);
        return !ownership.IsOthers || updates.Count == 0 ? place.Plan() : place.Plan() with
        {
            LeftDhcp = [(vlan, ownership)],
            Messages = [$"DHCP of VLAN {vlan} stays as it is: it serves {ownership.Others}, which the design does not set up."],
        };
    }

    /// <summary>The dynamic ranges of a subnet that no run of ours, nor of Drydock, has made.</summary>
    public static IEnumerable<IPRange> RangesOfOthers(Subnet subnet, SiteSnapshot site) =>
        site.IPRanges.Where(r => r.Type == "dynamic" && r.Comment != SiteComment.Text && r.Subnet?.Id == subnet.Id);

    private static bool IsSetUp(SiteDesign design, Subnet subnet) =>
        design.Networks.Any(n => n.Block == subnet.Block && SiteNetworkPlanner.IsConfigured(design, n));

    private static bool IsRelayedTo(Vlan vlan, SiteDesign design, SiteSnapshot site) =>
        site.Fabrics.SelectMany(f => f.Vlans).Any(v => v.RelayVlan?.Id == vlan.Id)
        || site.RackControllers.SelectMany(r => r.Interfaces).Any(i =>
            i.Vlan?.Id == vlan.Id
                && i.Links.Any(l => !l.Address.IsEmpty && design.Networks.Any(n => IPNumber.Read(n.DhcpRelayTarget) == l.Address)));
}
