using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>A write to a VLAN.</summary>
/// <param name="Fabric">The fabric's name when the write is made.</param>
/// <param name="Tag">The VLAN's tag; 0 is the untagged one.</param>
internal abstract record VlanOperation(string Fabric, int Tag) : NetworkOperation
{
    /// <summary>The VLAN in words, for example gp/101.</summary>
    public string Vlan => Describe(Fabric, Tag);

    /// <inheritdoc/>
    public override bool Requires(Operation other) => base.Requires(other) || NeedsFabric(other, Fabric);

    /// <summary>A VLAN in words, for example gp/101.</summary>
    public static string Describe(string fabric, int tag) => string.Create(CultureInfo.InvariantCulture, $"{fabric}/{tag}");
}

/// <summary>A change of a VLAN that is there by then.</summary>
/// <param name="Fabric">The fabric's name when the write is made.</param>
/// <param name="Tag">The VLAN's tag.</param>
internal abstract record VlanChange(string Fabric, int Tag) : VlanOperation(Fabric, Tag)
{
    /// <summary>The fabric's id where the VLAN is there already; null where the fabric may be made by the same plan.</summary>
    public virtual int? FabricId => null;

    /// <summary>The VLAN's id; null where it is made by the same plan.</summary>
    public virtual int? VlanId { get; init; }

    /// <summary>What is sent for it.</summary>
    public abstract VlanUpdate Request { get; }

    /// <summary>Whether its ranges have to be there: MAAS takes no change of a VLAN that serves DHCP without one.</summary>
    protected virtual bool NeedsRanges => false;

    /// <summary>DHCP that ends does so first: it may be without a range, and MAAS refuses a relay in the write that turns it off.</summary>
    public override bool Requires(Operation other) => base.Requires(other)
        || NeedsVlan(other, Fabric, Tag)
        || (this is not EndDhcp && other is EndDhcp end && end.Fabric == Fabric && end.Tag == Tag)
        || (NeedsRanges && other is RangeOperation range && range.Fabric == Fabric && range.Tag == Tag);

    /// <summary>The change of a property.</summary>
    protected PlannedChange Set(ChangeProperty property, string? before, string? after, ChangeSeverity severity = ChangeSeverity.Disruptive) =>
        Set(ResourceKind.Vlan, Vlan, property, before, after, severity);

    /// <summary>The change of a number.</summary>
    protected PlannedChange Set(ChangeProperty property, int before, int after) =>
        Set(property, before.ToString(CultureInfo.InvariantCulture), after.ToString(CultureInfo.InvariantCulture));
}
