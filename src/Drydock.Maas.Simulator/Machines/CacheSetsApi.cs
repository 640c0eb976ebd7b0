using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>nodes/{system_id}/bcache-cache-sets/</c> and <c>bcache-cache-set/{id}/</c>.</summary>
internal sealed class CacheSetsApi() : GroupsApi<SimulatedCacheSet>("cache set", "CacheSet")
{
    protected override string All => "nodes/{id}/bcache-cache-sets/";

    protected override IReadOnlyList<string> One { get; } = ["nodes/{id}/bcache-cache-set/{group}/"];

    protected override List<SimulatedCacheSet> GroupsOf(SimulatedMachine machine) => machine.CacheSets;

    protected override JsonObject Render(SimulatedMachine machine, SimulatedCacheSet group) => GroupJson.Render(machine, group);

    protected override ApiResponse Create(ApiCall call, SimulatedMachine machine)
    {
        var device = ReadCache(call, machine) ?? throw new ApiException(
            ApiResponse.Invalid("__all__", "Either cache_device or cache_partition must be specified."));
        var name = string.Create(CultureInfo.InvariantCulture, $"cache{machine.CacheSets.Count}");
        var set = new SimulatedCacheSet { Id = call.State.Ids.Next("cacheset"), Name = name };
        set.Use(device);
        machine.CacheSets.Add(set);
        return ApiResponse.Json(Render(machine, set));
    }

    protected override ApiResponse Update(ApiCall call, SimulatedMachine machine, SimulatedCacheSet group)
    {
        if (ReadCache(call, machine) is { } device)
            group.Use(device);
        return ApiResponse.Json(Render(machine, group));
    }

    protected override ApiResponse Delete(ApiCall call, SimulatedMachine machine, SimulatedCacheSet group)
    {
        if (machine.Bcaches.Exists(bcache => bcache.CacheSet == group))
            return ApiResponse.Text(400, "Cannot delete cache set; it's currently in use.");
        group.Use(null);
        machine.CacheSets.Remove(group);
        return ApiResponse.NoContent();
    }

    private static SimulatedVolume? ReadCache(ApiCall call, SimulatedMachine machine)
    {
        var errors = new FieldErrors(call.Form);
        var device = new FreeVolumes(machine, errors).ReadOne("cache_device", "cache_partition");
        errors.ThrowIfAny();
        return device;
    }
}
