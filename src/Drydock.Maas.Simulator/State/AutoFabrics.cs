using Drydock.Maas.Simulation;

namespace Drydock.Maas.Simulator.State;

/// <summary>Fabrics MAAS makes by itself for NICs it cannot place, and deletes with the last interface on them.</summary>
internal sealed class AutoFabrics(SimulatorState state)
{
    /// <summary>A new fabric with its untagged VLAN.</summary>
    public SimulatedVlan Create()
    {
        var vlan = AddFabric(null);
        vlan.Fabric.AutoCreated = true;
        return vlan;
    }

    /// <summary>Adds a fabric (<c>fabric-ID</c> without a name) and answers its untagged VLAN.</summary>
    public SimulatedVlan AddFabric(string? name)
    {
        var id = state.Ids.Next("fabric");
        var fabric = new SimulatedFabric { Id = id, Name = name ?? MaasName.MakeForFabric(id) };
        var vlan = new SimulatedVlan { Id = state.Ids.Next("vlan"), Vid = 0, Name = "untagged", Fabric = fabric };
        state.Fabrics.Add(fabric);
        state.Vlans.Add(vlan);
        fabric.DefaultVlan = vlan;
        return vlan;
    }

    /// <summary>Call after VLANs have changed their fabrics: finds the oldest of each.</summary>
    public void Settle()
    {
        foreach (var fabric in state.Fabrics)
            fabric.DefaultVlan = state.GetDefaultVlan(fabric);
    }

    /// <summary>Whether a fault hides the fabric for now, as MAAS 3.5 does with its automatic ones while machines commission.</summary>
    public bool IsHidden(SimulatedFabric fabric) =>
        fabric.AutoCreated && !state.Faults.IsEmpty && state.Faults.Strike(SimulatorFaultKind.FabricVanish, fabric.Name) is not null;

    /// <summary>Call when an interface has left the fabric: without interfaces and subnets it goes, be it automatic or not. The first one stays.</summary>
    public void DropIfEmpty(SimulatedFabric fabric)
    {
        if (fabric.Id == 0
            || state.Nodes.Any(node => node.Interfaces.Exists(nic => nic.Vlan?.Fabric == fabric))
            || state.Subnets.Exists(subnet => subnet.Vlan.Fabric == fabric))
            return;
        state.Fabrics.Remove(fabric);
        foreach (var vlan in state.Vlans.Where(vlan => vlan.RelayVlan?.Fabric == fabric))
            vlan.RelayVlan = null;
        state.Vlans.RemoveAll(vlan => vlan.Fabric == fabric);
    }

    /// <summary>Call after interfaces have moved or gone: drops every automatic fabric nothing stands on.</summary>
    public void Sweep()
    {
        if (!state.Fabrics.Exists(fabric => fabric.AutoCreated))
            return;
        var used = state.Nodes.SelectMany(node => node.Interfaces).Select(nic => nic.Vlan?.Fabric)
            .Concat(state.Subnets.Select(subnet => subnet.Vlan.Fabric)).ToHashSet();
        foreach (var fabric in state.Fabrics.Where(fabric => fabric.AutoCreated && !used.Contains(fabric)).ToArray())
        {
            state.Fabrics.Remove(fabric);
            state.Vlans.RemoveAll(vlan => vlan.Fabric == fabric);
        }
    }
}
