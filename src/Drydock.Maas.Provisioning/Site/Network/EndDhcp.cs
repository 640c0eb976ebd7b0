using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Ends DHCP on a VLAN: nobody serves or relays it any more, and no rack controller has a part in it.</summary>
/// <param name="Fabric">The fabric's name when the write is made.</param>
/// <param name="Present">The VLAN in MAAS.</param>
internal sealed record EndDhcp(string Fabric, Vlan Present) : VlanChange(Fabric, Present.Vid)
{
    /// <inheritdoc/>
    public override int? FabricId => Present.FabricId;

    /// <inheritdoc/>
    public override int? VlanId => Present.Id;

    /// <summary>Whether MAAS stops serving.</summary>
    public bool SwitchesOff { get; private init; }

    /// <summary>Whether it is not relayed any more.</summary>
    public bool ClearsRelay { get; private init; }

    /// <summary>Whether the rack that stands in has no part any more.</summary>
    public bool ClearsSecondary { get; private init; }

    /// <summary>Whether the first rack has no part any more.</summary>
    public bool ClearsPrimary { get; private init; }

    /// <inheritdoc/>
    public override VlanUpdate Request => new()
    {
        DhcpOn = SwitchesOff ? false : null,
        RelayVlan = ClearsRelay ? "" : null,
        SecondaryRack = ClearsSecondary ? "" : null,
        PrimaryRack = ClearsPrimary ? "" : null,
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges
    {
        get
        {
            var changes = new List<PlannedChange>();
            if (SwitchesOff)
                changes.Add(Set(ChangeProperty.Dhcp, "on", "off"));
            if (ClearsRelay)
                changes.Add(Set(ChangeProperty.DhcpRelay, Present.RelayVlan?.ToString(), null));
            if (ClearsSecondary)
                changes.Add(Set(ChangeProperty.SecondaryRack, Present.SecondaryRack, null));
            if (ClearsPrimary)
                changes.Add(Set(ChangeProperty.PrimaryRack, Present.PrimaryRack, null));
            return changes;
        }
    }

    /// <summary>The rack that stands in goes first, else MAAS makes it the primary.</summary>
    public override bool Requires(Operation other) => base.Requires(other)
        || (ClearsPrimary && other is EndDhcp { ClearsSecondary: true, ClearsPrimary: false } end && end.Present.Id == Present.Id);

    /// <summary>
    /// The updates of a VLAN, none for one without any of it.
    /// </summary>
    /// <param name="fabric">The fabric's name when the writes are made.</param>
    /// <param name="present">The VLAN in MAAS.</param>
    /// <param name="keepsRelay">Whether a relay stays, or is replaced later.</param>
    public static IEnumerable<EndDhcp> Find(string fabric, Vlan present, bool keepsRelay = false)
    {
        var hasPrimary = !string.IsNullOrEmpty(present.PrimaryRack);
        var hasSecondary = !string.IsNullOrEmpty(present.SecondaryRack);
        var first = new EndDhcp(fabric, present)
        {
            SwitchesOff = present.DhcpOn,
            ClearsRelay = present.RelayVlan is not null && !keepsRelay,
            ClearsSecondary = hasSecondary,
            ClearsPrimary = hasPrimary && !hasSecondary,
        };
        if (first.Changes.Count > 0)
            yield return first;
        if (hasPrimary && hasSecondary)
            yield return new(fabric, present) { ClearsPrimary = true };
    }
}
