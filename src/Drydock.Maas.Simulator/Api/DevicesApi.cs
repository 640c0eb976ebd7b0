using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Machines;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

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
    }

    public static JsonObject Render(SimulatorState state, SimulatedDevice device) => new()
    {
        ["system_id"] = device.SystemId,
        ["hostname"] = device.Hostname,
        ["description"] = device.Description,
        ["domain"] = SiteJson.Domain(state, device.Domain),
        ["fqdn"] = device.Fqdn,
        ["owner"] = device.Owner?.Username,
        ["owner_data"] = new JsonObject(),
        ["parent"] = device.Parent?.SystemId,
        ["tag_names"] = SiteJson.Texts(device.Tags.Select(tag => tag.Name)),
        ["address_ttl"] = null,
        ["ip_addresses"] = SiteJson.Texts(
            device.Interfaces.SelectMany(nic => nic.Links).Select(link => link.Address?.ToString()).OfType<string>()),
        ["interface_set"] = SiteJson.List(device.Interfaces.OrderBy(nic => nic.Id), InterfaceJson.Render),
        ["zone"] = SiteJson.Zone(device.Zone),
        ["node_type"] = device.NodeType,
        ["node_type_name"] = "Device",
        ["workload_annotations"] = new JsonObject(),
        ["resource_uri"] = SiteJson.Uri($"devices/{device.SystemId}/"),
    };

    private static ApiResponse Answer(ApiCall call, SimulatedDevice device) => ApiResponse.Json(Render(call.State, device));

    private static ApiResponse List(ApiCall call) => ApiResponse.Json(SiteJson.List(
        call.State.Nodes.OfType<SimulatedDevice>().Where(device => Fits(call.Query, device)), device => Render(call.State, device)));

    private static bool Fits(ParameterSet query, SimulatedDevice device) => Holds(query, "hostname", device.Hostname)
        && Holds(query, "id", device.SystemId) && Holds(query, "zone", device.Zone.Name) && Holds(query, "domain", device.Domain.Name)
        && (!query.Has("mac_address") || device.Interfaces.Exists(nic => query.GetAll("mac_address").Contains(nic.MacAddress)));

    private static bool Holds(ParameterSet query, string name, string value) => !query.Has(name) || query.GetAll(name).Contains(value);

    private static ApiResponse Create(ApiCall call)
    {
        var form = new DeviceForm(call, null);
        var macs = form.ReadMacs();
        form.Check();
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
        foreach (var (mac, index) in macs.Select((mac, index) => (mac, index)))
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
        var form = new DeviceForm(call, device);
        form.Check();
        form.ApplyTo(device);
        return Answer(call, device);
    }

    private static ApiResponse Delete(ApiCall call)
    {
        call.State.Nodes.Remove(FindOwn(call));
        return ApiResponse.NoContent();
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
