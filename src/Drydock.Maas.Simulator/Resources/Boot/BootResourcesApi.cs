using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Resources.Boot;

/// <summary><c>boot-resources/</c>: the images there are.</summary>
internal sealed class BootResourcesApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "boot-resources/", null, List);
        router.Map("GET", "boot-resources/", "is_importing", call => ApiResponse.Json(IsImporting(call)));
        router.Map("POST", "boot-resources/", "import", Import, Access.Admin);
        router.Map("POST", "boot-resources/", "stop_import", StopImport, Access.Admin);
        router.Map("GET", "boot-resources/{id}/", null, Get);
        router.Map("DELETE", "boot-resources/{id}/", null, Delete, Access.Admin);
    }

    private static bool IsImporting(ApiCall call) =>
        call.State.Faults.Strike(SimulatorFaultKind.ImageImport) is not null || BootImports.IsRunning(call.State);

    private static ApiResponse Import(ApiCall call)
    {
        BootImports.Start(call.State);
        return ApiResponse.Text(200, "Import of boot resources started");
    }

    private static ApiResponse StopImport(ApiCall call)
    {
        BootImports.Stop(call.State);
        return ApiResponse.Text(200, "Import of boot resources is being stopped");
    }

    private static ApiResponse List(ApiCall call)
    {
        BootImports.IsRunning(call.State);
        var type = call.Query.Get("type") is { } text and not "all" ? text : null;
        var types = call.State.Rules.BootResourceTypes;
        if (type is not null && !types.Contains(type))
            return ApiResponse.Text(
                400,
                $"'{type}' is not a valid boot resource type. Available types: [{string.Join(", ", types.Select(name => $"'{name}'"))}]");
        var images = call.State.BootResources.Where(image => type is null || image.Type.Equals(type, StringComparison.OrdinalIgnoreCase));
        var ordered = images.OrderByDescending(image => image.Type == "Synced").ThenBy(image => image.Name, StringComparer.Ordinal)
            .ThenBy(image => image.Architecture, StringComparer.Ordinal);
        return ApiResponse.Json(ApiJson.List(ordered, image => BootResourceJson.Render(call.State, image)));
    }

    private static ApiResponse Get(ApiCall call)
    {
        var image = Lookup.ById(call, call.State.BootResources, image => image.Id, "BootResource");
        return ApiResponse.Json(BootResourceJson.RenderWhole(call.State, image));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var image = call.State.BootResources.Find(image => Lookup.IsId(call.Route["id"], image.Id));
        // A real MAAS fails here rather than answer 404.
        if (image is null)
            return ApiResponse.Text(500, "BootResource matching query does not exist.");
        call.State.BootResources.Remove(image);
        return ApiResponse.NoContent();
    }
}
