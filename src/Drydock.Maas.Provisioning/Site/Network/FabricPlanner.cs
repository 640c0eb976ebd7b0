using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Plans the name of a link's fabric and the MTU of its untagged VLAN.</summary>
internal static class FabricPlanner
{
    /// <summary>Plans the fabric before the first network on it, and the MTU of its untagged VLAN with the first native one.</summary>
    public static void Plan(LinkFabric fabric, SiteDesign design, IReadOnlyList<NetworkPlan> plans)
    {
        var possible = plans.Where(p => p is { Error: null, SkippedBecause: null }).ToList();
        if (possible.Count == 0)
            return;
        Prepend(possible[0], fabric);
        var natives = fabric.Links.Select(l => l.NativeNetwork).ToHashSet(StringComparer.Ordinal);
        PlanUntaggedMtu(possible.Find(p => natives.Contains(p.Network.Name)) ?? possible[0], fabric, design);
        foreach (var link in fabric.Links.Where(l => l.Name != fabric.Name))
            SaySharing(possible.Find(p => design.FindLinkOfNetwork(p.Network.Name) == link), fabric, link);
    }

    private static void Prepend(NetworkPlan plan, LinkFabric fabric)
    {
        var (name, present) = (fabric.Name, fabric.Present);
        var builder = new PlanBuilder<SiteContext>();
        if (present is null)
        {
            builder.Add(SiteChange.Create(ResourceKind.Fabric, name), async (context, token) =>
                context.Keep(name, await context.Client.Fabrics.CreateAsync(name, token).ConfigureAwait(false)));
        }
        else if (present.Name != name)
        {
            builder.Add(
                SiteChange.Set(ResourceKind.Fabric, present.Name, ChangeProperty.Name, present.Name, name, ChangeSeverity.Cosmetic), async (context, token) =>
                context.Keep(name, await context.Client.Fabrics.UpdateAsync(present.Id, name, token).ConfigureAwait(false)));
        }

        plan.Main.Prepend(builder);
    }

    /// <summary>
    /// Plans the MTU of the untagged VLAN; after its ranges, since MAAS takes no change of one that serves DHCP without a range.
    /// </summary>
    private static void PlanUntaggedMtu(NetworkPlan plan, LinkFabric fabric, SiteDesign design)
    {
        const int MtuOfNewVlan = 1500;
        var mtu = UntaggedMtu(plan, fabric, design);
        var now = fabric.FindVlan(0)?.Mtu ?? MtuOfNewVlan;
        if (now == mtu)
            return;
        var change = SiteChange.Set(ResourceKind.Vlan, $"{fabric.Name}/0", ChangeProperty.Mtu, Text(now), Text(mtu)) with { Parents = [fabric.Name] };
        plan.Main.Add(change, async (context, token) => context.Keep(
            fabric.Name,
            await context.Client.Vlans.UpdateAsync(
                context.Fabric(fabric.Name).Id, 0, new VlanUpdate { Mtu = mtu }, token).ConfigureAwait(false)));
    }

    /// <summary>
    /// What every host on the VLAN can take: of links that share it the smallest MTU, those with a native network first of all.
    /// </summary>
    private static int UntaggedMtu(NetworkPlan plan, LinkFabric fabric, SiteDesign design)
    {
        var natives = fabric.Links.Select(l => (Link: l, Native: NativeOf(l, design))).ToList();
        var carrying = natives.Where(l => l.Native is { NoConfig: false }).ToList();
        var mtus = (carrying.Count > 0 ? carrying : natives).ConvertAll(l => (l.Link, Mtu: l.Native?.Mtu ?? l.Link.Mtu));
        if (mtus.DistinctBy(m => m.Mtu).Count() > 1)
        {
            var each = string.Join(", ", mtus.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Link.Name} {m.Mtu}")));
            plan.Main.Say($"The untagged VLAN of fabric {fabric.Name} gets the smallest MTU of the links on it: {each}.");
        }

        return mtus.Min(m => m.Mtu);
    }

    private static Design.Network? NativeOf(NetworkLink link, SiteDesign design) =>
        link.NativeNetwork is { } name && design.FindLinkOfNetwork(name) == link ? design.FindNetwork(name) : null;

    private static void SaySharing(NetworkPlan? plan, LinkFabric fabric, NetworkLink link) => plan?.Main.Say(
        $"Link {link.Name} shares fabric {fabric.Name} with link "
        + $"{string.Join(", ", fabric.Links.Where(l => l != link).Select(l => l.Name))}: MAAS has networks of both on it.");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
