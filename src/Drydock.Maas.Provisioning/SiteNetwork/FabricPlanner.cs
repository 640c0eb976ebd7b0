using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Observe;
using Drydock.Maas.Provisioning.Plans;

namespace Drydock.Maas.Provisioning.SiteNetwork;

/// <summary>Finds a link's fabric by the subnets MAAS already knows, and plans its name and the MTU of its untagged VLAN.</summary>
internal static class FabricPlanner
{
    /// <summary>The link's fabric, null when there is none yet, or why there cannot be one.</summary>
    public static (Fabric? Present, NodeException? Error) Find(NetworkLink link, IEnumerable<Design.Network> networks, SiteSnapshot site)
    {
        var cidrs = networks.Select(n => n.Cidr).ToHashSet(StringComparer.Ordinal);
        var known = site.Subnets.Where(s => cidrs.Contains(s.Cidr) && s.Vlan is not null).ToList();
        var ids = known.Select(s => s.Vlan!.FabricId).Distinct().ToList();
        var named = site.Fabrics.FirstOrDefault(f => f.Name == link.Name);
        if (ids.Count == 0)
            return (named, null);

        var found = site.Fabrics.FirstOrDefault(f => f.Id == ids[0]);
        if (ids.Count > 1 || (named is not null && named.Id != ids[0]))
        {
            var where = string.Join(", ", known.Select(s => $"{s.Cidr} on {s.Vlan}"));
            var also = named is not null && named.Id != ids[0] ? $", and another fabric is called {link.Name}" : "";
            return (null, new NodeException(
                NodeErrorIds.IncompatibleFabrics,
                $"The networks of link {link.Name} are on fabrics that do not go together: {where}{also}. Move the subnets to one fabric in MAAS, or correct the link."));
        }

        return (found, null);
    }

    /// <summary>Puts the link's own changes before those of its first network.</summary>
    public static void PrependTo(NetworkPlan plan, NetworkLink link, Fabric? present)
    {
        var builder = new PlanBuilder<SiteContext>();
        if (present is null)
        {
            builder.Add(SiteChange.Create("Fabric", link.Name), async (context, token) =>
                context.Keep(link.Name, await context.Client.Fabrics.CreateAsync(link.Name, token).ConfigureAwait(false)));
        }
        else if (present.Name != link.Name)
        {
            builder.Add(SiteChange.Set("Fabric", present.Name, "name", present.Name, link.Name, ChangeSeverity.Cosmetic), async (context, token) =>
                context.Keep(link.Name, await context.Client.Fabrics.UpdateAsync(present.Id, link.Name, token).ConfigureAwait(false)));
        }

        plan.Main.Prepend(builder);
    }

    /// <summary>Plans the MTU of the untagged VLAN; after its ranges, since MAAS takes no change of one that serves DHCP without a range.</summary>
    public static void PlanUntaggedMtu(PlanBuilder<SiteContext> builder, NetworkLink link, Fabric? present, int mtu)
    {
        const int MtuOfNewVlan = 1500;
        var now = present?.Vlans.FirstOrDefault(v => v.Vid == 0)?.Mtu ?? MtuOfNewVlan;
        if (now == mtu)
            return;
        var change = SiteChange.Set("Vlan", $"{link.Name}/0", "mtu", Text(now), Text(mtu)) with { Parents = [link.Name] };
        builder.Add(change, async (context, token) => context.Keep(
            link.Name,
            await context.Client.Vlans.UpdateAsync(context.Fabric(link.Name).Id, 0, new VlanUpdate { Mtu = mtu }, token).ConfigureAwait(false)));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
