using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Plans;

namespace Drydock.Maas.Provisioning.Network;

/// <summary>Plans the end of interfaces that stand in the design's way: bonds and bridges over its NICs, VLANs it does not want.</summary>
internal static class StaleInterfacePlanner
{
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
        "bond" or "bridge" => IsStaleOverNics(nic, interfaces),
        "vlan" => interfaces.Any(d => nic.Parents.Contains(d.Name) && d.Tagged.All(t => t.Vlan.Id != nic.Vlan?.Id))
            || interfaces.Any(d => d.Bonding is not null && nic.Parents.Any(d.Members.Contains)),
        _ => false,
    };

    /// <summary>
    /// A bond of the design's name is changed in place, unless none of its NICs stays in it while another interface wants one of them:
    /// MAAS gives no NIC away that is in a bond.
    /// </summary>
    private static bool IsStaleOverNics(NetworkInterface nic, IReadOnlyList<DesiredInterface> interfaces)
    {
        var owner = interfaces.FirstOrDefault(d => d.Bonding is not null && d.Name == nic.Name);
        if (owner is not null && nic.Type == "bond")
            return BondRoom.Of(owner, nic, interfaces) is { Given: true, Kept.Count: 0 };
        return owner is not null || nic.Parents.Any(parent => interfaces.Any(d => d.Nics.Contains(parent) || d.Name == parent));
    }

    private static void Delete(PlanBuilder<MachineContext> builder, Machine machine, NetworkInterface nic, HashSet<string> gone)
    {
        if (gone.Contains(nic.Name))
            return;
        foreach (var child in machine.Interfaces.Where(i => i.Parents.Contains(nic.Name)))
            Delete(builder, machine, child, gone);
        gone.Add(nic.Name);
        var type = nic.Type == "vlan" ? $"VLAN {nic.Vlan}" : nic.Type;
        var detail = nic.Parents.Count == 0 ? type : $"{type} on {string.Join(", ", nic.Parents)}";
        builder.Add(NetworkChange.Delete("Interface", nic.Name, detail, nic.Parents), async (context, token) =>
        {
            await context.Client.Interfaces.DeleteAsync(context.SystemId, nic.Id, token).ConfigureAwait(false);
            context.ForgetInterface(nic.Id);
        });
    }
}
