using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary><c>rackcontrollers/</c> and <c>regioncontrollers/</c>; only administrators see any.</summary>
internal sealed class ControllersApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "rackcontrollers/", null, call => List(call, controller => controller.IsRack));
        router.Map("GET", "rackcontrollers/", "describe_power_types", call => ApiResponse.Json(PowerTypes.Of(call.State.Rules).DeepClone()));
        router.Map("POST", "rackcontrollers/", "import_boot_images", ImportAll, Access.Admin);
        router.Map("GET", "rackcontrollers/{id}/", null, call => ApiResponse.Json(ControllerJson.Render(call.State, Rack(call))));
        router.Map("PUT", "rackcontrollers/{id}/", null, Update, Access.NodeAdmin);
        router.Map("DELETE", "rackcontrollers/{id}/", null, Delete, Access.NodeAdmin);
        router.Map("GET", "rackcontrollers/{id}/", "list_boot_images", ListImages, Access.Admin);
        router.Map("POST", "rackcontrollers/{id}/", "import_boot_images", Import, Access.Admin);
        router.Map("GET", "regioncontrollers/", null, call => List(call, controller => controller.IsRegion));
        router.Map("GET", "regioncontrollers/{id}/", null, call => ApiResponse.Json(ControllerJson.Render(call.State, Region(call))));
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
        ControllerChanges.Delete(call, Rack(call));
        return ApiResponse.NoContent();
    }

    private static ApiResponse ListImages(ApiCall call)
    {
        var rack = Rack(call);
        var connected = call.State.Rules.RegionHoldsImages || RackConnectivity.IsConnected(call.State, rack);
        var images = connected ? call.State.BootResources.GroupBy(image => image.Name).Select(RenderImage) : [];
        return ApiResponse.Json(new JsonObject
        {
            ["images"] = new JsonArray(images.ToArray<JsonNode?>()),
            ["connected"] = connected,
            ["status"] = connected ? "synced" : "unknown",
        });
    }

    private static JsonObject RenderImage(IGrouping<string, SimulatedBootResource> image)
    {
        var kernels = image.Select(resource => resource.Architecture.Split('/')[1]);
        var subarches = image.SelectMany(resource => resource.Subarches?.Split(',') ?? []).Concat(kernels);
        return new()
        {
            ["name"] = image.Key,
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
