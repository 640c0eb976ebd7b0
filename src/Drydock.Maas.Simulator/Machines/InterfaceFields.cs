using System.Globalization;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Reads and checks the fields interface forms have in common.</summary>
internal sealed class InterfaceFields(ApiCall call, SimulatedMachine machine, FieldErrors errors)
{
    private static readonly string[] BondModes =
        ["balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb"];

    public void CheckName(string name, SimulatedInterface? self)
    {
        if (machine.Interfaces.Exists(i => i != self && i.Name == name))
            errors.Add("name", $"Node {machine.SystemId} ({machine.Hostname}) already has an interface named '{name}'.");
    }

    public void CheckMode()
    {
        if (call.Form.Get("bond_mode") is { Length: > 0 } mode && !BondModes.Contains(mode))
            errors.Add(
                "bond_mode",
                $"'{mode}' is not a valid bond_mode.  It should be one of: {string.Join(", ", BondModes.Select(m => $"'{m}'"))}.");
    }

    public SimulatedVlan? Vlan(string field, SimulatedVlan? otherwise)
    {
        if (call.Form.Get(field) is not { Length: > 0 } id)
            return otherwise;
        var vlan = call.State.Vlans.Find(v => Lookup.IsId(id, v.Id));
        if (vlan is null)
            errors.Add(field, FieldErrors.BadChoice);
        return vlan;
    }

    public SimulatedInterface? Parent(string missing)
    {
        var parent = call.Form.Get("parent") is { Length: > 0 } id ? machine.Interfaces.Find(i => Lookup.IsId(id, i.Id)) : null;
        if (parent is null)
            errors.Add("parent", missing);
        return parent;
    }

    public List<SimulatedInterface> Parents()
    {
        var parents = new List<SimulatedInterface>();
        foreach (var id in call.Form.GetAll("parents").SelectMany(p => p.Split(',')))
        {
            if (machine.Interfaces.Find(i => Lookup.IsId(id, i.Id)) is { } parent)
                parents.Add(parent);
            else
                errors.Add("parents", $"Select a valid choice. {id} is not one of the available choices.");
        }

        return parents;
    }
}
