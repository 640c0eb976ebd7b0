using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Observe;

namespace Drydock.Maas.Provisioning.SiteNetwork;

/// <summary>Plans that nobody serves or relays DHCP on a VLAN of whose networks none wants it any more.</summary>
internal static class DhcpOff
{
    public static void Plan(NetworkPlan plan, LinkFabric fabric, int tag, Vlan present)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{fabric.Name}/{tag}");
        var changes = new List<PlannedChange>();
        var update = new VlanUpdate();
        if (present.DhcpOn)
        {
            update = update with { DhcpOn = false };
            changes.Add(SiteChange.Set("Vlan", name, "DHCP", "on", "off"));
        }

        if (present.RelayVlan is { } relay)
        {
            update = update with { RelayVlan = "" };
            changes.Add(SiteChange.Set("Vlan", name, "DHCP relay", relay.ToString(), null));
        }

        PlanWithoutRacks(plan, fabric, tag, present, update, changes);
    }

    /// <summary>Whether some VLAN relays, or will relay, its DHCP to this one: then its servers are needed.</summary>
    public static bool IsRelayTarget(Vlan vlan, SiteDesign design, SiteSnapshot site) =>
        site.Fabrics.SelectMany(f => f.Vlans).Any(v => v.RelayVlan?.Id == vlan.Id)
        || site.RackControllers.SelectMany(r => r.Interfaces).Any(i =>
            i.Vlan?.Id == vlan.Id
                && i.Links.Any(l => l.IPAddress is not null && design.Networks.Any(n => n.DhcpRelayTarget == l.IPAddress)));

    /// <summary>The subnets on the VLAN that its DHCP serves and that the design does not have.</summary>
    public static IReadOnlyList<string> ServedForOthers(Vlan vlan, SiteDesign design, SiteSnapshot site)
    {
        var dynamic = site.IPRanges.Where(r => r.Type == "dynamic").Select(r => r.Subnet?.Id).ToHashSet();
        return [.. site.Subnets.Where(s => s.Vlan?.Id == vlan.Id && dynamic.Contains(s.Id) && design.Networks.All(n => n.Cidr != s.Cidr))
            .Select(s => s.Cidr)];
    }

    /// <summary>Adds a write that clears the racks too; the second has to go first, else MAAS makes it the primary.</summary>
    internal static void PlanWithoutRacks(
        NetworkPlan plan, LinkFabric fabric, int tag, Vlan present, VlanUpdate update, List<PlannedChange> changes)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{fabric.Name}/{tag}");
        var hasSecond = !string.IsNullOrEmpty(present.SecondaryRack);
        var primary =
            string.IsNullOrEmpty(present.PrimaryRack) ? null : SiteChange.Set("Vlan", name, "primary rack", present.PrimaryRack, null);
        if (hasSecond)
        {
            update = update with { SecondaryRack = "" };
            changes.Add(SiteChange.Set("Vlan", name, "secondary rack", present.SecondaryRack, null));
        }
        else if (primary is not null)
        {
            update = update with { PrimaryRack = "" };
            changes.Add(primary);
        }

        Add(plan, fabric, tag, changes, update);
        if (hasSecond && primary is not null)
            Add(plan, fabric, tag, [primary], new VlanUpdate { PrimaryRack = "" });
    }

    internal static void Add(NetworkPlan plan, LinkFabric fabric, int tag, IReadOnlyList<PlannedChange> changes, VlanUpdate update) =>
        plan.Main.Add(changes, async (context, token) => context.Keep(
            fabric.Name, await context.Client.Vlans.UpdateAsync(context.Fabric(fabric.Name).Id, tag, update, token).ConfigureAwait(false)));
}
