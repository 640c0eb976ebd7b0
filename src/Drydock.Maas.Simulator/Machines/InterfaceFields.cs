using System.Globalization;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Reads and checks the fields interface forms have in common.</summary>
internal sealed class InterfaceFields(ApiCall call, SimulatedMachine machine, FieldErrors errors)
{
    private const string TooLong =
        "The interface name must be 1 to 15 characters long and can only contain alphanumeric characters, hyphens ('-'), underscores ('_'), "
        + "periods ('.'), and colons (':').";

    public void CheckName(string name, SimulatedInterface? self)
    {
        if (machine.Interfaces.Exists(i => i != self && i.Name == name))
            errors.Add("name", $"Node {machine.SystemId} ({machine.Hostname}) already has an interface named '{name}'.");
        if (name.Length > call.State.Rules.LongestInterfaceName)
            errors.Add("name", TooLong);
    }

    public void CheckSettings(string type) => InterfaceSettings.Check(call.Form, errors, type);

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
