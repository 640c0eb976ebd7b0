using System.Globalization;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>nodes/{system_id}/bcaches/</c> and <c>bcache/{id}/</c>.</summary>
internal sealed class BcachesApi : IApiModule
{
    private const string All = "nodes/{id}/bcaches/";
    private const string One = "nodes/{id}/bcache/{group}/";

    private static readonly string[] Modes = ["writeback", "writethrough", "writearound"];

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
        return ApiResponse.Json(SiteJson.List(machine.Bcaches, bcache => GroupJson.Render(machine, bcache)));
    }

    private static ApiResponse Get(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        return ApiResponse.Json(GroupJson.Render(machine, Find(call, machine)));
    }

    private static ApiResponse Create(ApiCall call)
    {
        var machine = MachineLookup.Ready(call, "create Bcache");
        var errors = new FieldErrors(call.Form);
        var set = ReadSet(machine, errors, errors.Text("cache_set"));
        var mode = ReadMode(errors, errors.Text("cache_mode"));
        var backing = new FreeVolumes(machine, errors).ReadOne("backing_device", "backing_partition");
        if (set is null)
            errors.Add("__all__", "Bcache requires a cache_set.");
        else if (backing is null)
            errors.Add("__all__", "Either backing_device or backing_partition must be specified.");
        errors.ThrowIfAny();
        var name = call.Form.Get("name") is { Length: > 0 } given
            ? given
            : string.Create(CultureInfo.InvariantCulture, $"bcache{machine.Bcaches.Count}");
        var bcache = new SimulatedBcache { Id = call.State.Ids.Next("filesystemgroup"), Name = name, CacheMode = mode, CacheSet = set! };
        bcache.Back(backing);
        machine.Bcaches.Add(bcache);
        VirtualDevices.Add(call.State, machine, bcache, name, backing!.Size);
        return ApiResponse.Json(GroupJson.RenderNew(machine, bcache));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var machine = MachineLookup.Ready(call, "update Bcache");
        var bcache = Find(call, machine);
        var errors = new FieldErrors(call.Form);
        var set = ReadSet(machine, errors, call.Form.Get("cache_set") ?? "") ?? bcache.CacheSet;
        var mode = ReadMode(errors, call.Form.Get("cache_mode") is { Length: > 0 } given ? given : bcache.CacheMode);
        var backing = new FreeVolumes(machine, errors).ReadOne("backing_device", "backing_partition");
        errors.ThrowIfAny();
        (bcache.CacheSet, bcache.CacheMode) = (set, mode);
        bcache.Name = call.Form.Get("name") is { Length: > 0 } name ? name : bcache.Name;
        if (backing is not null)
            bcache.Back(backing);
        var device = VirtualDevices.Of(machine, bcache);
        (device.Name, device.Size) = (bcache.Name, bcache.Backing!.Size);
        return ApiResponse.Json(GroupJson.Render(machine, bcache));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var machine = MachineLookup.Ready(call, "delete Bcache");
        var bcache = Find(call, machine);
        bcache.Back(null);
        VirtualDevices.Remove(machine, bcache);
        machine.Bcaches.Remove(bcache);
        return ApiResponse.NoContent();
    }

    private static SimulatedCacheSet? ReadSet(SimulatedMachine machine, FieldErrors errors, string id)
    {
        var set = machine.CacheSets.Find(set => Lookup.Matches(id, set.Id, set.Name));
        if (set is null && id.Length > 0)
            errors.Add("cache_set", $"Select a valid choice. {id} is not one of the available choices.");
        return set;
    }

    private static string ReadMode(FieldErrors errors, string mode)
    {
        if (mode.Length > 0 && !Modes.Contains(mode))
            errors.Add("cache_mode", $"Select a valid choice. {mode} is not one of the available choices.");
        return mode;
    }

    private static SimulatedBcache Find(ApiCall call, SimulatedMachine machine) => MachineLookup.Group(call, machine.Bcaches, "Bcache");
}
