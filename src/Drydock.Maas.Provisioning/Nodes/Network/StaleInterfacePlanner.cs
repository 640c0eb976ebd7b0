using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Plans the end of interfaces that stand in the design's way: bonds and bridges over its NICs, VLANs it does not want.</summary>
internal static class StaleInterfacePlanner
{
    private static readonly HashSet<string> NothingGone = [];

    /// <summary>Plans the deletions, highest first; answers the names that will be gone.</summary>
    public static IReadOnlySet<string> Plan(PlanBuilder<MachineContext> builder, Machine machine, IReadOnlyList<DesiredInterface> interfaces)
    {
        var gone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stale in machine.Interfaces.Where(i => IsStale(i, machine, interfaces)))
            Delete(builder, machine, stale, gone);
        return gone;
    }

    private static bool IsStale(NetworkInterface nic, Machine machine, IReadOnlyList<DesiredInterface> interfaces) => nic.Type switch
    {
        "bond" => IsStaleBond(nic, machine, interfaces),
        "bridge" => IsStaleBridge(nic, machine, interfaces),
        "vlan" => interfaces.Any(d => d.IsNamed && d.Name == nic.Name)
            || interfaces.Any(d => nic.Parents.Contains(d.Name) && d.Tagged.All(t => t.Vlan.Id != nic.Vlan?.Id))
            || interfaces.Any(d => d.Bonding is not null && nic.Parents.Any(d.Members.Contains)),
        _ => false,
    };

    /// <summary>
    /// A bond of the design's name is changed in place, unless none of its NICs stays in it while another interface wants one of them:
    /// MAAS gives no NIC away that is in a bond.
    /// </summary>
    private static bool IsStaleBond(NetworkInterface nic, Machine machine, IReadOnlyList<DesiredInterface> interfaces)
    {
        var owner = interfaces.FirstOrDefault(d => d.Bonding is not null && d.Name == nic.Name);
        return owner is not null
            ? BondRoom.Of(owner, nic, interfaces) is { Given: true, Kept.Count: 0 }
            : IsInTheWay(nic, machine, interfaces);
    }

    /// <summary>A bridge is the design's where it stands; put elsewhere it would leave what it stood on where MAAS moved that along.</summary>
    private static bool IsStaleBridge(NetworkInterface nic, Machine machine, IReadOnlyList<DesiredInterface> interfaces)
    {
        var owner = interfaces.FirstOrDefault(d => d.Bridge is not null && d.Name == nic.Name);
        return owner is not null
            ? nic.Parents is not [var parent] || parent != owner.Bridge!.ParentIn(machine, NothingGone)
            : IsInTheWay(nic, machine, interfaces);
    }

    private static bool IsInTheWay(
        NetworkInterface nic, Machine machine, IReadOnlyList<DesiredInterface> interfaces) => interfaces.Any(d =>
        (d.IsNamed && d.Name == nic.Name)
        || nic.Parents.Any(p => p == d.Name || d.Nics.Contains(p))
        || d.Tagged.Any(t => InterfacePlanner.FindVlan(machine, d.Name, t.Vlan, NothingGone) is { } vlan && nic.Parents.Contains(vlan.Name)));

    private static void Delete(PlanBuilder<MachineContext> builder, Machine machine, NetworkInterface nic, HashSet<string> gone)
    {
        if (gone.Contains(nic.Name))
            return;
        foreach (var child in machine.Interfaces.Where(i => i.Parents.Contains(nic.Name)))
            Delete(builder, machine, child, gone);
        gone.Add(nic.Name);
        var type = nic.Type == "vlan" ? $"VLAN {nic.Vlan}" : nic.Type;
        var detail = nic.Parents.Count == 0 ? type : $"{type} on {string.Join(", ", nic.Parents)}";
        builder.Add(NetworkChange.Delete(ResourceKind.Interface, nic.Name, detail, nic.Parents), async (context, token) =>
        {
            await context.Client.Interfaces.DeleteAsync(context.SystemId, nic.Id, token).ConfigureAwait(false);
            context.ForgetInterface(nic.Id);
        });
    }
}
