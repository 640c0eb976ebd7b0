using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary>The wanted state of a device.</summary>
internal sealed class DeviceForm
{
    private readonly ApiCall _call;
    private readonly FieldErrors _errors;
    private readonly SimulatedDevice? _current;
    private readonly SimulatedDomain? _domain;
    private readonly SimulatedNode? _parent;
    private readonly SimulatedZone? _zone;
    private readonly NodeName _name;

    /// <param name="call">The request.</param>
    /// <param name="current">The device to change; null for a new one.</param>
    /// <exception cref="ApiException">400: a device cannot be so.</exception>
    public DeviceForm(ApiCall call, SimulatedDevice? current)
    {
        (_call, _current, _errors) = (call, current, new(call.Form));
        _domain = MachinePlace.ReadDomain(call, _errors);
        _parent = ReadParent();
        _zone = Choose("zone", name => call.State.Zones.Find(zone => zone.Name == name));
        Macs = current is null ? NewMacs.Read(call, _errors, required: true) : [];
        _name = NodeName.Read(call, _errors, call.Form.Get("hostname") ?? current?.Hostname ?? "", current);
        _errors.ThrowIfAny();
    }

    /// <summary>The MAC addresses of a new device.</summary>
    public IReadOnlyList<string> Macs { get; }

    public void ApplyTo(SimulatedDevice device)
    {
        (device.Hostname, device.Parent, device.Zone) = (_name.Hostname, _parent, _zone ?? device.Zone);
        device.Description = _call.Form.Get("description")?.Trim() ?? device.Description;
        // A device without a domain of its own goes with its parent.
        device.Domain = _name.Domain ?? _domain ?? (_call.Form.Has("domain") || _current is null ? _parent?.Domain : null) ?? device.Domain;
    }

    /// <summary>MAAS puts the parent's number into the form where its system id is looked for: a device with a parent takes no change without it.</summary>
    private SimulatedNode? ReadParent()
    {
        if (!_call.Form.Has("parent") && _current?.Parent is not null)
            _errors.Add("parent", FieldErrors.BadChoice);
        if (_call.Form.Get("parent") is "")
            return _current?.Parent;
        return Choose("parent", _call.State.Nodes.Find);
    }

    private T? Choose<T>(string field, Func<string, T?> find)
        where T : class
    {
        if (_call.Form.Get(field) is not { Length: > 0 } text)
            return null;
        var found = find(text);
        if (found is null)
            _errors.Add(field, FieldErrors.BadChoice);
        return found;
    }
}
