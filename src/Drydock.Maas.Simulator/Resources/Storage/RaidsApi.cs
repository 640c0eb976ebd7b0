using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary><c>nodes/{system_id}/raids/</c> and <c>raid/{id}/</c>.</summary>
internal sealed class RaidsApi() : GroupsApi<SimulatedRaid>("RAID", "RAID")
{
    protected override string All => "nodes/{id}/raids/";

    protected override IReadOnlyList<string> One { get; } = ["nodes/{id}/raid/{group}/"];

    protected override List<SimulatedRaid> GetGroups(SimulatedMachine machine) => machine.Raids;

    internal static JsonObject ToJson(SimulatedMachine machine, SimulatedRaid raid) => new()
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
        ["virtual_device"] = StorageJson.Render(VirtualDevices.Find(machine, raid)),
        ["resource_uri"] = ApiJson.Uri($"nodes/{machine.SystemId}/raid/{raid.Id}/"),
    };

    protected override JsonObject Render(SimulatedMachine machine, SimulatedRaid group) => ToJson(machine, group);

    protected override ApiResponse Create(ApiCall call, SimulatedMachine machine) => new RaidForm(call, machine).Create();

    protected override ApiResponse Update(ApiCall call, SimulatedMachine machine, SimulatedRaid group) =>
        new RaidForm(call, machine).Update(group);
}

/// <summary>Making and changing RAIDs by form.</summary>
internal sealed class RaidForm
{
    private static readonly Dictionary<string, int> Least = new(StringComparer.Ordinal)
    {
        ["raid-0"] = 2, ["raid-1"] = 2, ["raid-5"] = 3, ["raid-6"] = 4, ["raid-10"] = 3,
    };

    private readonly ApiCall _call;
    private readonly SimulatedMachine _machine;
    private readonly FieldErrors _errors;
    private readonly StorageFields _fields;
    private readonly VolumeChoices _free;

    public RaidForm(ApiCall call, SimulatedMachine machine)
    {
        (_call, _machine, _errors) = (call, machine, new(call.Form));
        _fields = new(call.Form, _errors);
        _free = new(call.Form, _errors, VolumeChoices.GetFree(machine));
    }

    public ApiResponse Create()
    {
        var uuid = _fields.Uuid();
        var level = _fields.Choice("level", Least.Keys, required: true);
        var (devices, partitions) = (_free.ReadAll<SimulatedBlockDevice>("block_devices"), _free.ReadAll<SimulatedPartition>("partitions"));
        var spareDevices = _free.ReadAll<SimulatedBlockDevice>("spare_devices");
        var sparePartitions = _free.ReadAll<SimulatedPartition>("spare_partitions");
        if (devices is { Count: 0 } && partitions is { Count: 0 })
            _errors.Add("__all__", "At least one block device or partition must be added to the array.");
        _errors.ThrowIfAny();
        var name = StorageFields.DemandName(_call.Form);
        DemandCount(level!, devices!.Count + partitions!.Count, spareDevices!.Count + sparePartitions!.Count);
        VirtualDevices.DemandFree(_machine, name);
        var raid = new SimulatedRaid { Id = _call.State.Ids.Next("filesystemgroup"), Name = name, Level = level! };
        raid.Uuid = uuid ?? raid.Uuid;
        // With the boot disk among them all are partitioned, so that they are alike.
        var partitioned = devices.Concat(spareDevices).Any(device => device.IsBootDisk);
        Join(raid, devices, partitions, partitioned, spare: false);
        Join(raid, spareDevices, sparePartitions, partitioned, spare: true);
        _machine.Raids.Add(raid);
        VirtualDevices.Add(_call.State, _machine, raid, raid.Name, raid.Size);
        return ApiResponse.Json(RaidsApi.ToJson(_machine, raid));
    }

    public ApiResponse Update(SimulatedRaid raid)
    {
        var uuid = _fields.Uuid();
        var members = new VolumeChoices(_call.Form, _errors, raid.AllMembers);
        var devices = Read(_free, "add_block_devices", "add_partitions");
        var spares = Read(_free, "add_spare_devices", "add_spare_partitions");
        var removed = Read(members, "remove_block_devices", "remove_partitions")
            .Concat(Read(members, "remove_spare_devices", "remove_spare_partitions")).Distinct().ToList();
        _errors.ThrowIfAny();
        DemandCountWithout(raid, removed);
        var stays = raid.AllMembers.Except(removed).ToList();
        DemandCount(
            raid.Level, stays.Count(raid.Devices.Contains) + devices.Count, stays.Count(raid.Spares.Contains) + spares.Count);
        var name = _call.Form.Get("name") is { Length: > 0 } given ? given : raid.Name;
        VirtualDevices.DemandFree(_machine, name, raid);
        removed.ForEach(raid.Leave);
        devices.ForEach(member => raid.Join(BootDiskUse.Replace(_call.State, member), spare: false));
        spares.ForEach(member => raid.Join(BootDiskUse.Replace(_call.State, member), spare: true));
        (raid.Name, raid.Uuid) = (name, uuid ?? raid.Uuid);
        VirtualDevices.Resize(_machine);
        return ApiResponse.Json(RaidsApi.ToJson(_machine, raid));
    }

    /// <summary>MAAS takes members out one by one, before it puts others in, and looks at what is left each time.</summary>
    private static void DemandCountWithout(SimulatedRaid raid, List<SimulatedVolume> removed)
    {
        var (devices, spares) = (raid.Devices.Count, raid.Spares.Count);
        foreach (var member in removed)
        {
            if (raid.Devices.Contains(member))
                devices--;
            else
                spares--;
            DemandCount(raid.Level, devices, spares);
        }
    }

    private static void DemandCount(string level, int devices, int spares)
    {
        if (devices >= Least[level] && (level != "raid-0" || spares == 0))
            return;
        var allowed = level == "raid-0" ? "no" : "any number of";
        throw new ApiException(ApiResponse.BareInvalid(
            "__all__", $"RAID level {level[5..]} must have at least {Least[level]} raid devices and {allowed} spares."));
    }

    private void Join(
        SimulatedRaid raid, List<SimulatedBlockDevice> devices, List<SimulatedPartition> partitions, bool partitioned, bool spare)
    {
        var (disks, parts) = (devices.OrderBy(device => device.Id).ToList(), partitions.OrderBy(part => part.Id).ToList());
        if (partitioned)
        {
            parts.AddRange(disks.Select(disk => PartitionTables.Add(_call.State, disk)));
            disks.Clear();
        }

        foreach (var member in disks.Concat<SimulatedVolume>(parts))
            raid.Join(member, spare);
    }

    private static List<SimulatedVolume> Read(VolumeChoices choices, string devices, string partitions) =>
        [.. choices.ReadAll<SimulatedBlockDevice>(devices) ?? [], .. choices.ReadAll<SimulatedPartition>(partitions) ?? []];
}
