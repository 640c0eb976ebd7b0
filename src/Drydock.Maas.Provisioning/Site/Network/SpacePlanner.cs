using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>
/// Plans the space of VLANs: that of the label space of the network, else of its link, else the one given for the whole site. An empty
/// label takes the VLAN out of its space; where nothing is asked for nothing is changed.
/// </summary>
internal static class SpacePlanner
{
    private const string Label = "space";
    private const string Undefined = "undefined";

    public static bool IsAskedFor(SiteDesign design, string? siteSpace) =>
        siteSpace is not null
            || design.NetworkLinks.Any(l => l.Labels.ContainsKey(Label))
            || design.Networks.Any(n => n.Labels.ContainsKey(Label));

    /// <summary>Plans the space of a network's VLAN.</summary>
    /// <param name="place">The network, the first of its VLAN.</param>
    /// <param name="siteSpace">The space of VLANs for which the design names none; null leaves them where they are.</param>
    public static NetworkPlan Plan(NetworkPlace place, string? siteSpace)
    {
        var wanted = place.Network.Labels.GetValueOrDefault(Label) ?? place.Link.Labels.GetValueOrDefault(Label) ?? siteSpace;
        var now = place.Vlan?.Space is null or Undefined ? "" : place.Vlan.Space;
        if (wanted is null || wanted == now)
            return place.Plan();
        var set = new SetSpace(place.Fabric.Name, place.Tag, now, wanted) { VlanId = place.Vlan?.Id };
        return wanted.Length == 0 || place.Site.Spaces.Any(s => s.Name == wanted) ? place.Plan(set) : place.Plan(new CreateSpace(wanted), set);
    }
}

/// <summary>Makes a space.</summary>
/// <param name="Name">Its name.</param>
internal sealed record CreateSpace(string Name) : NetworkOperation
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Create(ResourceKind.Space, Name)];
}

/// <summary>Puts a VLAN into a space, or takes it out of its own.</summary>
/// <param name="Fabric">The fabric's name when the write is made.</param>
/// <param name="Tag">The VLAN's tag.</param>
/// <param name="Before">Its space now; empty for none.</param>
/// <param name="Space">The space it gets; empty for none.</param>
internal sealed record SetSpace(string Fabric, int Tag, string Before, string Space) : VlanChange(Fabric, Tag)
{
    /// <inheritdoc/>
    public override VlanUpdate Request => new() { Space = Space };

    /// <inheritdoc/>
    public override bool Requires(Operation other) => base.Requires(other) || (other is CreateSpace made && made.Name == Space);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Set(ChangeProperty.Space, Before, Space, ChangeSeverity.Cosmetic) with { Parents = Space.Length == 0 ? [] : [Space] }];
}
