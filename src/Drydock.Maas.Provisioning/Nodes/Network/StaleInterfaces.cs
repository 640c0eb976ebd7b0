using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Interfaces that stand in the design's way: bonds and bridges over its NICs, VLANs it does not want.</summary>
internal static class StaleInterfaces
{
    /// <summary>Their deletions, highest first.</summary>
    public static IEnumerable<InterfaceOperation> Plan(MachineNetwork network) => Find(network).Select(s => new DeleteInterface(s));

    /// <summary>Those that stand in the way, each after what stands on it.</summary>
    public static IReadOnlyList<NetworkInterface> Find(MachineNetwork network)
    {
        var found = new List<NetworkInterface>();
        foreach (var stale in network.Machine.Interfaces.Where(i => IsStale(i, network)))
            AddWithChildren(stale);
        return found;

        void AddWithChildren(NetworkInterface nic)
        {
            if (found.Contains(nic))
                return;
            foreach (var child in network.Machine.Interfaces.Where(i => i.Parents.Contains(nic.Name)))
                AddWithChildren(child);
            found.Add(nic);
        }
    }

    private static bool IsStale(NetworkInterface nic, MachineNetwork network) => nic.Type switch
    {
        "bond" => network.Desired.OfType<Bond>().FirstOrDefault(b => b.Name == nic.Name) is { } bond
            ? bond.IsToBeMadeAnew(nic, network)
            : IsInTheWay(nic, network),

        // A bridge is the design's where it stands; put elsewhere it would leave what it stood on where MAAS moved that along.
        "bridge" => network.Desired.OfType<Bridge>().FirstOrDefault(b => b.Name == nic.Name) is { } bridge
            ? nic.Parents is not [var parent] || parent != bridge.FindParent(network)
            : IsInTheWay(nic, network),
        "vlan" => network.Desired.Any(d => IsVlanInTheWay(nic, d)),
        _ => false,
    };

    private static bool IsInTheWay(NetworkInterface nic, MachineNetwork network) => network.Desired.Any(d =>
        (d.IsNamed && d.Name == nic.Name)
        || nic.Parents.Any(p => p == d.Name || d.Nics.Contains(p))
        || d.Tagged.Any(t => network.FindVlan(d.Name, t.Vlan) is { } vlan && nic.Parents.Contains(vlan.Name)));

    private static bool IsVlanInTheWay(NetworkInterface nic, DesiredInterface desired) =>
        (desired.IsNamed && desired.Name == nic.Name)
        || (nic.Parents.Contains(desired.Name) && desired.Tagged.All(t => t.Vlan.Id != nic.Vlan?.Id))
        || (desired is Bond bond && nic.Parents.Any(bond.Members.Contains));
}

/// <summary>Deletes an interface.</summary>
/// <param name="Present">The interface.</param>
internal sealed record DeleteInterface(NetworkInterface Present) : InterfaceOperation
{
    /// <inheritdoc/>
    public override string Interface => Present.Name;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parents => Present.Parents;

    /// <inheritdoc/>
    public override ChangeValues? Found => new(
    [
        new("type", Present.Type ?? ""), new("vlan", Present.Vlan?.ToString() ?? ""), new("parents", string.Join(", ", Present.Parents.Order(StringComparer.Ordinal))),
    ]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges
    {
        get
        {
            var type = Present.Type == "vlan" ? $"VLAN {Present.Vlan}" : Present.Type;
            return [Delete(ResourceKind.Interface, Interface, Parents.Count == 0 ? type : $"{type} on {string.Join(", ", Parents)}", Parents)];
        }
    }

    /// <inheritdoc/>
    public override MachineNetwork Expect(MachineNetwork network) => network with
    {
        Machine = network.Machine with { Interfaces = [.. network.Machine.Interfaces.Where(i => i.Id != Present.Id)] },
        Deleted = [.. network.Deleted, Present],
    };

    /// <inheritdoc/>
    protected override bool Follows(InterfaceOperation other) => other is DeleteInterface delete && delete.Parents.Contains(Interface);
}
