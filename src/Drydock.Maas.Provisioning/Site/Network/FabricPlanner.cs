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
        if (fabric.Present is null)
            possible[0].Main.Add(new CreateFabric(fabric.Name));
        else if (fabric.Present.Name != fabric.Name)
            possible[0].Main.Add(new RenameFabric(fabric.Present, fabric.Name));
        var natives = fabric.Links.Select(l => l.NativeNetwork).ToHashSet(StringComparer.Ordinal);
        PlanUntaggedMtu(possible.Find(p => natives.Contains(p.Network.Name)) ?? possible[0], fabric, design);
        foreach (var link in fabric.Links.Where(l => l.Name != fabric.Name))
            SaySharing(possible.Find(p => design.FindLinkOfNetwork(p.Network.Name) == link), fabric, link);
    }

    /// <summary>
    /// Plans the MTU of the untagged VLAN; after its ranges, since MAAS takes no change of one that serves DHCP without a range.
    /// </summary>
    private static void PlanUntaggedMtu(NetworkPlan plan, LinkFabric fabric, SiteDesign design)
    {
        const int MtuOfNewVlan = 1500;
        var mtu = UntaggedMtu(plan, fabric, design);
        var now = fabric.FindVlan(0)?.Mtu ?? MtuOfNewVlan;
        if (now != mtu)
            plan.Main.Add(new SetUntaggedMtu(fabric.Name, now, mtu));
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
}

/// <summary>A write to a fabric.</summary>
/// <param name="Name">The name it gets.</param>
internal abstract record FabricOperation(string Name) : NetworkOperation
{
    /// <inheritdoc/>
    public sealed override bool Requires(Operation other) => false;
}

/// <summary>Makes a fabric, with its untagged VLAN.</summary>
/// <param name="Name">Its name.</param>
internal sealed record CreateFabric(string Name) : FabricOperation(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes => [Create(ResourceKind.Fabric, Name)];
}

/// <summary>Names a fabric that is there.</summary>
/// <param name="Present">The fabric in MAAS.</param>
/// <param name="Name">The name it gets.</param>
internal sealed record RenameFabric(Fabric Present, string Name) : FabricOperation(Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes =>
        [Set(ResourceKind.Fabric, Present.Name, ChangeProperty.Name, Present.Name, Name, ChangeSeverity.Cosmetic)];
}

/// <summary>Changes the MTU of a fabric's untagged VLAN.</summary>
/// <param name="Fabric">The fabric's name when the write is made.</param>
/// <param name="Before">Its MTU now; of a fabric that is still to be made, what MAAS gives it.</param>
/// <param name="Mtu">The MTU it gets.</param>
internal sealed record SetUntaggedMtu(string Fabric, int Before, int Mtu) : VlanChange(Fabric, 0)
{
    /// <inheritdoc/>
    public override VlanUpdate Request => new() { Mtu = Mtu };

    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes => [Set(ChangeProperty.Mtu, Before, Mtu) with { Parents = [Fabric] }];
}
