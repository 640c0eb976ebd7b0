using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary><c>nodes/{system_id}/volume-groups/</c> and <c>volume-group/{id}/</c>.</summary>
internal sealed class VolumeGroupsApi() : GroupsApi<SimulatedVolumeGroup>("volume group", "VolumeGroup")
{
    private const string NothingLeft = "At least one filesystem must have been added.";

    protected override string All => "nodes/{id}/volume-groups/";

    protected override IReadOnlyList<string> One { get; } = ["nodes/{id}/volume-group/{group}/", "nodes/{id}/volume-groups/{group}/"];

    protected override void RegisterMore(Router router, string one)
    {
        router.Map(
            "POST", one, "create_logical_volume", call => With(call, VolumeRefusal("create"), (c, m, g) => new VolumeForm(c, m, g).Create()));
        router.Map("POST", one, "delete_logical_volume", call => With(call, VolumeRefusal("delete"), DeleteVolume));
    }

    protected override List<SimulatedVolumeGroup> GetGroups(SimulatedMachine machine) => machine.VolumeGroups;

    protected override JsonObject Render(SimulatedMachine machine, SimulatedVolumeGroup group) => new()
    {
        ["id"] = group.Id,
        ["system_id"] = machine.SystemId,
        ["name"] = group.Name,
        ["uuid"] = group.Uuid,
        ["size"] = group.Size,
        ["human_size"] = StorageJson.Human(group.Size),
        ["available_size"] = group.AvailableSize,
        ["human_available_size"] = StorageJson.Human(group.AvailableSize),
        ["used_size"] = group.UsedSize,
        ["human_used_size"] = StorageJson.Human(group.UsedSize),
        ["devices"] = ApiJson.List(group.Members, StorageJson.Render),
        ["logical_volumes"] = ApiJson.List(group.Volumes, StorageJson.Render),
        ["resource_uri"] = ApiJson.Uri($"nodes/{machine.SystemId}/volume-group/{group.Id}/"),
    };

    protected override ApiResponse Create(ApiCall call, SimulatedMachine machine)
    {
        var form = new MembersForm(call, machine);
        var (name, uuid, members) = form.ReadNew();
        var group = new SimulatedVolumeGroup { Id = call.State.Ids.Next("filesystemgroup"), Name = name };
        group.Uuid = uuid ?? group.Uuid;
        foreach (var member in members.Select(member => BootDiskUse.Replace(call.State, member)).OrderBy(m => m is SimulatedPartition))
            group.Join(member);
        machine.VolumeGroups.Add(group);
        return ApiResponse.Json(Render(machine, group));
    }

    protected override ApiResponse Update(ApiCall call, SimulatedMachine machine, SimulatedVolumeGroup group)
    {
        var (uuid, added, removed) = new MembersForm(call, machine).ReadChange(group.Members);
        var members = group.Members.Except(removed).Concat(added).ToList();
        if (StorageExtent.VolumeGroup(members.Select(m => m.Size)) < group.UsedSize)
            return ApiResponse.Text(400, "Volume group cannot be smaller than its logical volumes.");
        if (members.Count == 0)
            return ApiResponse.BareInvalid("__all__", NothingLeft);
        removed.ForEach(group.Leave);
        added.ForEach(member => group.Join(BootDiskUse.Replace(call.State, member)));
        group.Name = call.Form.Get("name") is { Length: > 0 } name ? name : group.Name;
        group.Uuid = uuid ?? group.Uuid;
        return ApiResponse.Json(Render(machine, group));
    }

    protected override ApiResponse Delete(ApiCall call, SimulatedMachine machine, SimulatedVolumeGroup group) =>
        group.Volumes.Count > 0
            ? ApiResponse.Text(400, "This volume group has logical volumes; it cannot be deleted.")
            : base.Delete(call, machine, group);

    private static string VolumeRefusal(string verb) => $"Cannot {verb} logical volume because the machine is not Ready.";

    /// <summary>Deleting what is not there is no error in MAAS.</summary>
    private static ApiResponse DeleteVolume(ApiCall call, SimulatedMachine machine, SimulatedVolumeGroup group)
    {
        var id = call.Form.Get("id") ?? throw new ApiException(ApiResponse.Text(400, "No provided id!"));
        if (!VolumeLookup.IsNumber(id))
            return ApiResponse.Text(500, $"Field 'id' expected a number but got '{id}'.");
        if (group.Volumes.Find(v => Lookup.IsId(id, v.Id)) is not { } volume)
            return ApiResponse.NoContent();
        VirtualDevices.DemandNoMember(volume);
        VirtualDevices.Remove(volume);
        return ApiResponse.NoContent();
    }
}

/// <summary>Making logical volumes by form; one without a size takes the rest of its group.</summary>
internal sealed class VolumeForm(ApiCall call, SimulatedMachine machine, SimulatedVolumeGroup group)
{
    public ApiResponse Create()
    {
        var errors = new FieldErrors(call.Form);
        var fields = new StorageFields(call.Form, errors);
        var isFull = group.AvailableSize < StorageExtent.Bytes;
        var name = errors.Text("name");
        var uuid = fields.Uuid();
        var size = isFull ? null : fields.Size("size", StorageExtent.Bytes, group.AvailableSize);
        if (isFull)
        {
            errors.Add(
                "__all__",
                $"Volume group ({group.Name}) cannot hold any more logical volumes, because it doesn't have enough free space.");
        }

        errors.ThrowIfAny();
        VirtualDevices.DemandFree(machine, name);
        var volume = VirtualDevices.AddVolume(call.State, machine, group, name, uuid, StorageExtent.Cut(size ?? group.AvailableSize));
        return ApiResponse.Json(Render(volume));
    }

    /// <summary>A new logical volume, which MAAS answers in brief.</summary>
    private static JsonObject Render(SimulatedBlockDevice volume) => new()
    {
        ["uuid"] = volume.Uuid,
        ["name"] = volume.FullName,
        ["available_size"] = volume.AvailableSize,
        ["id"] = volume.Id,
        ["used_size"] = volume.UsedSize,
        ["system_id"] = volume.Machine.SystemId,
        ["size"] = volume.Size,
        ["resource_uri"] = ApiJson.Uri($"nodes/{volume.Machine.SystemId}/blockdevices/{volume.Id}/"),
    };
}
