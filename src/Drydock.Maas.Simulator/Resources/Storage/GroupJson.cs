using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>RAIDs, bcaches and cache sets as MAAS renders them.</summary>
internal static class GroupJson
{
    public static JsonObject Render(SimulatedMachine machine, SimulatedDatastore datastore) => new()
    {
        ["id"] = datastore.Id,
        ["system_id"] = machine.SystemId,
        ["name"] = datastore.Name,
        ["uuid"] = datastore.Uuid,
        ["size"] = datastore.Size,
        ["human_size"] = StorageJson.Human(datastore.Size),
        ["devices"] = ApiJson.List(datastore.Extents, StorageJson.Render),
        ["filesystem"] = VirtualDevices.Of(machine, datastore).EffectiveFilesystem is { } filesystem
            ? new JsonObject { ["fstype"] = filesystem.Type, ["mount_point"] = filesystem.MountPoint }
            : null,
        ["resource_uri"] = ApiJson.Uri($"nodes/{machine.SystemId}/vmfs-datastore/{datastore.Id}/"),
    };

    public static JsonObject Render(SimulatedMachine machine, SimulatedRaid raid) => new()
    {
        ["id"] = raid.Id,
        ["system_id"] = machine.SystemId,
        ["name"] = raid.Name,
        ["uuid"] = raid.Uuid,
        ["level"] = raid.Level,
        // MAAS halves with a fraction here.
        ["size"] = raid.Level == "raid-10" ? JsonNode.Parse(FormattableString.Invariant($"{raid.Size}.0")) : raid.Size,
        ["human_size"] = StorageJson.Human(raid.Size),
        ["devices"] = ApiJson.List(raid.Devices, StorageJson.Render),
        ["spare_devices"] = ApiJson.List(raid.Spares, StorageJson.Render),
        ["virtual_device"] = StorageJson.Render(VirtualDevices.Of(machine, raid)),
        ["resource_uri"] = ApiJson.Uri($"nodes/{machine.SystemId}/raid/{raid.Id}/"),
    };

    public static JsonObject Render(SimulatedMachine machine, SimulatedBcache bcache)
    {
        var body = RenderNew(machine, bcache);
        var size = VirtualDevices.Of(machine, bcache).Size;
        body["system_id"] = machine.SystemId;
        body["size"] = size;
        body["human_size"] = StorageJson.Human(size);
        body["backing_device"] = StorageJson.Render(bcache.Backing!);
        body["resource_uri"] = ApiJson.Uri($"nodes/{machine.SystemId}/bcache/{bcache.Id}/");
        return body;
    }

    /// <summary>A new bcache, which MAAS answers in brief.</summary>
    public static JsonObject RenderNew(SimulatedMachine machine, SimulatedBcache bcache) => new()
    {
        ["id"] = bcache.Id,
        ["name"] = bcache.Name,
        ["uuid"] = bcache.Uuid,
        ["cache_mode"] = bcache.CacheMode,
        ["cache_set"] = Render(machine, bcache.CacheSet),
        ["virtual_device"] = StorageJson.Render(VirtualDevices.Of(machine, bcache)),
    };

    public static JsonObject Render(SimulatedMachine machine, SimulatedCacheSet set) => new()
    {
        ["id"] = set.Id,
        ["system_id"] = machine.SystemId,
        ["name"] = set.Name,
        ["cache_device"] = StorageJson.Render(set.Cache!),
        ["resource_uri"] = ApiJson.Uri($"nodes/{machine.SystemId}/bcache-cache-set/{set.Id}/"),
    };

    /// <summary>Groups inside a machine's answer: only who they are.</summary>
    public static JsonArray Brief(SimulatedMachine machine, IEnumerable<SimulatedGroup> groups) =>
        ApiJson.List(groups, group => new JsonObject { ["system_id"] = machine.SystemId, ["id"] = group.Id, ["__incomplete__"] = true });
}
