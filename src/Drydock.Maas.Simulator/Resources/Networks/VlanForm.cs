using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary>The wanted state of a VLAN, with MAAS's rules on DHCP and relays.</summary>
internal sealed class VlanForm
{
    private const int LongestName = 256;

    private readonly ApiCall _call;
    private readonly FieldErrors _errors;
    private readonly SimulatedVlan? _current;
    private readonly string? _name;
    private readonly int _vid;
    private readonly int _mtu;
    private readonly bool _dhcpOn;
    private readonly SimulatedSpace? _space;
    private readonly SimulatedFabric _fabric;
    private readonly SimulatedVlan? _relay;
    private SimulatedController? _primary;
    private SimulatedController? _secondary;

    /// <param name="call">What is asked.</param>
    /// <param name="current">The VLAN as it is; null for a new one.</param>
    /// <param name="fabric">The fabric it is on, or is to be made on.</param>
    /// <exception cref="ApiException">400: a VLAN cannot be so.</exception>
    public VlanForm(ApiCall call, SimulatedVlan? current, SimulatedFabric fabric)
    {
        (_call, _current, _errors) = (call, current, new(call.Form));
        _name = ReadName();
        _vid = ReadVid();
        _mtu = _errors.Number("mtu", current?.Mtu ?? SimulatedVlan.DefaultMtu, 552, int.MaxValue);
        _dhcpOn = ReadDhcp();
        _primary = ReadRack("primary_rack", current?.PrimaryRack);
        _secondary = ReadRack("secondary_rack", current?.SecondaryRack);
        _relay = ReadRelay();
        _space = ReadSpace();
        _fabric = ReadFabric(fabric);
        CheckRacks();
        CheckVid();
        _errors.ThrowIfAny();
    }

    public SimulatedVlan Create(int id)
    {
        var vlan = new SimulatedVlan { Id = id, Vid = _vid, Fabric = _fabric, GoesByTag = _call.State.Rules.NamesVlansByTag };
        ApplyTo(vlan);
        return vlan;
    }

    public void ApplyTo(SimulatedVlan vlan)
    {
        SiteNotices.NoteVlan(_call.State, _dhcpOn);
        (vlan.Name, vlan.Vid, vlan.Mtu, vlan.Space, vlan.Fabric) = (_name, _vid, _mtu, _space, _fabric);
        (vlan.DhcpOn, vlan.PrimaryRack, vlan.SecondaryRack) = (_dhcpOn, _primary, _secondary);
        vlan.RelayVlan = _dhcpOn ? null : _relay;
        vlan.Description = _call.Form.Get("description") ?? vlan.Description;
    }

    private string? ReadName()
    {
        if (_call.Form.Get("name")?.Trim() is not { } name)
            return _current?.Name;
        if (name.Length == 0)
            return null;
        if (!MaasName.IsValid(name))
            _errors.Add("name", ModelName.Invalid);
        _errors.CheckLength("name", name, LongestName);
        return name;
    }

    private int ReadVid()
    {
        var vid = _current?.Vid ?? -1;
        if (_call.Form.Get("vid") is { } text ? text.Trim().Length == 0 : _current is null)
            _errors.Add("vid", FieldErrors.Required);
        else if (_errors.OptionalNumber("vid", int.MinValue, int.MaxValue) is { } given)
            vid = given;
        if (vid is < 0 or > 4094)
            _errors.Add("vid", "VID must be between 0 and 4094.");
        return vid;
    }

    private bool ReadDhcp()
    {
        var wanted = _errors.Flag("dhcp_on", _current?.DhcpOn == true);
        if (wanted && _current is null && _call.State.Rules.FailsAtDhcpOfNewVlans)
            throw new ApiException(ApiResponse.Text(500, "'VLAN' instance needs to have a primary key value before this relationship can be used."));
        if (wanted && !_call.State.IPRanges.Exists(range => range.Type == "dynamic" && range.Subnet.Vlan == _current))
            _errors.Add("dhcp_on", "dhcp can only be turned on when a dynamic IP range is defined.");
        return wanted;
    }

    /// <summary>A rack can serve a VLAN if it has a NIC on one of the same number, on whatever fabric.</summary>
    private SimulatedController? ReadRack(string field, SimulatedController? current)
    {
        var text = _call.Form.Get(field) ?? current?.SystemId ?? "";
        if (text.Length == 0)
            return null;
        var rack = _call.State.RackControllers.FirstOrDefault(rack => (rack.SystemId == text || rack.Hostname == text)
            && _current is not null && rack.Interfaces.Exists(nic => nic.Vlan?.Vid == _current.Vid));
        if (rack is null)
            _errors.Add(field, $"Select a valid choice. {text} is not one of the available choices.");
        return rack;
    }

    /// <summary>A VLAN that is relayed itself cannot be relayed to, nor can the VLAN itself; with DHCP on, nothing but what it has.</summary>
    private SimulatedVlan? ReadRelay()
    {
        var text = _call.Form.Get("relay_vlan") ?? _current?.RelayVlan?.Id.ToString(CultureInfo.InvariantCulture) ?? "";
        if (text.Length == 0)
            return null;
        var relay = _call.State.Vlans.Find(vlan => Lookup.IsId(text, vlan.Id));
        var possible = _current?.DhcpOn == true ? relay == _current.RelayVlan : relay?.RelayVlan is null && relay != _current;
        if (relay is null || !possible)
            _errors.Add("relay_vlan", FieldErrors.BadChoice);
        return relay;
    }

    private SimulatedSpace? ReadSpace()
    {
        if (_call.Form.Get("space") is not { } text)
            return _current?.Space;
        return text.Length == 0 || (_current is not null && text == SimulatedSpace.Undefined)
            ? null
            : SiteSpecifiers.Spaces.Read(_call.State, _errors, "space", text);
    }

    private SimulatedFabric ReadFabric(SimulatedFabric fabric)
    {
        if (_call.Form.Get("fabric") is not { Length: > 0 } text)
            return fabric;
        var found = SiteSpecifiers.Fabrics.Read(_call.State, _errors, "fabric", text);
        // One made on a fabric stays there, whatever else is said.
        return _current is null ? fabric : found ?? fabric;
    }

    /// <summary>One word at most is said about racks; the second one takes the place of a first that goes.</summary>
    private void CheckRacks()
    {
        var (first, second) = (_current?.PrimaryRack, _current?.SecondaryRack);
        if (_primary is null && second is not null)
            (_primary, _secondary) = (second, null);
        if (_primary is not null && _primary == second)
            _secondary = null;
        if (_secondary is not null && _secondary == first)
            _errors.Add("__all__", $"{_secondary.SystemId} is already set as the primary rack controller");
        else if (_primary is not null && _primary == _secondary)
            _errors.Add("__all__", "The primary and secondary rack must be different");
        else if (_primary is not null && _primary == first && _secondary is not null && _secondary != second && RackConnectivity.IsDown(_call.State, _primary))
            _errors.Add(
                "__all__",
                "The primary rack controller must be up and running to set a secondary rack controller. Without the primary the secondary DHCP "
                + "service will not be able to synchronize, preventing it from responding to DHCP requests.");
        else if (_dhcpOn && !_errors.Has("dhcp_on") && _primary is null && first is null)
            _errors.Add("__all__", "dhcp can only be turned on when a primary rack controller is set.");
    }

    private void CheckVid()
    {
        if (!_errors.Has("vid") && _mtu > 65535)
            _errors.Add("mtu", "MTU must be between 552 and 65535.");
        if (_errors.Has("vid") || !_call.State.Vlans.Exists(other => other != _current && other.Fabric == _fabric && other.Vid == _vid))
            return;
        const string Duplicate = "A VLAN with the specified VID already exists in the destination fabric.";
        if (_current is not null)
            _errors.Add("__all__", Duplicate);
        else if (!_errors.Any)
            // The form of a new VLAN does not know its fabric yet; so it is the database that notices.
            throw new ApiException(ApiResponse.BareInvalid("__all__", Duplicate));
    }
}
