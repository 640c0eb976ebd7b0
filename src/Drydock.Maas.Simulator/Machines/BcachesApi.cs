using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>nodes/{system_id}/bcaches/</c> and <c>bcache/{id}/</c>.</summary>
internal sealed class BcachesApi() : GroupsApi<SimulatedBcache>("Bcache", "Bcache")
{
    private static readonly string[] Modes = ["writeback", "writethrough", "writearound"];

    protected override string All => "nodes/{id}/bcaches/";

    protected override IReadOnlyList<string> One { get; } = ["nodes/{id}/bcache/{group}/"];

    protected override List<SimulatedBcache> GroupsOf(SimulatedMachine machine) => machine.Bcaches;

    protected override JsonObject Render(SimulatedMachine machine, SimulatedBcache group) => GroupJson.Render(machine, group);

    protected override ApiResponse Create(ApiCall call, SimulatedMachine machine)
    {
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

    protected override ApiResponse Update(ApiCall call, SimulatedMachine machine, SimulatedBcache group)
    {
        var errors = new FieldErrors(call.Form);
        var set = ReadSet(machine, errors, call.Form.Get("cache_set") ?? "") ?? group.CacheSet;
        var mode = ReadMode(errors, call.Form.Get("cache_mode") is { Length: > 0 } given ? given : group.CacheMode);
        var backing = new FreeVolumes(machine, errors).ReadOne("backing_device", "backing_partition");
        errors.ThrowIfAny();
        (group.CacheSet, group.CacheMode) = (set, mode);
        group.Name = call.Form.Get("name") is { Length: > 0 } name ? name : group.Name;
        if (backing is not null)
            group.Back(backing);
        var device = VirtualDevices.Of(machine, group);
        (device.Name, device.Size) = (group.Name, group.Backing!.Size);
        return ApiResponse.Json(Render(machine, group));
    }

    protected override ApiResponse Delete(ApiCall call, SimulatedMachine machine, SimulatedBcache group)
    {
        group.Back(null);
        VirtualDevices.Remove(machine, group);
        machine.Bcaches.Remove(group);
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
}
