using System.Globalization;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>nodes/{system_id}/bcache-cache-sets/</c> and <c>bcache-cache-set/{id}/</c>.</summary>
internal sealed class CacheSetsApi : IApiModule
{
    private const string All = "nodes/{id}/bcache-cache-sets/";
    private const string One = "nodes/{id}/bcache-cache-set/{group}/";

    public void Register(Router router)
    {
        router.Map("GET", All, null, List);
        router.Map("POST", All, null, Create, Access.NodeAdmin);
        router.Map("GET", One, null, Get);
        router.Map("PUT", One, null, Update, Access.NodeAdmin);
        router.Map("DELETE", One, null, Delete, Access.NodeAdmin);
    }

    private static ApiResponse List(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        return ApiResponse.Json(SiteJson.List(machine.CacheSets, set => GroupJson.Render(machine, set)));
    }

    private static ApiResponse Get(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        return ApiResponse.Json(GroupJson.Render(machine, Find(call, machine)));
    }

    private static ApiResponse Create(ApiCall call)
    {
        var machine = MachineLookup.Ready(call, "create cache set");
        var device = ReadCache(call, machine) ?? throw new ApiException(
            ApiResponse.Invalid("__all__", "Either cache_device or cache_partition must be specified."));
        var name = string.Create(CultureInfo.InvariantCulture, $"cache{machine.CacheSets.Count}");
        var set = new SimulatedCacheSet { Id = call.State.Ids.Next("cacheset"), Name = name };
        set.Use(device);
        machine.CacheSets.Add(set);
        return ApiResponse.Json(GroupJson.Render(machine, set));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var machine = MachineLookup.Ready(call, "update cache set");
        var set = Find(call, machine);
        if (ReadCache(call, machine) is { } device)
            set.Use(device);
        return ApiResponse.Json(GroupJson.Render(machine, set));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var machine = MachineLookup.Ready(call, "delete cache set");
        var set = Find(call, machine);
        if (machine.Bcaches.Exists(bcache => bcache.CacheSet == set))
            return ApiResponse.Text(400, "Cannot delete cache set; it's currently in use.");
        set.Use(null);
        machine.CacheSets.Remove(set);
        return ApiResponse.NoContent();
    }

    private static SimulatedVolume? ReadCache(ApiCall call, SimulatedMachine machine)
    {
        var errors = new FieldErrors(call.Form);
        var device = new FreeVolumes(machine, errors).ReadOne("cache_device", "cache_partition");
        errors.ThrowIfAny();
        return device;
    }

    private static SimulatedCacheSet Find(ApiCall call, SimulatedMachine machine) =>
        MachineLookup.Group(call, machine.CacheSets, "CacheSet");
}
