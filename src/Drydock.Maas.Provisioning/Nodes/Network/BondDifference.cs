using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>What an existing bond lacks to be as designed.</summary>
/// <param name="Changes">The differences.</param>
/// <param name="Request">The update that mends them, members apart.</param>
/// <param name="OtherMembers">Whether its members differ.</param>
internal sealed record BondDifference(IReadOnlyList<PlannedChange> Changes, BondRequest Request, bool OtherMembers)
{
    /// <summary>Compares a bond; one below a bridge has its VLAN from that.</summary>
    public static BondDifference Of(DesiredInterface desired, NetworkInterface bond, NetworkInterface? bridge, bool keepsMtu)
    {
        var changes = new List<PlannedChange>();
        var wanted = desired.Bonding!;
        var present = bond.Params ?? new InterfaceParameters();
        var next = bond.Vlan?.Id == desired.Vlan.Id ? null : desired.Vlan;
        var request = new BondRequest
        {
            VlanId = bridge is not null ? null : Number(ChangeProperty.Vlan, bond.Vlan?.Id, desired.Vlan.Id, bond.Vlan?.ToString(), desired.Vlan.ToString()),
            Mtu = keepsMtu || InterfaceMtu.IsToBeSet(bond, next, desired.Mtu) ? Mtu() : null,
            Mode = Text(ChangeProperty.BondMode, present.BondMode, wanted.Mode),
            MonitorInterval = Number(ChangeProperty.LinkCheckInterval, present.BondMiimon, wanted.MonitorInterval),
            UpDelay = Number(ChangeProperty.UpDelay, present.BondUpDelay, wanted.UpDelay),
            DownDelay = Number(ChangeProperty.DownDelay, present.BondDownDelay, wanted.DownDelay),
            LacpRate = Text(ChangeProperty.LacpRate, present.BondLacpRate, wanted.PeerRate),
            TransmitHashPolicy = Text(ChangeProperty.TransmitHashPolicy, present.BondXmitHashPolicy, wanted.TransmitHash),
        };
        var otherMembers = !desired.Members.ToHashSet(StringComparer.Ordinal).SetEquals(bond.Parents);
        if (otherMembers)
            changes.Add(BondRoom.Change(bond, desired.Members));
        return new(changes, request, otherMembers);

        int? Mtu()
        {
            changes.Add(NetworkChange.Set(bond.Name, ChangeProperty.Mtu, InterfaceMtu.InWords(bond, next, desired.Mtu), Show(desired.Mtu), [.. InterfaceMtu.Causes(bond, next, desired.Mtu)]));
            return desired.Mtu;
        }

        int? Number(ChangeProperty property, int? before, int? after, string? beforeText = null, string? afterText = null)
        {
            if (after is null || before == after)
                return null;
            changes.Add(NetworkChange.Set(bond.Name, property, beforeText ?? Show(before), afterText ?? Show(after)));
            return after;
        }

        string? Text(ChangeProperty property, string? before, string? after)
        {
            if (after is null || before == after)
                return null;
            changes.Add(NetworkChange.Set(bond.Name, property, before, after));
            return after;
        }

        static string? Show(int? number) => number?.ToString(CultureInfo.InvariantCulture);
    }
}
