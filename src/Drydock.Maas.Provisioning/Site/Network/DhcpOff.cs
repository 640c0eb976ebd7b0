using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Updates that end DHCP on a VLAN: nobody serves or relays it any more, and no rack controller has a part in it.</summary>
internal static class DhcpOff
{
    /// <summary>The updates, each with the changes it makes; none for a VLAN without any of it.</summary>
    public static IEnumerable<(IReadOnlyList<PlannedChange> Changes, VlanUpdate Update)> Updates(string name, Vlan present)
    {
        var changes = new List<PlannedChange>();
        var update = new VlanUpdate();
        if (present.DhcpOn)
        {
            update = update with { DhcpOn = false };
            changes.Add(SiteChange.Set(ResourceKind.Vlan, name, ChangeProperty.Dhcp, "on", "off"));
        }

        if (present.RelayVlan is { } relay)
        {
            update = update with { RelayVlan = "" };
            changes.Add(SiteChange.Set(ResourceKind.Vlan, name, ChangeProperty.DhcpRelay, relay.ToString(), null));
        }

        return WithoutRacks(name, present, update, changes);
    }

    /// <summary>Updates that take the racks off too; the second has to go first, else MAAS makes it the primary.</summary>
    public static IEnumerable<(IReadOnlyList<PlannedChange> Changes, VlanUpdate Update)> WithoutRacks(
        string name, Vlan present, VlanUpdate update, List<PlannedChange> changes)
    {
        var hasSecond = !string.IsNullOrEmpty(present.SecondaryRack);
        var primary =
            string.IsNullOrEmpty(present.PrimaryRack) ? null : SiteChange.Set(ResourceKind.Vlan, name, ChangeProperty.PrimaryRack, present.PrimaryRack, null);
        if (hasSecond)
        {
            update = update with { SecondaryRack = "" };
            changes.Add(SiteChange.Set(ResourceKind.Vlan, name, ChangeProperty.SecondaryRack, present.SecondaryRack, null));
        }
        else if (primary is not null)
        {
            update = update with { PrimaryRack = "" };
            changes.Add(primary);
        }

        if (changes.Count > 0)
            yield return (changes, update);
        if (hasSecond && primary is not null)
            yield return ([primary], new VlanUpdate { PrimaryRack = "" });
    }

    /// <summary>Adds one update of a VLAN of a link's fabric.</summary>
    public static void Add(NetworkPlan plan, LinkFabric fabric, int tag, IReadOnlyList<PlannedChange> changes, VlanUpdate update) =>
        plan.Main.Add(changes, async (context, token) => context.Keep(
            fabric.Name, await context.Client.Vlans.UpdateAsync(context.Fabric(fabric.Name).Id, tag, update, token).ConfigureAwait(false)));
}
