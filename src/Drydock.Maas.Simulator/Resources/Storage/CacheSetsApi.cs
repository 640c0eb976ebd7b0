using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary><c>nodes/{system_id}/bcache-cache-sets/</c> and <c>bcache-cache-set/{id}/</c>.</summary>
internal sealed class CacheSetsApi() : GroupsApi<SimulatedCacheSet>("cache set", "CacheSet")
{
    private const string Device = "cache_device";
    private const string Partition = "cache_partition";
    private const string Both = "Cannot set both cache_device and cache_partition.";

    protected override string All => "nodes/{id}/bcache-cache-sets/";

    protected override IReadOnlyList<string> One { get; } = ["nodes/{id}/bcache-cache-set/{group}/"];

    protected override List<SimulatedCacheSet> GetGroups(SimulatedMachine machine) => machine.CacheSets;

    internal static JsonObject ToJson(SimulatedMachine machine, SimulatedCacheSet set) => new()
    {
        ["id"] = set.Id,
        ["system_id"] = machine.SystemId,
        ["name"] = set.Name,
        ["cache_device"] = StorageJson.Render(set.Cache!),
        ["resource_uri"] = ApiJson.Uri($"nodes/{machine.SystemId}/bcache-cache-set/{set.Id}/"),
    };

    protected override JsonObject Render(SimulatedMachine machine, SimulatedCacheSet group) => ToJson(machine, group);

    protected override string Refusal(string verb) =>
        verb == "create" ? "Cannot create cache set because the node is not Ready." : base.Refusal(verb);

    /// <summary>Unlike other groups it is looked for on the machine only, and not found without a word.</summary>
    protected override (SimulatedMachine Machine, SimulatedCacheSet Group) Find(ApiCall call)
    {
        var machine = MachineLookup.ToView(call);
        var set = machine.CacheSets.Find(set => Lookup.Matches(call.Route["group"], set.Id, set.Name));
        return set is null ? throw new ApiException(ApiResponse.NotFound("")) : (machine, set);
    }

    protected override ApiResponse Create(ApiCall call, SimulatedMachine machine)
    {
        var errors = new FieldErrors(call.Form);
        var choices = new VolumeChoices(call.Form, errors, VolumeChoices.GetFree(machine));
        var (device, partition) = Read(choices);
        if (device is not null && partition is not null)
            errors.Add("__all__", Both);
        else if (device is null && partition is null)
            errors.Add("__all__", "Either cache_device or cache_partition must be specified.");
        errors.ThrowIfAny();
        var set = new SimulatedCacheSet { Id = call.State.Ids.Next("cacheset"), Name = "" };
        set.Use(BootDiskUse.Replace(call.State, (SimulatedVolume?)device ?? partition!));
        machine.CacheSets.Add(set);
        machine.RenameCacheSets();
        return ApiResponse.Json(Render(machine, set));
    }

    protected override ApiResponse Update(ApiCall call, SimulatedMachine machine, SimulatedCacheSet group)
    {
        var errors = new FieldErrors(call.Form);
        var choices = new VolumeChoices(call.Form, errors, VolumeChoices.GetFree(machine).Concat(group.AllMembers));
        var (device, partition) = Read(choices);
        if (device is not null && partition is not null)
        {
            errors.Add(Device, Both);
            errors.Add(Partition, Both);
        }

        errors.ThrowIfAny();
        if (((SimulatedVolume?)device ?? partition) is { } cache)
            group.Use(BootDiskUse.Replace(call.State, cache));
        return ApiResponse.Json(Render(machine, group));
    }

    protected override ApiResponse Delete(ApiCall call, SimulatedMachine machine, SimulatedCacheSet group)
    {
        if (machine.Bcaches.Exists(bcache => bcache.CacheSet == group))
            return ApiResponse.Text(400, "Cannot delete cache set; it's currently in use.");
        return base.Delete(call, machine, group);
    }

    private static (SimulatedBlockDevice? Device, SimulatedPartition? Partition) Read(VolumeChoices choices) =>
        (choices.Read<SimulatedBlockDevice>(Device), choices.Read<SimulatedPartition>(Partition));
}
