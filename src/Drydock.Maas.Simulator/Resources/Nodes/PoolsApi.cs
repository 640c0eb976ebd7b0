using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary><c>resourcepools/</c> for the list, <c>resourcepool/{id}/</c> for one.</summary>
internal sealed class PoolsApi : IApiModule
{
    private const string Kind = "Resource pool";

    public void Register(Router router)
    {
        router.Map("GET", "resourcepools/", null, call => ApiResponse.Json(ApiJson.List(
            call.State.Pools.OrderBy(pool => pool.Name, StringComparer.Ordinal), Render)));
        router.Map("POST", "resourcepools/", null, Create);
        router.Map("GET", "resourcepool/{id}/", null, call => ApiResponse.Json(Render(Find(call))));
        router.Map("PUT", "resourcepool/{id}/", null, Update);
        router.Map("DELETE", "resourcepool/{id}/", null, Delete);
    }

    public static JsonObject Render(SimulatedPool pool) => new()
    {
        ["name"] = pool.Name,
        ["description"] = pool.Description,
        ["id"] = pool.Id,
        ["resource_uri"] = ApiJson.Uri($"resourcepool/{pool.Id}/"),
    };

    private static ApiResponse Create(ApiCall call)
    {
        call.DemandPermission();
        var (name, description) = ModelName.Read(call.Form, Kind, call.State.Pools.Select(other => other.Name));
        var pool = new SimulatedPool { Id = call.State.Ids.Next("pool"), Name = name, Description = description };
        call.State.Pools.Add(pool);
        return ApiResponse.Json(Render(pool));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var pool = Find(call);
        call.DemandPermission();
        var others = call.State.Pools.Where(other => other != pool).Select(other => other.Name);
        (pool.Name, pool.Description) = ModelName.Read(call.Form, Kind, others, pool.Name, pool.Description);
        return ApiResponse.Json(Render(pool));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var pool = Find(call);
        call.DemandPermission();
        if (pool.Id == 0)
            return ApiResponse.Text(400, "This is the default pool, it cannot be deleted.");
        if (call.State.Nodes.OfType<SimulatedMachine>().Any(machine => machine.Pool == pool))
            return ApiResponse.Text(400, "Pool has machines in it, it cannot be deleted.");
        call.State.Pools.Remove(pool);
        return ApiResponse.NoContent();
    }

    private static SimulatedPool Find(ApiCall call) => SiteSpecifiers.Pools.Require(call.State, call.Route["id"]);
}
