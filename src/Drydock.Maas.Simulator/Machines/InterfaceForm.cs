using System.Globalization;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Making and changing interfaces by form.</summary>
internal sealed class InterfaceForm
{
    private readonly ApiCall _call;
    private readonly SimulatedMachine _machine;
    private readonly FieldErrors _errors;
    private readonly InterfaceFields _fields;

    public InterfaceForm(ApiCall call, SimulatedMachine machine)
    {
        (_call, _machine, _errors) = (call, machine, new(call.Form));
        _fields = new(call, machine, _errors);
    }

    public ApiResponse CreatePhysical()
    {
        var mac = _errors.Text("mac_address").ToLowerInvariant();
        var owner = _call.State.Nodes.SelectMany(n => n.Interfaces).FirstOrDefault(i => i.MacAddress == mac && i.Type == "physical");
        if (mac.Length > 0 && owner is not null)
            _errors.Add("mac_address", $"This MAC address is already in use by {owner.Name} (physical) on {owner.Node.Hostname}.");
        var name = _call.Form.Get("name") is { Length: > 0 } text ? text : $"eth{_machine.Interfaces.Count}";
        _fields.CheckName(name, null);
        var vlan = _fields.Vlan("vlan", null);
        _errors.ThrowIfAny();
        var nic = Add(name, "physical", mac, vlan, []);
        nic.NumaNode = 0;
        LinkUp(nic);
        return Finish(nic);
    }

    public ApiResponse CreateBond()
    {
        var name = _errors.Text("name");
        _fields.CheckName(name, null);
        _fields.CheckMode();
        var parents = _fields.Parents();
        if (!_call.Form.Has("parents"))
            _errors.Add("parents", "A bond interface must have one or more parents.");
        var busy = parents.Where(p => p.Children.Any(c => c.Type is "bond" or "bridge")).Select(p => p.Name).ToList();
        if (busy.Count > 0)
            _errors.Add("parents", $"Interfaces already in-use: {string.Join(", ", busy)}.");
        var vlan = _fields.Vlan("vlan", parents.Count > 0 ? parents[0].Vlan : null);
        var mac = _call.Form.Get("mac_address") is { Length: > 0 } m ? m : parents.FirstOrDefault()?.MacAddress ?? "";
        if (mac.Length == 0)
            _errors.Add("mac_address", "This field cannot be blank.");
        _errors.ThrowIfAny();

        var bond = Add(name, "bond", mac, vlan, parents);
        Adopt(bond);
        bond.Params = InterfaceSettings.NewBond();
        return Finish(bond);
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
        _fields.CheckName(name, null);
        _errors.ThrowIfAny();
        var bridge = Add(name, "bridge", parent!.MacAddress, _fields.Vlan("vlan", parent.Vlan), [parent]);
        Adopt(bridge);
        bridge.Params = InterfaceSettings.NewBridge();
        return Finish(bridge);
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
        _errors.ThrowIfAny();
        var nic = Add(name, "vlan", parent!.MacAddress, vlan, [parent]);
        LinkUp(nic);
        return Finish(nic);
    }

    public ApiResponse Update(SimulatedInterface nic)
    {
        var deployed = _machine.Status == MachineStatus.Deployed;
        if (_call.Form.Get("name") is { Length: > 0 } name)
            _fields.CheckName(name, nic);
        _fields.CheckMode();
        if (_call.Form.Get("mac_address") is { Length: > 0 } mac && !MacAddress.IsValid(mac))
            _errors.Add("mac_address", $"'{mac}' is not a valid MAC address.");
        var vlan = _fields.Vlan("vlan", nic.Vlan);
        var parents = _call.Form.Has("parents") && nic.Type != "physical" ? _fields.Parents() : null;
        _errors.ThrowIfAny();
        if (_call.Form.Get("name") is { Length: > 0 } renamed)
            nic.Name = renamed;
        if (deployed)
            return ApiResponse.Json(InterfaceJson.Render(nic));

        nic.MacAddress = _call.Form.Get("mac_address") is { Length: > 0 } changed ? changed : nic.MacAddress;
        if (parents is not null)
        {
            nic.Parents.Clear();
            nic.Parents.AddRange(parents);
        }

        Move(nic, vlan);
        if (nic.Type is "bond" or "bridge")
            Adopt(nic);
        return Finish(nic);
    }

    /// <summary>Another VLAN drops the interface's links.</summary>
    private static void Move(SimulatedInterface nic, SimulatedVlan? vlan)
    {
        if (nic.Vlan == vlan)
            return;
        nic.Links.Clear();
        nic.Vlan = vlan;
    }

    /// <summary>Members of a bond or bridge lose their links and follow its VLAN.</summary>
    private void Adopt(SimulatedInterface owner)
    {
        foreach (var parent in owner.Parents)
        {
            parent.Links.Clear();
            parent.Vlan = owner.Vlan;
        }

        if (owner.Links.Count == 0)
            LinkUp(owner);
    }

    private void LinkUp(SimulatedInterface nic) =>
        nic.Links.Add(new SimulatedLink { Id = _call.State.Ids.Next("link"), Mode = "link_up", Created = _call.State.Now });

    private SimulatedInterface Add(string name, string type, string mac, SimulatedVlan? vlan, IEnumerable<SimulatedInterface> parents)
    {
        var nic = new SimulatedInterface
        {
            Id = _call.State.Ids.Next("interface"),
            Node = _machine,
            Name = name,
            Type = type,
            MacAddress = mac,
            Vlan = vlan,
            Params = [],
            LinkConnected = false,
        };
        nic.Parents.AddRange(parents);
        _machine.Interfaces.Add(nic);
        return nic;
    }

    private ApiResponse Finish(SimulatedInterface nic)
    {
        InterfaceSettings.Apply(_call.Form, nic);
        if (_call.Form.Has("tags"))
        {
            nic.Tags.Clear();
            nic.Tags.AddRange(_call.Form.Get("tags")!.Split(',', StringSplitOptions.RemoveEmptyEntries));
        }

        _call.State.AutoFabrics.Sweep();
        return ApiResponse.Json(InterfaceJson.Render(nic));
    }
}
