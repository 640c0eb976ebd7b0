using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Has rack controllers serve DHCP on a VLAN, in one update.</summary>
/// <param name="Fabric">The fabric's name when the write is made.</param>
/// <param name="Tag">The VLAN's tag.</param>
/// <param name="Present">The VLAN in MAAS; null when it is made by the same plan.</param>
/// <param name="Primary">The rack that serves.</param>
/// <param name="Secondary">The rack that stands in; null leaves it as it is, an empty text clears it.</param>
internal sealed record ServeDhcp(string Fabric, int Tag, Vlan? Present, string Primary, string? Secondary) : VlanChange(Fabric, Tag)
{
    /// <inheritdoc/>
    protected override bool NeedsRanges => true;

    /// <summary>The subnets that come to the VLAN bring their ranges.</summary>
    public override bool Requires(Operation other) => base.Requires(other)
        || (other is CreateSubnet or UpdateSubnet && other is SubnetSetup subnet && subnet.Fabric == Fabric && subnet.Tag == Tag);

    /// <summary>The site's rack controllers, by whose names people know them.</summary>
    public IReadOnlyList<RackController> Racks { get; private init; } = [];

    /// <inheritdoc/>
    public override VlanUpdate Request => new()
    {
        DhcpOn = true,
        PrimaryRack = Primary,
        SecondaryRack = Secondary,
        RelayVlan = Present?.RelayVlan is null ? null : "",
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges
    {
        get
        {
            var changes = new List<PlannedChange>();
            if (Present?.DhcpOn != true)
                changes.Add(Set(ChangeProperty.Dhcp, "off", "on"));
            if (Present?.PrimaryRack != Primary)
                changes.Add(SetRack(ChangeProperty.PrimaryRack, Present?.PrimaryRack, Primary));
            if (Secondary is not null && Present?.SecondaryRack != Secondary)
                changes.Add(SetRack(ChangeProperty.SecondaryRack, Present?.SecondaryRack, Secondary));
            if (Present?.RelayVlan is { } relay)
                changes.Add(Set(ChangeProperty.DhcpRelay, relay.ToString(), null));
            return changes;
        }
    }

    /// <summary>Compares a VLAN. MAAS refuses one rack in both parts.</summary>
    /// <param name="fabric">The fabric's name when the write is made.</param>
    /// <param name="tag">The VLAN's tag.</param>
    /// <param name="present">The VLAN in MAAS; null when it is made by the same plan.</param>
    /// <param name="primary">The rack that serves.</param>
    /// <param name="secondary">The rack that stands in; null when there is none.</param>
    /// <param name="racks">The site's rack controllers.</param>
    public static ServeDhcp Find(string fabric, int tag, Vlan? present, string primary, string? secondary, IReadOnlyList<RackController> racks)
    {
        var isTakenFromSecond = present?.SecondaryRack is { } second && second == primary;
        return new(fabric, tag, present, primary, secondary ?? (isTakenFromSecond ? "" : null)) { Racks = racks };
    }

    private PlannedChange SetRack(ChangeProperty property, string? before, string after) =>
        Set(property, GetName(before), GetName(after)) with { BeforeValues = ChangeValues.FromText(before), AfterValues = ChangeValues.FromText(after) };

    private string? GetName(string? systemId) => Racks.FirstOrDefault(r => r.SystemId == systemId)?.ToString() ?? systemId;
}

/// <summary>Has the DHCP of a VLAN relayed to another.</summary>
/// <param name="Fabric">The fabric's name when the write is made.</param>
/// <param name="Tag">The VLAN's tag.</param>
/// <param name="Before">The VLAN it is relayed to now; null for none.</param>
/// <param name="Target">The VLAN it is relayed to.</param>
internal sealed record RelayDhcp(string Fabric, int Tag, Vlan? Before, Vlan Target) : VlanChange(Fabric, Tag)
{
    /// <inheritdoc/>
    public override VlanUpdate Request => new() { RelayVlan = Target.Id.ToString(CultureInfo.InvariantCulture) };

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Set(ChangeProperty.DhcpRelay, Before?.ToString(), Target.ToString())];
}
