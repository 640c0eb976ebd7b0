using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Plans the tagged VLAN of a network. The untagged one always exists, and its name never changes.</summary>
internal static class VlanPlanner
{
    /// <summary>Plans the VLAN where there is none.</summary>
    public static NetworkPlan PlanNew(NetworkPlace place) => place is { Tag: not 0, Vlan: null }
        ? place.Plan(new CreateVlan(place.Fabric.Name, place.Tag, place.Network.VlanName, place.Network.Mtu))
        : place.Plan();

    /// <summary>Plans name and MTU of a VLAN that is there.</summary>
    public static NetworkPlan PlanDifference(NetworkPlace place) => place is { Tag: not 0, Vlan: { } present }
        ? place.Plan(UpdateVlan.Find(place.Fabric.Name, present, place.Network))
        : place.Plan();
}

/// <summary>Makes a VLAN on a fabric.</summary>
/// <param name="Fabric">The fabric's name when the write is made.</param>
/// <param name="Tag">The VLAN's tag.</param>
/// <param name="Name">The VLAN's name.</param>
/// <param name="Mtu">Its MTU; null leaves it to MAAS.</param>
internal sealed record CreateVlan(string Fabric, int Tag, string Name, int? Mtu) : VlanOperation(Fabric, Tag)
{
    /// <summary>What is sent for it.</summary>
    public VlanUpdate Request => new() { Vid = Tag, Name = Name, Mtu = Mtu };

    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(Request);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Create(ResourceKind.Vlan, Vlan, Mtu is null ? Name : string.Create(CultureInfo.InvariantCulture, $"{Name}, mtu {Mtu}"), Fabric)];
}

/// <summary>Changes name and MTU of a VLAN; what stays is null.</summary>
/// <param name="Fabric">The fabric's name when the write is made.</param>
/// <param name="Present">The VLAN in MAAS.</param>
/// <param name="Name">The name it gets.</param>
/// <param name="Mtu">The MTU it gets.</param>
internal sealed record UpdateVlan(string Fabric, Vlan Present, string? Name, int? Mtu) : VlanChange(Fabric, Present.Vid)
{
    /// <inheritdoc/>
    public override int? FabricId => Present.FabricId;

    /// <inheritdoc/>
    public override int? VlanId => Present.Id;

    /// <inheritdoc/>
    public override VlanUpdate Request => new() { Name = Name, Mtu = Mtu };

    /// <inheritdoc/>
    protected override bool NeedsRanges => true;

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges
    {
        get
        {
            var changes = new List<PlannedChange>();
            if (Name is not null)
                changes.Add(Set(ChangeProperty.Name, Present.Name, Name, ChangeSeverity.Cosmetic));
            if (Mtu is { } mtu)
                changes.Add(Set(ChangeProperty.Mtu, Present.Mtu, mtu));
            return changes;
        }
    }

    /// <summary>Compares a VLAN.</summary>
    public static UpdateVlan Find(string fabric, Vlan present, Design.Network network) => new(
        fabric, present, present.Name == network.VlanName ? null : network.VlanName, present.Mtu == network.Mtu ? null : network.Mtu);
}
