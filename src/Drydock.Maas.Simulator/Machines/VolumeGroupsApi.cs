using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>nodes/{system_id}/volume-groups/</c> and <c>volume-group/{id}/</c>.</summary>
internal sealed class VolumeGroupsApi() : GroupsApi<SimulatedVolumeGroup>("volume group", "VolumeGroup")
{
    protected override string All => "nodes/{id}/volume-groups/";

    protected override IReadOnlyList<string> One { get; } = ["nodes/{id}/volume-group/{group}/", "nodes/{id}/volume-groups/{group}/"];

    protected override void RegisterMore(Router router, string one)
    {
        router.Map("POST", one, "create_logical_volume", CreateVolume, Access.NodeAdmin);
        router.Map("POST", one, "delete_logical_volume", DeleteVolume, Access.NodeAdmin);
    }

    protected override List<SimulatedVolumeGroup> GroupsOf(SimulatedMachine machine) => machine.VolumeGroups;

    protected override JsonObject Render(SimulatedMachine machine, SimulatedVolumeGroup group) => StorageJson.Render(machine, group);

    protected override ApiResponse Create(ApiCall call, SimulatedMachine machine)
    {
        var errors = new FieldErrors(call.Form);
        var name = errors.Text("name");
        var members = new FreeVolumes(machine, errors).Read("block_devices", "partitions");
        if (members.Count == 0 && !errors.Any)
            errors.Add("__all__", "At least one valid block device or partition is required.");
        errors.ThrowIfAny();
        var group = new SimulatedVolumeGroup { Id = call.State.Ids.Next("filesystemgroup"), Name = name };
        if (call.Form.Get("uuid") is { Length: > 0 } uuid)
            group.Uuid = uuid;
        members.ForEach(group.Join);
        machine.VolumeGroups.Add(group);
        return ApiResponse.Json(Render(machine, group));
    }

    protected override ApiResponse Update(ApiCall call, SimulatedMachine machine, SimulatedVolumeGroup group)
    {
        var errors = new FieldErrors(call.Form);
        var added = new FreeVolumes(machine, errors).Read("add_block_devices", "add_partitions");
        errors.ThrowIfAny();
        var removed = call.Form.GetAll("remove_block_devices").Concat(call.Form.GetAll("remove_partitions"))
            .SelectMany(i => i.Split(',')).ToHashSet(StringComparer.Ordinal);
        var leaving = group.Members.Where(m => removed.Contains(m.Id.ToString(CultureInfo.InvariantCulture))).ToList();
        if (StorageSizes.OfGroup(group.Members.Except(leaving).Concat(added)) < group.UsedSize)
            return ApiResponse.BareInvalid("__all__", "Volume group cannot be smaller than its logical volumes.");
        group.Rename(call.Form.Get("name") is { Length: > 0 } name ? name : group.Name);
        added.ForEach(group.Join);
        leaving.ForEach(group.Leave);
        return ApiResponse.Json(Render(machine, group));
    }

    protected override ApiResponse Delete(ApiCall call, SimulatedMachine machine, SimulatedVolumeGroup group)
    {
        if (group.Volumes.Count > 0)
            return ApiResponse.Text(400, "This volume group has logical volumes; it cannot be deleted.");
        foreach (var member in group.Members.ToList())
            group.Leave(member);
        machine.VolumeGroups.Remove(group);
        return ApiResponse.NoContent();
    }

    private ApiResponse CreateVolume(ApiCall call)
    {
        var machine = MachineLookup.Ready(call, "create logical volume");
        var group = Find(call, machine);
        var errors = new FieldErrors(call.Form);
        var name = errors.Text("name");
        var size = SizeText.Parse(errors.Text("size"), group.Size);
        if (call.Form.Has("size") && size is null)
            errors.Add("size", "Enter a valid value.");
        if (size > group.AvailableSize)
            errors.Add("size", $"Ensure this value is less than or equal to {group.AvailableSize}.");
        errors.ThrowIfAny();
        if (group.Volumes.Exists(v => v.Name == $"{group.Name}-{name}"))
            return ApiResponse.BareInvalid("__all__", "Block device with this Node config and Name already exists.");
        var uuid = call.Form.Get("uuid") is { Length: > 0 } given ? given : null;
        return ApiResponse.Json(
            StorageJson.RenderNew(VirtualDevices.AddVolume(call.State, machine, group, name, uuid, StorageSizes.Cut(size!.Value))));
    }

    /// <summary>Deleting what is not there is no error in MAAS.</summary>
    private ApiResponse DeleteVolume(ApiCall call)
    {
        var machine = MachineLookup.Ready(call, "delete logical volume");
        var group = Find(call, machine);
        var id = call.Form.Require("id");
        if (group.Volumes.Find(v => Lookup.IsId(id, v.Id)) is { } volume)
        {
            group.Volumes.Remove(volume);
            machine.BlockDevices.Remove(volume);
        }

        return ApiResponse.NoContent();
    }
}
