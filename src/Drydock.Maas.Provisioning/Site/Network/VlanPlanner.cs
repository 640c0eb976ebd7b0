using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Plans the tagged VLAN of a network. The untagged one always exists, and its name never changes.</summary>
internal static class VlanPlanner
{
    /// <summary>Plans the VLAN where there is none.</summary>
    public static void PlanNew(NetworkPlan plan, LinkFabric fabric, int tag, Vlan? present)
    {
        if (tag == 0 || present is not null)
            return;
        var network = plan.Network;
        var name = NameOf(fabric, tag);
        var vlan = new VlanUpdate { Vid = tag, Name = network.Name, Mtu = network.Mtu };
        var detail = network.Mtu is null ? network.Name : string.Create(CultureInfo.InvariantCulture, $"{network.Name}, mtu {network.Mtu}");
        plan.Main.Add(SiteChange.Create(ResourceKind.Vlan, name, detail, fabric.Name), async (context, token) => context.Keep(
            fabric.Name, await context.Client.Vlans.CreateAsync(context.Fabric(fabric.Name).Id, vlan, token).ConfigureAwait(false)));
    }

    /// <summary>
    /// Plans name and MTU of a VLAN that is there; after its ranges, since
    /// MAAS takes no change of one that serves DHCP without a range.
    /// </summary>
    public static void PlanDifference(NetworkPlan plan, LinkFabric fabric, int tag, Vlan? present)
    {
        if (tag == 0 || present is null)
            return;
        var network = plan.Network;
        var name = NameOf(fabric, tag);
        var changes = new List<PlannedChange>();
        var update = new VlanUpdate();
        if (present.Name != network.Name)
        {
            update = update with { Name = network.Name };
            changes.Add(SiteChange.Set(ResourceKind.Vlan, name, ChangeProperty.Name, present.Name, network.Name, ChangeSeverity.Cosmetic));
        }

        if (network.Mtu is { } mtu && present.Mtu != mtu)
        {
            update = update with { Mtu = mtu };
            changes.Add(SiteChange.Set(ResourceKind.Vlan, name, ChangeProperty.Mtu, Text(present.Mtu), Text(mtu)));
        }

        plan.Main.Add(changes, async (context, token) => context.Keep(
            fabric.Name, await context.Client.Vlans.UpdateAsync(context.Fabric(fabric.Name).Id, tag, update, token).ConfigureAwait(false)));
    }

    /// <summary>A VLAN in words, for example gp/101.</summary>
    public static string NameOf(LinkFabric fabric, int tag) => string.Create(CultureInfo.InvariantCulture, $"{fabric.Name}/{tag}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
