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
    /// <summary>Plans the fabric of a network.</summary>
    public static NetworkPlan Plan(NetworkPlace place) => place.Fabric switch
    {
        { Present: null } fabric => place.Plan(new CreateFabric(fabric.Name)),
        { Present: { } present } fabric when present.Name != fabric.Name => place.Plan(new RenameFabric(present, fabric.Name)),
        _ => place.Plan(),
    };

    /// <summary>
    /// Plans the MTU of the untagged VLAN with the first native network of the fabric, else with its first one, and tells with the first network
    /// of a link that it shares the fabric.
    /// </summary>
    /// <param name="place">The network.</param>
    /// <param name="places">All networks that are set up.</param>
    public static NetworkPlan PlanUntagged(NetworkPlace place, IReadOnlyList<NetworkPlace> places)
    {
        var (fabric, link) = (place.Fabric, place.Link);
        var sharing = places.Where(p => ReferenceEquals(p.Fabric, fabric)).ToList();
        var natives = fabric.Links.Select(l => l.NativeNetwork).ToHashSet(StringComparer.Ordinal);
        var chosen = sharing.Find(p => natives.Contains(p.Network.Name)) ?? sharing[0];
        var plan = chosen.Network == place.Network ? PlanUntaggedMtu(place) : place.Plan();
        return link.FabricName == fabric.Name || sharing.Find(p => p.Link == link)?.Network != place.Network ? plan
            : plan with { Messages = [.. plan.Messages, DescribeSharing(fabric, link)] };
    }

    private static NetworkPlan PlanUntaggedMtu(NetworkPlace place)
    {
        const int MtuOfNewVlan = 1500;
        var mtus = FindUntaggedMtus(place.Fabric, place.Design);
        var (now, mtu) = (place.Fabric.FindVlan(0)?.Mtu ?? MtuOfNewVlan, mtus.Min(m => m.Mtu));
        var plan = now == mtu ? place.Plan() : place.Plan(new SetUntaggedMtu(place.Fabric.Name, now, mtu) { VlanId = place.Fabric.FindVlan(0)?.Id });
        var each = string.Join(", ", mtus.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Link.Name} {m.Mtu}")));
        return mtus.DistinctBy(m => m.Mtu).Count() == 1 ? plan
            : plan with { Messages = [$"The untagged VLAN of fabric {place.Fabric.Name} gets the smallest MTU of the links on it: {each}."] };
    }

    /// <summary>
    /// What every host on the VLAN can take: of links that share it the smallest MTU, those with a native network first of all.
    /// </summary>
    private static List<(NetworkLink Link, int Mtu)> FindUntaggedMtus(LinkFabric fabric, SiteDesign design)
    {
        var natives = fabric.Links.Select(l => (Link: l, Native: GetNative(l, design))).ToList();
        var carrying = natives.Where(l => l.Native is { NoConfig: false }).ToList();
        return (carrying.Count > 0 ? carrying : natives).ConvertAll(l => (l.Link, Mtu: l.Native?.Mtu ?? l.Link.Mtu));
    }

    private static Design.Network? GetNative(NetworkLink link, SiteDesign design) =>
        link.NativeNetwork is { } name && design.FindLinkOfNetwork(name) == link ? design.FindNetwork(name) : null;

    private static string DescribeSharing(LinkFabric fabric, NetworkLink link) =>
        $"Link {link.Name} shares fabric {fabric.Name} with link "
        + $"{string.Join(", ", fabric.Links.Where(l => l != link).Select(l => l.Name))}: MAAS has networks of both on it.";
}

/// <summary>A write to a fabric.</summary>
/// <param name="Name">The name it gets.</param>
internal abstract record FabricOperation(string Name) : NetworkOperation;

/// <summary>Makes a fabric, with its untagged VLAN.</summary>
/// <param name="Name">Its name.</param>
internal sealed record CreateFabric(string Name) : FabricOperation(Name)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Create(ResourceKind.Fabric, Name)];
}

/// <summary>Names a fabric that is there.</summary>
/// <param name="Present">The fabric in MAAS.</param>
/// <param name="Name">The name it gets.</param>
internal sealed record RenameFabric(Fabric Present, string Name) : FabricOperation(Name)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
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
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Set(ChangeProperty.Mtu, Before, Mtu) with { Parents = [Fabric] }];

    /// <inheritdoc/>
    protected override bool NeedsRanges => true;
}
