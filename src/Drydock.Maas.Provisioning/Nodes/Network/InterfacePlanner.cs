using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Plans NICs, bonds and VLAN interfaces with the bridges on them: VLAN and MTU in one update each.</summary>
internal static class InterfacePlanner
{
    /// <summary>Plans an interface and what stands on it, from the ground up.</summary>
    /// <param name="builder">Where the plan goes.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="desired">The interface.</param>
    /// <param name="bridges">The bridges over it and its VLAN interfaces.</param>
    /// <param name="gone">Interfaces that will be deleted.</param>
    /// <param name="bonds">Bonds that NICs will have left, by name.</param>
    public static void Plan(
        PlanBuilder<MachineContext> builder,
        Machine machine,
        DesiredInterface desired,
        IReadOnlyList<DesiredInterface> bridges,
        IReadOnlySet<string> gone,
        IReadOnlyDictionary<string, NetworkInterface> bonds)
    {
        var whole = bridges.FirstOrDefault(b => b.Bridge!.Over is null);
        PlanGround(builder, machine, desired, whole is null ? null : Find(machine, whole.Name, gone), gone, bonds);
        if (whole is not null)
            BridgePlanner.Plan(builder, machine, whole, gone);
        foreach (var tagged in desired.Tagged)
            PlanVlan(builder, machine, desired, tagged, bridges, gone);
        foreach (var tagged in whole?.Tagged ?? [])
            PlanVlan(builder, machine, whole!, tagged, [], gone);
        foreach (var bridge in bridges.Where(b => b != whole))
            BridgePlanner.Plan(builder, machine, bridge, gone);
    }

    /// <summary>Plans NICs and bond. What is above a NIC moves it along: a bond its members, a bridge what it stands on.</summary>
    private static void PlanGround(
        PlanBuilder<MachineContext> builder,
        Machine machine,
        DesiredInterface desired,
        NetworkInterface? bridge,
        IReadOnlySet<string> gone,
        IReadOnlyDictionary<string, NetworkInterface> bonds)
    {
        var bond = desired.Bonding is null ? null : bonds.GetValueOrDefault(desired.Name) ?? Find(machine, desired.Name, gone);
        foreach (var name in desired.Nics)
        {
            var above = desired.Bonding is null ? bridge : bond;
            string[] causes = [.. GoneOver(machine, name, gone), .. Left(machine, name, bonds)];
            var nic = Find(machine, name, gone)!;
            var keepsMtu = desired.Bonding is null && InterfaceMtu.IsToBeKept(nic, machine, desired, gone);
            PlanNic(builder, nic, desired.Vlan, desired.Mtu, causes, above, keepsMtu);
        }

        if (desired.Bonding is not null && bond is null)
            BondPlanner.PlanNew(builder, machine, desired, gone);
        else if (bond is not null)
            BondPlanner.PlanDifference(builder, desired, bond, bridge, InterfaceMtu.IsToBeKept(bond, machine, desired, gone));
    }

    /// <summary>The interface on a parent for a VLAN, or null.</summary>
    public static NetworkInterface? FindVlan(Machine machine, string parent, Vlan vlan, IReadOnlySet<string> gone) =>
        machine.Interfaces.FirstOrDefault(i =>
            i.Type == "vlan" && i.Parents.Contains(parent) && i.Vlan?.Id == vlan.Id && !gone.Contains(i.Name));

    /// <summary>The interface of a name that stays, or null.</summary>
    public static NetworkInterface? Find(Machine machine, string name, IReadOnlySet<string> gone) =>
        gone.Contains(name) ? null : machine.Interfaces.FirstOrDefault(i => i.Name == name);

    private static void PlanNic(
        PlanBuilder<MachineContext> builder,
        NetworkInterface nic,
        Vlan vlan,
        int mtu,
        IReadOnlyList<string> causes,
        NetworkInterface? above,
        bool keepsMtu = false)
    {
        var changes = new List<PlannedChange>();
        var update = new InterfaceUpdate { Tags = InterfaceTags.ToKeep(nic) };
        var next = nic.Vlan?.Id == vlan.Id ? null : vlan;
        // What stands on a NIC takes it along when it moves to another VLAN itself.
        if (next is not null && !(above?.Parents.Contains(nic.Name) == true && above.Vlan?.Id != vlan.Id))
        {
            update = update with { VlanId = vlan.Id };
            changes.Add(NetworkChange.Set(nic.Name, ChangeProperty.Vlan, nic.Vlan?.ToString(), vlan.ToString(), causes));
        }

        if (keepsMtu || InterfaceMtu.IsToBeSet(nic, next, mtu))
        {
            update = update with { Mtu = mtu };
            string[] all = [.. InterfaceMtu.Causes(nic, next, mtu), .. causes];
            changes.Add(NetworkChange.Set(nic.Name, ChangeProperty.Mtu, InterfaceMtu.InWords(nic, next, mtu), Text(mtu), all));
        }

        builder.Add(changes, async (context, token) =>
            context.Keep(await context.Client.Interfaces.UpdateAsync(context.SystemId, nic.Id, update, token).ConfigureAwait(false)));
    }

    private static void PlanVlan(
        PlanBuilder<MachineContext> builder,
        Machine machine,
        DesiredInterface parent,
        DesiredVlanInterface tagged,
        IReadOnlyList<DesiredInterface> bridges,
        IReadOnlySet<string> gone)
    {
        var present = FindVlan(machine, parent.Name, tagged.Vlan, gone);
        if (present is null)
        {
            var name = VlanName(parent.Name, tagged.Vlan);
            var mtu = tagged.Mtu is { } size ? string.Create(CultureInfo.InvariantCulture, $", mtu {size}") : "";
            string[] parents = [parent.Name, .. GoneOver(machine, parent.Name, gone)];
            var change = NetworkChange.Create(ResourceKind.Interface, name, $"VLAN {tagged.Vlan}{mtu}", parents);
            builder.Add(change, async (context, token) => context.Keep(await context.Client.Interfaces
                .CreateVlanAsync(context.SystemId, context.Interface(parent.Name).Id, tagged.Vlan.Id, tagged.Mtu, token)
                .ConfigureAwait(false)));
        }
        else
        {
            // The NIC below carries at least this MTU: one that the design no longer has would never let it come down.
            var over = bridges.FirstOrDefault(b => b.Bridge!.Over?.Id == tagged.Vlan.Id);
            var bridge = over is null ? null : Find(machine, over.Name, gone);
            PlanNic(builder, present, tagged.Vlan, tagged.Mtu ?? tagged.Vlan.Mtu, [], bridge);
        }
    }

    /// <summary>What has to go from above an interface: the cause of what is then made anew there.</summary>
    public static IEnumerable<string> GoneOver(Machine machine, string name, IReadOnlySet<string> gone) =>
        machine.Interfaces.Where(i => gone.Contains(i.Name) && i.Parents.Contains(name)).Select(i => i.Name);

    /// <summary>The bonds that a NIC will have left.</summary>
    private static IEnumerable<string> Left(Machine machine, string name, IReadOnlyDictionary<string, NetworkInterface> bonds) =>
        machine.Interfaces
            .Where(i => i.Parents.Contains(name) && bonds.TryGetValue(i.Name, out var bond) && !bond.Parents.Contains(name))
            .Select(i => i.Name);

    /// <summary>The name MAAS gives a VLAN interface.</summary>
    public static string VlanName(string parent, Vlan vlan) =>
        string.Create(CultureInfo.InvariantCulture, $"{parent}.{vlan.Vid}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
