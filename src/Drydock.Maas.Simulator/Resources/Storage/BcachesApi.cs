using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary><c>nodes/{system_id}/bcaches/</c> and <c>bcache/{id}/</c>.</summary>
internal sealed class BcachesApi() : GroupsApi<SimulatedBcache>("Bcache", "Bcache")
{
    private static readonly string[] Modes = ["writeback", "writethrough", "writearound"];

    protected override string All => "nodes/{id}/bcaches/";

    protected override IReadOnlyList<string> One { get; } = ["nodes/{id}/bcache/{group}/"];

    protected override List<SimulatedBcache> GetGroups(SimulatedMachine machine) => machine.Bcaches;

    protected override JsonObject Render(SimulatedMachine machine, SimulatedBcache group)
    {
        var body = RenderNew(machine, group);
        var size = VirtualDevices.Find(machine, group).Size;
        body["system_id"] = machine.SystemId;
        body["size"] = size;
        body["human_size"] = StorageJson.Human(size);
        body["backing_device"] = StorageJson.Render(group.Backing!);
        body["resource_uri"] = ApiJson.Uri($"nodes/{machine.SystemId}/bcache/{group.Id}/");
        return body;
    }

    /// <summary>A new bcache, which MAAS answers in brief.</summary>
    private static JsonObject RenderNew(SimulatedMachine machine, SimulatedBcache bcache) => new()
    {
        ["id"] = bcache.Id,
        ["name"] = bcache.Name,
        ["uuid"] = bcache.Uuid,
        ["cache_mode"] = bcache.CacheMode,
        ["cache_set"] = CacheSetsApi.ToJson(machine, bcache.CacheSet),
        ["virtual_device"] = StorageJson.Render(VirtualDevices.Find(machine, bcache)),
    };

    protected override ApiResponse Create(ApiCall call, SimulatedMachine machine)
    {
        var errors = new FieldErrors(call.Form);
        var fields = new StorageFields(call.Form, errors);
        var choices = new VolumeChoices(call.Form, errors, VolumeChoices.GetFree(machine));
        var uuid = fields.Uuid();
        var (device, partition) = ReadBacking(choices);
        var set = GetCacheSet(machine, fields.Choice("cache_set", GetChoices(machine), required: true));
        var mode = fields.Choice("cache_mode", Modes, required: true);
        if (set is null)
            errors.Add("__all__", "Bcache requires a cache_set.");
        else if (device is not null && partition is not null)
            errors.Add("__all__", "A Bcache can have either a backing device or partition.");
        else if (device is null && partition is null)
            errors.Add("__all__", "Either backing_device or backing_partition must be specified.");
        errors.ThrowIfAny();
        var name = StorageFields.DemandName(call.Form);
        DemandNoLogicalVolume(device);
        VirtualDevices.DemandFree(machine, name);
        var bcache = new SimulatedBcache { Id = call.State.Ids.Next("filesystemgroup"), Name = name, CacheMode = mode!, CacheSet = set! };
        bcache.Uuid = uuid ?? bcache.Uuid;
        Make(call, machine, bcache, BootDiskUse.Replace(call.State, (SimulatedVolume?)device ?? partition!));
        return ApiResponse.Json(RenderNew(machine, bcache));
    }

    protected override ApiResponse Update(ApiCall call, SimulatedMachine machine, SimulatedBcache group)
    {
        var errors = new FieldErrors(call.Form);
        var fields = new StorageFields(call.Form, errors);
        var virtualDevice = VirtualDevices.Find(machine, group);
        var choices = new VolumeChoices(
            call.Form, errors, VolumeChoices.GetFree(machine).Where(volume => volume != virtualDevice).Concat(group.AllMembers));
        var uuid = fields.Uuid();
        var (device, partition) = ReadBacking(choices);
        var set = GetCacheSet(machine, fields.Choice("cache_set", GetChoices(machine), required: false));
        var mode = fields.Choice("cache_mode", Modes, required: false);
        errors.ThrowIfAny();
        DemandNoLogicalVolume(device);
        var name = call.Form.Get("name") is { Length: > 0 } given ? given : group.Name;
        VirtualDevices.DemandFree(machine, name, group);
        if (((SimulatedVolume?)device ?? partition) is { } backing)
            group.Back(BootDiskUse.Replace(call.State, backing));
        (group.Name, group.Uuid) = (name, uuid ?? group.Uuid);
        (group.CacheMode, group.CacheSet) = (mode ?? group.CacheMode, set ?? group.CacheSet);
        virtualDevice.BlockSize = GetBlockSize(group.Backing!);
        VirtualDevices.Resize(machine);
        return ApiResponse.Json(Render(machine, group));
    }

    /// <summary>The bcache on its backing, with its device.</summary>
    public static SimulatedBlockDevice Make(ApiCall call, SimulatedMachine machine, SimulatedBcache bcache, SimulatedVolume backing) =>
        Make(call.State, machine, bcache, backing);

    public static SimulatedBlockDevice Make(
        State.SimulatorState state, SimulatedMachine machine, SimulatedBcache bcache, SimulatedVolume backing)
    {
        bcache.Back(backing);
        machine.Bcaches.Add(bcache);
        var device = VirtualDevices.Add(state, machine, bcache, bcache.Name, backing.Size);
        device.BlockSize = GetBlockSize(backing);
        return device;
    }

    private static int GetBlockSize(SimulatedVolume volume) =>
        (volume as SimulatedBlockDevice ?? ((SimulatedPartition)volume).Device).BlockSize;

    private static (SimulatedBlockDevice? Device, SimulatedPartition? Partition) ReadBacking(VolumeChoices choices) =>
        (choices.Read<SimulatedBlockDevice>("backing_device"), choices.Read<SimulatedPartition>("backing_partition"));

    private static void DemandNoLogicalVolume(SimulatedBlockDevice? device)
    {
        if (device?.Group is SimulatedVolumeGroup)
            throw new ApiException(ApiResponse.BareInvalid("__all__", "Bcache cannot use a logical volume as a backing device."));
    }

    private static IEnumerable<string> GetChoices(SimulatedMachine machine) =>
        machine.CacheSets.SelectMany(set => new[] { FormattableString.Invariant($"{set.Id}"), set.Name });

    private static SimulatedCacheSet? GetCacheSet(SimulatedMachine machine, string? choice) =>
        machine.CacheSets.Find(set => FormattableString.Invariant($"{set.Id}") == choice || set.Name == choice);
}
