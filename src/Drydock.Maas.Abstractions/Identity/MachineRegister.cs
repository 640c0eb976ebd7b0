using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Identity;

/// <summary>All machines of a MAAS, to tell the node of which each is.</summary>
internal sealed class MachineRegister
{
    private readonly BmcRegister _controllers;
    private readonly Dictionary<string, Machine> _byId;
    private readonly ILookup<string, Machine> _byName;
    private readonly ILookup<Written<MacNumber>, Machine> _byMac;

    /// <summary>Sorts machines by what designs know of them.</summary>
    /// <param name="machines">All machines.</param>
    /// <param name="controllers">Their controllers.</param>
    public MachineRegister(IReadOnlyList<Machine> machines, BmcRegister controllers)
    {
        _controllers = controllers;
        _byId = machines.ToDictionary(m => m.SystemId, StringComparer.Ordinal);
        _byName = machines.ToLookup(m => m.Hostname, StringComparer.OrdinalIgnoreCase);
        _byMac = machines.SelectMany(m => m.Nics.Select(n => (n.Mac, Machine: m))).ToLookup(x => x.Mac, x => x.Machine);
    }

    /// <summary>Tells a node's machine.</summary>
    public MachineMatch Match(DrydockNode node)
    {
        var identity = new NodeIdentity(node);
        var byBmc = identity.Bmc is { } bmc ? _controllers.FindMachines(bmc).Select(id => _byId.GetValueOrDefault(id)).OfType<Machine>() : [];
        return MachineMatch.Decide(identity, [.. byBmc, .. identity.FindByMac(_byMac)], [.. _byName[node.Name]], _controllers);
    }
}
