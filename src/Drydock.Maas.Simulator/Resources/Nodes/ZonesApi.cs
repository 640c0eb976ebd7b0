using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary><c>zones/</c>; a zone is named in its path.</summary>
internal sealed class ZonesApi : IApiModule
{
    private const string Kind = "Physical zone";

    public void Register(Router router)
    {
        router.Map("GET", "zones/", null, call => ApiResponse.Json(ApiJson.List(
            call.State.Zones.OrderBy(zone => zone.Name, StringComparer.Ordinal), Render)));
        router.Map("POST", "zones/", null, Create, Access.Admin);
        router.Map("GET", "zones/{name}/", null, call => ApiResponse.Json(Render(Find(call))));
        router.Map("PUT", "zones/{name}/", null, Update, Access.Admin);
        router.Map("DELETE", "zones/{name}/", null, Delete, Access.Admin);
    }

    public static JsonObject Render(SimulatedZone zone) => new()
    {
        ["name"] = zone.Name,
        ["description"] = zone.Description,
        ["id"] = zone.Id,
        ["resource_uri"] = ApiJson.Uri($"zones/{zone.Name}/"),
    };

    private static ApiResponse Create(ApiCall call)
    {
        var (name, description) = ModelName.Read(call.Form, Kind, call.State.Zones.Select(other => other.Name));
        var zone = new SimulatedZone { Id = call.State.Ids.Next("zone"), Name = name, Description = description };
        call.State.Zones.Add(zone);
        return ApiResponse.Json(Render(zone));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var zone = Find(call);
        var others = call.State.Zones.Where(other => other != zone).Select(other => other.Name);
        (zone.Name, zone.Description) = ModelName.Read(call.Form, Kind, others, zone.Name, zone.Description);
        return ApiResponse.Json(Render(zone));
    }

    /// <summary>What is in the zone goes to the default one; deleting what is not there is no mistake.</summary>
    private static ApiResponse Delete(ApiCall call)
    {
        var state = call.State;
        if (state.Zones.Find(zone => zone.Name == call.Route["name"]) is not { } zone)
            return ApiResponse.NoContent();
        if (zone.Name == SimulatedZone.DefaultName)
            return ApiResponse.Text(400, "This zone is the default zone, it cannot be deleted.");
        foreach (var node in state.Nodes.Where(node => node.Zone == zone).ToList())
            node.Zone = state.DefaultZone;
        state.Zones.Remove(zone);
        return ApiResponse.NoContent();
    }

    private static SimulatedZone Find(ApiCall call) =>
        call.State.Zones.Find(zone => zone.Name == call.Route["name"]) ?? throw Lookup.Missing("Zone");
}
