using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Networks;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary><c>rackcontrollers/</c> and <c>regioncontrollers/</c>; only administrators see any.</summary>
internal sealed class ControllersApi : IApiModule
{
    private const string Rack1 = "rackcontrollers/{id}/";
    private const string Region1 = "regioncontrollers/{id}/";

    public void Register(Router router)
    {
        router.Map("GET", "rackcontrollers/", null, call => List(call, controller => controller.IsRack));
        router.Map(
            "GET", "rackcontrollers/", "describe_power_types", call => ApiResponse.Json(PowerTypes.List(call.State.Rules).DeepClone()), Access.Admin);
        router.Map("POST", "rackcontrollers/", "import_boot_images", ImportAll, Access.Admin);
        router.Map("GET", Rack1, null, call => ApiResponse.Json(ControllerJson.Render(call.State, Rack(call))));
        router.Map("PUT", Rack1, null, Update, Access.Admin);
        router.Map("DELETE", Rack1, null, Delete);
        router.Map("GET", Rack1, "details", RackDetails);
        router.Map("GET", Rack1, "power_parameters", call => Parameters(call, Rack(call)));
        router.Map("GET", Rack1, "query_power_state", QueryPower);
        router.Map("POST", Rack1, "power_on", PowerOn);
        router.Map("POST", Rack1, "power_off", PowerOff);
        router.Map("POST", Rack1, "test", Test);
        router.Map("POST", Rack1, "override_failed_testing", OverrideFailedTesting);
        router.Map("POST", Rack1, "abort", Abort);
        router.Map("GET", Rack1, "list_boot_images", ListImages, Access.Admin);
        router.Map("POST", Rack1, "import_boot_images", Import, Access.Admin);
        router.Map("GET", Region1, "details", RegionDetails);
        router.Map("GET", Region1, "power_parameters", call => Parameters(call, Region(call)));
        router.Map("PUT", Region1, null, UpdateRegion, Access.Admin);
        router.Map("DELETE", Region1, null, DeleteRegion, Access.NodeAdmin);
        router.Map("GET", "regioncontrollers/", null, call => List(call, controller => controller.IsRegion));
        router.Map("GET", Region1, null, call => ApiResponse.Json(ControllerJson.Render(call.State, Region(call))));
    }

    private static ApiResponse List(ApiCall call, Func<SimulatedController, bool> kind)
    {
        var found = NodeFilters.Select(call).OfType<SimulatedController>().Where(kind).Where(_ => call.SignedUser.IsSuperuser);
        return ApiResponse.Json(ApiJson.List(found, controller => ControllerJson.Render(call.State, controller)));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var rack = Rack(call);
        ControllerChanges.Update(call, rack);
        return ApiResponse.Json(ControllerJson.Render(call.State, rack));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        ControllerChanges.Delete(call, Administered(call));
        return ApiResponse.NoContent();
    }

    private static SimulatedController Administered(ApiCall call) => NodeRights.Demand(Rack(call), call.SignedUser.IsSuperuser);

    private static ApiResponse RackDetails(ApiCall call)
    {
        Rack(call);
        return DevicesApi.NoDetails();
    }

    private static ApiResponse RegionDetails(ApiCall call)
    {
        Region(call);
        return DevicesApi.NoDetails();
    }

    private static ApiResponse Parameters(ApiCall call, SimulatedController controller)
    {
        NodeRights.Demand(controller, call.SignedUser.IsSuperuser);
        return ApiResponse.Json(new JsonObject());
    }

    /// <summary>A rack runs MAAS itself: it is never tested, and its power is nobody's.</summary>
    private static ApiResponse Test(ApiCall call)
    {
        Administered(call);
        return ApiResponse.Text(500, "Unconfigured power type. Please configure the power type and try again.");
    }

    private static ApiResponse OverrideFailedTesting(ApiCall call)
    {
        Administered(call);
        return ApiResponse.Conflict("Unable to override node status. Node is not in 'Failed testing' status.");
    }

    private static ApiResponse PowerOn(ApiCall call) => Administered(call) is var rack && call.State.Rules.RefusesToStartControllers
        ? ApiResponse.Text(400, "Ephemeral deployments only supported on Ubuntu Bionic 18.04+")
        : ApiResponse.Json(ControllerJson.Render(call.State, rack));

    /// <summary>Nobody's power is switched, which MAAS says nothing about.</summary>
    private static ApiResponse PowerOff(ApiCall call)
    {
        Administered(call);
        return ApiResponse.Json(null);
    }

    private static ApiResponse QueryPower(ApiCall call)
    {
        Rack(call);
        return ApiResponse.Unavailable("No BMC is defined.  Cannot power control node.");
    }

    private static ApiResponse Abort(ApiCall call) =>
        ApiResponse.Conflict($"Cannot abort in current state: node {Administered(call).SystemId} is in state Deployed.");

    private static ApiResponse UpdateRegion(ApiCall call)
    {
        var region = Region(call);
        ControllerChanges.Update(call, region);
        return ApiResponse.Json(ControllerJson.Render(call.State, region));
    }

    /// <summary>The server itself runs, and stays.</summary>
    private static ApiResponse DeleteRegion(ApiCall call) =>
        ApiResponse.Text(400, $"Unable to delete {Region(call).Hostname} as it's currently running.");

    private static ApiResponse ListImages(ApiCall call)
    {
        var rack = Rack(call);
        var connected = call.State.Rules.RegionHoldsImages || RackConnectivity.IsConnected(call.State, rack);
        var images = connected ? GetSets(call.State).Select(RenderImage) : [];
        return ApiResponse.Json(new JsonObject
        {
            ["images"] = new JsonArray(images.ToArray<JsonNode?>()),
            ["connected"] = connected,
            ["status"] = connected ? "synced" : "unknown",
        });
    }

    /// <summary>A rack has one image of a name; the region lists each with its kernel.</summary>
    private static IEnumerable<IEnumerable<SimulatedBootResource>> GetSets(SimulatorState state) => state.Rules.RegionHoldsImages
        ? state.BootResources.Select(image => new[] { image })
        : state.BootResources.GroupBy(image => image.Name);

    private static JsonObject RenderImage(IEnumerable<SimulatedBootResource> image)
    {
        var kernels = image.Select(resource => resource.Architecture.Split('/')[1]);
        var subarches = image.SelectMany(resource => resource.Subarches?.Split(',') ?? []).Concat(kernels);
        return new()
        {
            ["name"] = image.First().Name,
            ["architecture"] = image.First().Architecture.Split('/')[0],
            ["subarches"] = ApiJson.Texts(subarches.Distinct().Order(StringComparer.Ordinal)),
        };
    }

    private static ApiResponse Import(ApiCall call) => Import(call, Rack(call).Hostname);

    private static ApiResponse ImportAll(ApiCall call) => Import(call, "all rack controllers");

    private static ApiResponse Import(ApiCall call, string whom)
    {
        var (status, type, text) = call.State.Rules.RackImport;
        return ApiResponse.Text(status, string.Format(CultureInfo.InvariantCulture, text, whom)) with { ContentType = type };
    }

    private static SimulatedController Rack(ApiCall call) => Find(call, controller => controller.IsRack, "RackController");

    private static SimulatedController Region(ApiCall call) => Find(call, controller => controller.IsRegion, "RegionController");

    private static SimulatedController Find(ApiCall call, Func<SimulatedController, bool> kind, string name) =>
        call.State.Nodes.OfType<SimulatedController>()
            .FirstOrDefault(controller => kind(controller) && controller.SystemId == call.Route["id"])
            ?? throw Lookup.Missing(name);
}

/// <summary>Changes of rack controllers by administrators: describing, placing, taking away.</summary>
internal static class ControllerChanges
{
    public static void Update(ApiCall call, SimulatedController rack)
    {
        var errors = new FieldErrors(call.Form);
        var domain = Named(call, errors, "domain", call.State.Domains, domain => domain.Name);
        var zone = Named(call, errors, "zone", call.State.Zones, zone => zone.Name);
        if (call.Form.Get("power_type") is { Length: > 0 })
            new PowerForm(call.State, call.Form, errors).Check(null);
        errors.ThrowIfAny();
        rack.Description = call.Form.Get("description") ?? rack.Description;
        rack.Domain = domain ?? rack.Domain;
        rack.Zone = zone ?? rack.Zone;
    }

    /// <summary>A second rack takes over the DHCP of a VLAN; where there is none, only <c>force</c> takes the first away.</summary>
    public static void Delete(ApiCall call, SimulatedController rack)
    {
        var state = call.State;
        var force = QueryFlag.Read(call.Query, "force");
        var left = state.Vlans.Where(vlan => vlan.DhcpOn && vlan.PrimaryRack == rack && vlan.SecondaryRack is null)
            .Select(vlan => $"{vlan.Fabric.Name}.{VlansApi.Render(vlan)!["name"]}").ToArray();
        if (left.Length > 0 && !force)
            throw new ApiException(ApiResponse.Text(
                400,
                $"Unable to delete '{rack.Hostname}'; it is currently set as a primary rack controller on VLANs {string.Join(", ", left)}"
                + " and no other rack controller can provide DHCP."));
        foreach (var vlan in state.Vlans.Where(vlan => vlan.PrimaryRack == rack || vlan.SecondaryRack == rack))
        {
            if (vlan.PrimaryRack == rack)
                vlan.PrimaryRack = vlan.SecondaryRack;
            vlan.SecondaryRack = null;
            vlan.DhcpOn &= vlan.PrimaryRack is not null;
        }

        state.Nodes.Remove(rack);
    }

    private static T? Named<T>(ApiCall call, FieldErrors errors, string field, IEnumerable<T> items, Func<T, string> name)
        where T : class
    {
        if (call.Form.Get(field) is not { Length: > 0 } text)
            return null;
        var found = items.FirstOrDefault(item => name(item) == text);
        if (found is null)
            errors.Add(field, FieldErrors.BadChoice);
        return found;
    }
}

/// <summary>A rack or region controller.</summary>
internal static class ControllerJson
{
    private static readonly string[] Nulls =
        ["current_installation_result_id", "current_testing_result_id", "hardware_uuid", "status_action", "swap_size"];

    public static JsonObject Render(SimulatorState state, SimulatedController controller)
    {
        var body = new JsonObject();
        NodeJson.AddIdentity(body, state, controller);
        NodeJson.AddUntested(body);
        if (controller.IsRegion)
        {
            body["commissioning_status"] = 0;
            body["commissioning_status_name"] = "Pending";
            body["architecture"] = null;
        }

        AddSystem(body, state, controller);
        return body;
    }

    private static void AddSystem(JsonObject body, SimulatorState state, SimulatedController controller)
    {
        body["node_type_name"] = controller.NodeType switch
        {
            SimulatedController.Rack => "Rack controller",
            SimulatedController.Region => "Region controller",
            _ => "Region and rack controller",
        };
        foreach (var name in new[] { "osystem", "distro_series", "power_type" })
            body[name] = "";
        foreach (var name in new[] { "cpu_count", "cpu_speed", "memory" })
            body[name] = 0;
        body["current_commissioning_result_id"] = controller.CommissioningResultId;
        foreach (var name in Nulls)
            body[name] = null;
        body["power_state"] = "unknown";
        body["version"] = state.Rules.ControllerVersion;
        body["hardware_info"] = NodeJson.UnknownHardware();
        if (controller.IsRack)
        {
            var status = RackConnectivity.IsDown(state, controller) ? "dead" : controller.ServiceStatus;
            body["service_set"] = ApiJson.List(state.Rules.RackServices, name => RenderService(name, status));
        }

        var collection = controller.IsRack ? "rackcontrollers" : "regioncontrollers";
        body["resource_uri"] = ApiJson.Uri($"{collection}/{controller.SystemId}/");
    }

    private static JsonObject RenderService(string name, string status) =>
        new() { ["name"] = name, ["status"] = status, ["status_info"] = "" };
}
