using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Dns;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary><c>devices/</c>: things on the network that MAAS names but does not provision.</summary>
internal sealed class DevicesApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "devices/", null, List);
        router.Map("POST", "devices/", null, Create);
        router.Map("GET", "devices/{id}/", null, call => Answer(call, Find(call)));
        router.Map("PUT", "devices/{id}/", null, Update);
        router.Map("DELETE", "devices/{id}/", null, Delete);
        router.Map("GET", "devices/{id}/", "details", Details);
        router.Map("GET", "devices/{id}/", "power_parameters", PowerParameters);
        foreach (var operation in new[] { "set_workload_annotations", "set_owner_data" })
            router.Map("POST", "devices/{id}/", operation, Annotate);
        foreach (var operation in new[] { "restore_networking_configuration", "restore_default_configuration" })
            router.Map("POST", "devices/{id}/", operation, Restore);
    }

    /// <summary>Whether the node of a path is a device.</summary>
    public static bool Has(ApiCall call) => call.State.Nodes.Find(call.Route["id"]) is SimulatedDevice;

    /// <summary>Nothing is known of the inside of a device.</summary>
    public static ApiResponse Details(ApiCall call)
    {
        Find(call);
        return NoDetails();
    }

    /// <summary>What is said of nodes whose hardware nobody has looked at.</summary>
    public static ApiResponse NoDetails() => new(200, "application/bson") { Body = BsonDocument.Write(("lldp", null), ("lshw", null)) };

    public static ApiResponse PowerParameters(ApiCall call)
    {
        Find(call);
        call.DemandPermission();
        return ApiResponse.Json(new JsonObject());
    }

    public static ApiResponse Delete(ApiCall call)
    {
        call.State.Nodes.Remove(FindOwn(call));
        return ApiResponse.NoContent();
    }

    public static JsonObject Render(SimulatorState state, SimulatedDevice device) => new()
    {
        ["system_id"] = device.SystemId,
        ["hostname"] = device.Hostname,
        ["description"] = device.Description,
        ["domain"] = DomainsApi.Render(state, device.Domain),
        ["fqdn"] = device.Fqdn,
        ["owner"] = device.Owner?.Username,
        ["owner_data"] = Notes(device),
        ["parent"] = device.Parent?.SystemId,
        ["tag_names"] = ApiJson.Texts(device.Tags.Select(tag => tag.Name)),
        ["address_ttl"] = null,
        ["interface_set"] = ApiJson.List(device.Interfaces.OrderBy(nic => nic.Id), InterfaceJson.Render),
        ["zone"] = ZonesApi.Render(device.Zone),
        ["node_type"] = device.NodeType,
        ["node_type_name"] = "Device",
        ["workload_annotations"] = Notes(device),
        ["resource_uri"] = ApiJson.Uri($"devices/{device.SystemId}/"),
    };

    private static ApiResponse Answer(ApiCall call, SimulatedDevice device) => ApiResponse.Json(Render(call.State, device));

    private static JsonObject Notes(SimulatedDevice device) =>
        new(device.Annotations.Select(note => KeyValuePair.Create(note.Key, (JsonNode?)note.Value)));

    /// <summary>Those of the user, and those of nobody.</summary>
    private static ApiResponse List(ApiCall call) => ApiResponse.Json(ApiJson.List(
        NodeFilters.Select(call).OfType<SimulatedDevice>().Where(device => NodeRights.CanLock(call.User, device)), device => Render(call.State, device)));

    private static ApiResponse Annotate(ApiCall call)
    {
        var device = FindOwn(call);
        WorkloadAnnotations.Set(call, device, device.Annotations);
        return Answer(call, device);
    }

    /// <summary>The links of a device are what it was found with.</summary>
    private static ApiResponse Restore(ApiCall call)
    {
        var device = Find(call);
        call.DemandPermission();
        return Answer(call, device);
    }

    private static ApiResponse Create(ApiCall call)
    {
        var form = new DeviceForm(call, null);
        var state = call.State;
        var device = new SimulatedDevice
        {
            Id = state.Ids.Next("node"),
            SystemId = state.Ids.NextSystemId(),
            Hostname = "",
            Domain = state.Domains.Find(domain => domain.IsDefault) ?? state.Domains[0],
            Zone = state.DefaultZone,
            Owner = call.SignedUser,
        };
        foreach (var (mac, index) in form.Macs.Select((mac, index) => (mac, index)))
            device.Interfaces.Add(NewInterface(state, device, mac, index));
        form.ApplyTo(device);
        state.Nodes.Add(device);
        return Answer(call, device);
    }

    private static SimulatedInterface NewInterface(SimulatorState state, SimulatedDevice device, string mac, int index) => new()
    {
        Id = state.Ids.Next("interface"),
        Node = device,
        Name = string.Create(CultureInfo.InvariantCulture, $"eth{index}"),
        MacAddress = mac,
        Params = [],
    };

    private static ApiResponse Update(ApiCall call)
    {
        var device = FindOwn(call);
        new DeviceForm(call, device).ApplyTo(device);
        return Answer(call, device);
    }

    private static SimulatedDevice Find(ApiCall call) =>
        call.State.Nodes.Find(call.Route["id"]) as SimulatedDevice ?? throw Lookup.Missing("Device");

    /// <summary>The device, if the user may change it: its owner, or an administrator.</summary>
    private static SimulatedDevice FindOwn(ApiCall call)
    {
        var device = Find(call);
        return call.SignedUser.IsSuperuser || device.Owner == call.SignedUser ? device : throw new ApiException(ApiResponse.Forbidden());
    }
}

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
