using System.Globalization;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

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
    private readonly FreeVolumes _volumes;

    public RaidForm(ApiCall call, SimulatedMachine machine)
    {
        (_call, _machine, _errors) = (call, machine, new(call.Form));
        _volumes = new(machine, _errors);
    }

    public ApiResponse Create()
    {
        var level = _errors.Text("level");
        if (level.Length > 0 && !Least.ContainsKey(level))
            _errors.Add("level", $"Select a valid choice. {level} is not one of the available choices.");
        var devices = _volumes.Read("block_devices", "partitions");
        var spares = _volumes.Read("spare_devices", "spare_partitions");
        if (devices.Count + spares.Count == 0 && !_call.Form.Has("block_devices") && !_call.Form.Has("partitions"))
            _errors.Add("__all__", "At least one block device or partition must be added to the array.");
        _errors.ThrowIfAny();
        CheckCount(level, devices.Count, spares.Count);
        var raid = new SimulatedRaid { Id = _call.State.Ids.Next("filesystemgroup"), Name = NewName(), Level = level };
        raid.Uuid = _call.Form.Get("uuid") is { Length: > 0 } uuid ? uuid : raid.Uuid;
        Join(raid, devices, spares);
        _machine.Raids.Add(raid);
        VirtualDevices.Add(_call.State, _machine, raid, raid.Name, raid.Size);
        return ApiResponse.Json(GroupJson.Render(_machine, raid));
    }

    public ApiResponse Update(SimulatedRaid raid)
    {
        var devices = _volumes.Read("add_block_devices", "add_partitions");
        var spares = _volumes.Read("add_spare_devices", "add_spare_partitions");
        var removed = Removed(raid.Devices, "remove_block_devices", "remove_partitions");
        var removedSpares = Removed(raid.Spares, "remove_spare_devices", "remove_spare_partitions");
        _errors.ThrowIfAny();
        CheckCount(raid.Level, raid.Devices.Count + devices.Count - removed.Count, raid.Spares.Count + spares.Count - removedSpares.Count);
        foreach (var member in removed.Concat(removedSpares))
            raid.Leave(member);
        Join(raid, devices, spares);
        raid.Name = _call.Form.Get("name") is { Length: > 0 } name ? name : raid.Name;
        var device = VirtualDevices.Of(_machine, raid);
        (device.Name, device.Size) = (raid.Name, raid.Size);
        return ApiResponse.Json(GroupJson.Render(_machine, raid));
    }

    private static void Join(SimulatedRaid raid, List<SimulatedVolume> devices, List<SimulatedVolume> spares)
    {
        devices.ForEach(member => raid.Join(member, spare: false));
        spares.ForEach(member => raid.Join(member, spare: true));
    }

    private static void CheckCount(string level, int devices, int spares)
    {
        if (devices >= Least[level] && (level != "raid-0" || spares == 0))
            return;
        var allowed = level == "raid-0" ? "no" : "any number of";
        throw new ApiException(ApiResponse.BareInvalid(
            "__all__", $"RAID level {level[5..]} must have at least {Least[level]} raid devices and {allowed} spares."));
    }

    private List<SimulatedVolume> Removed(List<SimulatedVolume> members, string devices, string partitions)
    {
        var named = _errors.Values(devices, []).Concat(_errors.Values(partitions, [])).ToHashSet(StringComparer.Ordinal);
        return members.FindAll(member => named.Contains(member.Id.ToString(CultureInfo.InvariantCulture)));
    }

    private string NewName() => _call.Form.Get("name") is { Length: > 0 } name
        ? name
        : string.Create(CultureInfo.InvariantCulture, $"md{_machine.Raids.Count}");
}
