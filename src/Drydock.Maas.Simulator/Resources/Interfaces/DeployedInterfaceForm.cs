using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>Of interfaces of a deployed machine only name, MAC address and speed can be changed, of those of a controller VLAN and speed.</summary>
internal sealed class DeployedInterfaceForm
{
    private readonly SimulatedInterface _nic;
    private readonly FieldErrors _errors;
    private readonly InterfaceFields _fields;
    private readonly InterfaceChanges _changes;

    public DeployedInterfaceForm(ApiCall call, SimulatedInterface nic)
    {
        (_nic, _errors, _changes) = (nic, new(call.Form), new(call.State));
        _fields = new(call, nic.Node, nic, _errors);
    }

    public ApiResponse Save()
    {
        var mac = _fields.Mac(required: false);
        if (_nic.Type == "physical")
            _fields.CheckMac(mac);
        else if (mac.Length == 0)
            _errors.Add("mac_address", InterfaceFields.Blank);
        var name = _fields.Name(required: true);
        return Write(() =>
        {
            if (_fields.IsTaken(name))
                throw new ApiException(Taken());
            (_nic.Name, _nic.MacAddress) = (name, mac);
        });
    }

    public ApiResponse SaveOfController()
    {
        var vlan = _fields.Vlan();
        return Write(() => _changes.Move(_nic, vlan));
    }

    private ApiResponse Write(Action write)
    {
        var linkConnected = _fields.LinkConnected();
        var interfaceSpeed = _fields.InterfaceSpeed();
        var linkSpeed = _fields.LinkSpeed(linkConnected);
        _errors.ThrowIfAny();
        write();
        (_nic.LinkConnected, _nic.LinkSpeed, _nic.InterfaceSpeed) = (linkConnected, linkSpeed, interfaceSpeed);
        _changes.Follow(_nic);
        return ApiResponse.Json(InterfaceJson.Render(_nic));
    }

    private static ApiResponse Taken() =>
        ApiResponse.Invalid("__all__", "Interface with this Node config and Name already exists.") with { ContentType = ApiResponse.BareJsonType };
}
