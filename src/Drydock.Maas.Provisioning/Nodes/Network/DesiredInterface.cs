using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>An interface as the design wants it, in MAAS's terms.</summary>
internal abstract record DesiredInterface
{
    /// <summary>Its name in MAAS: a NIC's own, or the design's for a bond or bridge.</summary>
    public required string Name { get; init; }

    /// <summary>The untagged VLAN of its link's fabric; of a bridge over a VLAN interface that VLAN.</summary>
    public required Vlan Vlan { get; init; }

    /// <summary>Its MTU in bytes.</summary>
    public required int Mtu { get; init; }

    /// <summary>The link to the native network, if it is on it.</summary>
    public SubnetLink? Native { get; init; }

    /// <summary>The VLAN interfaces on it.</summary>
    public IReadOnlyList<VlanInterface> Tagged { get; init; } = [];

    /// <summary>The NICs it stands on; a bridge stands on another interface.</summary>
    public abstract IReadOnlyList<string> Nics { get; }

    /// <summary>Whether the design chose its name, so that nothing else may have it.</summary>
    public abstract bool IsNamed { get; }

    /// <summary>What it lacks to be as designed, with the VLAN interfaces on it; its links apart.</summary>
    /// <param name="network">The network once what stands in the way is gone.</param>
    public IEnumerable<InterfaceOperation> Plan(MachineNetwork network) =>
        PlanItself(network).Concat(Tagged.SelectMany(t => t.Plan(network, this)));

    /// <summary>What it lacks itself.</summary>
    protected abstract IEnumerable<InterfaceOperation> PlanItself(MachineNetwork network);
}
