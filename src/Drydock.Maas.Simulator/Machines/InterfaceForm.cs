using System.Globalization;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Making and changing interfaces by form.</summary>
internal sealed class InterfaceForm(ApiCall call, SimulatedMachine machine)
{
    private static readonly string[] BondModes = ["balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb"];
    private readonly FieldErrors _errors = new(call.Form);

    public ApiResponse CreatePhysical()
    {
        var mac = _errors.Text("mac_address").ToLowerInvariant();
        if (mac.Length > 0 && call.State.Nodes.Find(n => n.Interfaces.Exists(i => i.MacAddress == mac && i.Type == "physical")) is { } owner)
            _errors.Add("mac_address", $"This MAC address is already in use by {owner.Interfaces.Find(i => i.MacAddress == mac)!.Name} (physical) on {owner.Hostname}.");
        var name = call.Form.Get("name") is { Length: > 0 } text ? text : $"eth{machine.Interfaces.Count}";
        CheckName(name, null);
        var vlan = Vlan("vlan", null);
        _errors.ThrowIfAny();
        var nic = Add(name, "physical", mac, vlan, []);
        nic.NumaNode = 0;
        LinkUp(nic);
        return Finish(nic);
    }

    public ApiResponse CreateBond()
    {
        var name = _errors.Text("name");
        CheckName(name, null);
        CheckMode();
        var parents = Parents();
        if (!call.Form.Has("parents"))
            _errors.Add("parents", "A bond interface must have one or more parents.");
        var busy = parents.Where(p => p.Children.Any(c => c.Type is "bond" or "bridge")).Select(p => p.Name).ToList();
        if (busy.Count > 0)
            _errors.Add("parents", $"Interfaces already in-use: {string.Join(", ", busy)}.");
        var vlan = Vlan("vlan", parents.Count > 0 ? parents[0].Vlan : null);
        var mac = call.Form.Get("mac_address") is { Length: > 0 } m ? m : parents.FirstOrDefault()?.MacAddress ?? "";
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
        var parent = Parent("A bridge interface must have exactly one parent.");
        if (parent?.Type == "bridge")
        {
            _errors.Add("parent", "A bridge interface can't have another bridge interface as parent.");
            parent = null;
        }

        if (parent is null)
            _errors.Add("mac_address", "This field cannot be blank.");
        CheckName(name, null);
        _errors.ThrowIfAny();
        var bridge = Add(name, "bridge", parent!.MacAddress, Vlan("vlan", parent.Vlan), [parent]);
        Adopt(bridge);
        bridge.Params = InterfaceSettings.NewBridge();
        return Finish(bridge);
    }

    public ApiResponse CreateVlan()
    {
        var parent = Parent("A VLAN interface must have exactly one parent.");
        var vlan = Vlan("vlan", null);
        if (vlan is null && !call.Form.Has("vlan"))
            _errors.Add("vlan", "A VLAN interface must be connected to a tagged VLAN.");
        else if (vlan?.Vid == 0)
            _errors.Add("vlan", "A VLAN interface can only belong to a tagged VLAN.");
        else if (vlan is not null && parent is not null && parent.Vlan?.Fabric != vlan.Fabric)
            _errors.Add("vlan", "A VLAN interface can only belong to a tagged VLAN on the same fabric as its parent interface.");
        var name = string.Create(CultureInfo.InvariantCulture, $"{parent?.Name}.{vlan?.Vid}");
        if (!_errors.Any)
            CheckName(name, null);
        _errors.ThrowIfAny();
        var nic = Add(name, "vlan", parent!.MacAddress, vlan, [parent]);
        LinkUp(nic);
        return Finish(nic);
    }

    public ApiResponse Update(SimulatedInterface nic)
    {
        var deployed = machine.Status == MachineStatus.Deployed;
        if (call.Form.Get("name") is { Length: > 0 } name)
            CheckName(name, nic);
        CheckMode();
        if (call.Form.Get("mac_address") is { Length: > 0 } mac && !MacAddress.IsValid(mac))
            _errors.Add("mac_address", $"'{mac}' is not a valid MAC address.");
        var vlan = Vlan("vlan", nic.Vlan);
        var parents = call.Form.Has("parents") && nic.Type != "physical" ? Parents() : null;
        _errors.ThrowIfAny();
        if (call.Form.Get("name") is { Length: > 0 } renamed)
            nic.Name = renamed;
        if (deployed)
            return ApiResponse.Json(InterfaceJson.Render(nic));

        nic.MacAddress = call.Form.Get("mac_address") is { Length: > 0 } changed ? changed : nic.MacAddress;
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
        nic.Links.Add(new SimulatedLink { Id = call.State.Ids.Next("link"), Mode = "link_up", Created = call.State.Now });

    private SimulatedInterface Add(string name, string type, string mac, SimulatedVlan? vlan, IEnumerable<SimulatedInterface> parents)
    {
        var nic = new SimulatedInterface
        {
            Id = call.State.Ids.Next("interface"), Node = machine, Name = name, Type = type, MacAddress = mac, Vlan = vlan, Params = [], LinkConnected = false,
        };
        nic.Parents.AddRange(parents);
        machine.Interfaces.Add(nic);
        return nic;
    }

    private ApiResponse Finish(SimulatedInterface nic)
    {
        InterfaceSettings.Apply(call.Form, nic);
        if (call.Form.Has("tags"))
        {
            nic.Tags.Clear();
            nic.Tags.AddRange(call.Form.Get("tags")!.Split(',', StringSplitOptions.RemoveEmptyEntries));
        }

        call.State.AutoFabrics.Sweep();
        return ApiResponse.Json(InterfaceJson.Render(nic));
    }

    private void CheckName(string name, SimulatedInterface? self)
    {
        if (machine.Interfaces.Exists(i => i != self && i.Name == name))
            _errors.Add("name", $"Node {machine.SystemId} ({machine.Hostname}) already has an interface named '{name}'.");
    }

    private void CheckMode()
    {
        if (call.Form.Get("bond_mode") is { Length: > 0 } mode && !BondModes.Contains(mode))
            _errors.Add("bond_mode", $"'{mode}' is not a valid bond_mode.  It should be one of: {string.Join(", ", BondModes.Select(m => $"'{m}'"))}.");
    }

    private SimulatedVlan? Vlan(string field, SimulatedVlan? otherwise)
    {
        if (call.Form.Get(field) is not { Length: > 0 } id)
            return otherwise;
        var vlan = call.State.Vlans.Find(v => Lookup.IsId(id, v.Id));
        if (vlan is null)
            _errors.Add(field, FieldErrors.BadChoice);
        return vlan;
    }

    private SimulatedInterface? Parent(string missing)
    {
        var parent = call.Form.Get("parent") is { Length: > 0 } id ? machine.Interfaces.Find(i => Lookup.IsId(id, i.Id)) : null;
        if (parent is null)
            _errors.Add("parent", missing);
        return parent;
    }

    private List<SimulatedInterface> Parents()
    {
        var parents = new List<SimulatedInterface>();
        foreach (var id in call.Form.GetAll("parents").SelectMany(p => p.Split(',')))
        {
            if (machine.Interfaces.Find(i => Lookup.IsId(id, i.Id)) is { } parent)
                parents.Add(parent);
            else
                _errors.Add("parents", $"Select a valid choice. {id} is not one of the available choices.");
        }

        return parents;
    }
}
