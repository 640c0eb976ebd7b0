using System.Globalization;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Making interfaces by form.</summary>
internal sealed class InterfaceForm
{
    private readonly ApiCall _call;
    private readonly SimulatedMachine _machine;
    private readonly FieldErrors _errors;
    private readonly InterfaceFields _fields;
    private readonly InterfaceWork _work;

    public InterfaceForm(ApiCall call, SimulatedMachine machine)
    {
        (_call, _machine, _errors) = (call, machine, new(call.Form));
        (_fields, _work) = (new(call, machine, _errors), new(call, machine));
    }

    public ApiResponse CreatePhysical()
    {
        var mac = _errors.Text("mac_address").ToLowerInvariant();
        var owner = _call.State.Nodes.SelectMany(n => n.Interfaces).FirstOrDefault(i => i.MacAddress == mac && i.Type == "physical");
        if (mac.Length > 0 && owner is not null)
            _errors.Add("mac_address", $"This MAC address is already in use by {owner.Name} (physical) on {owner.Node.Hostname}.");
        var name = _call.Form.Get("name") is { Length: > 0 } text ? text : $"eth{_machine.Interfaces.Count}";
        _fields.CheckName(name, null);
        _fields.CheckSettings("physical");
        var vlan = _fields.Vlan("vlan", null);
        _errors.ThrowIfAny();
        var nic = _work.Add(name, "physical", mac, vlan, []);
        nic.NumaNode = 0;
        _work.LinkUp(nic);
        return _work.Finish(nic);
    }

    public ApiResponse CreateBond()
    {
        var name = _errors.Text("name");
        _fields.CheckName(name, null);
        _fields.CheckSettings("bond");
        var parents = _fields.Parents();
        if (!_call.Form.Has("parents"))
            _errors.Add("parents", "A bond interface must have one or more parents.");
        var busy = parents.Where(p => p.Children.Any()).Select(p => p.Name).ToList();
        if (busy.Count > 0)
            _errors.Add("parents", $"Interfaces already in-use: {string.Join(", ", busy)}.");
        var vlan = _fields.Vlan("vlan", parents.Count > 0 ? parents[0].Vlan : null);
        if (parents.Any(p => p.Vlan != vlan))
            _errors.Add("parents", "All parents must belong to the same VLAN.");
        var mac = _call.Form.Get("mac_address") is { Length: > 0 } m ? m : parents.FirstOrDefault()?.MacAddress ?? "";
        if (mac.Length == 0)
            _errors.Add("mac_address", "This field cannot be blank.");
        _errors.ThrowIfAny();

        var bond = _work.Add(name, "bond", mac, vlan, parents);
        _work.Adopt(bond);
        bond.Params = InterfaceSettings.NewBond();
        return _work.Finish(bond);
    }

    public ApiResponse CreateBridge()
    {
        var name = _errors.Text("name");
        var parent = _fields.Parent("A bridge interface must have exactly one parent.");
        if (parent?.Type == "bridge")
        {
            _errors.Add("parent", "A bridge interface can't have another bridge interface as parent.");
            parent = null;
        }

        if (parent is null)
            _errors.Add("mac_address", "This field cannot be blank.");
        else if (parent.Children.Any(c => c.Type is "bond" or "bridge"))
            _errors.Add("parent", "A bridge interface can't have a parent that is already in a bond or a bridge.");
        _fields.CheckName(name, null);
        _fields.CheckSettings("bridge");
        _errors.ThrowIfAny();
        var mac = _call.Form.Get("mac_address") is { Length: > 0 } given ? given : parent!.MacAddress;
        var bridge = _work.Add(name, "bridge", mac, _fields.Vlan("vlan", parent!.Vlan), [parent]);
        _work.Adopt(bridge);
        bridge.Params = InterfaceSettings.NewBridge();
        return _work.Finish(bridge);
    }

    public ApiResponse CreateVlan()
    {
        var parent = _fields.Parent("A VLAN interface must have exactly one parent.");
        var vlan = _fields.Vlan("vlan", null);
        if (vlan is null && !_call.Form.Has("vlan"))
            _errors.Add("vlan", "A VLAN interface must be connected to a tagged VLAN.");
        else if (vlan?.Vid == 0)
            _errors.Add("vlan", "A VLAN interface can only belong to a tagged VLAN.");
        else if (vlan is not null && parent is not null && parent.Vlan?.Fabric != vlan.Fabric)
            _errors.Add("vlan", "A VLAN interface can only belong to a tagged VLAN on the same fabric as its parent interface.");
        var name = string.Create(CultureInfo.InvariantCulture, $"{parent?.Name}.{vlan?.Vid}");
        if (!_errors.Any)
            _fields.CheckName(name, null);
        _fields.CheckSettings("vlan");
        _errors.ThrowIfAny();
        var nic = _work.Add(name, "vlan", parent!.MacAddress, vlan, [parent]);
        _work.LinkUp(nic);
        return _work.Finish(nic);
    }
}
