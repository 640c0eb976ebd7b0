using System.Globalization;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>nodes/{system_id}/volume-groups/</c> and <c>volume-group/{id}/</c>.</summary>
internal sealed class VolumeGroupsApi : IApiModule
{
    private const string All = "nodes/{id}/volume-groups/";

    public void Register(Router router)
    {
        router.Map("GET", All, null, List);
        router.Map("POST", All, null, Create, Access.Admin);
        foreach (var one in new[] { "nodes/{id}/volume-group/{group}/", "nodes/{id}/volume-groups/{group}/" })
        {
            router.Map("GET", one, null, Get);
            router.Map("PUT", one, null, Update, Access.Admin);
            router.Map("DELETE", one, null, Delete, Access.Admin);
            router.Map("POST", one, "create_logical_volume", CreateVolume, Access.Admin);
            router.Map("POST", one, "delete_logical_volume", DeleteVolume, Access.Admin);
        }
    }

    private static ApiResponse List(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        return ApiResponse.Json(SiteJson.List(machine.VolumeGroups, g => StorageJson.Render(machine, g)));
    }

    private static ApiResponse Get(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        return ApiResponse.Json(StorageJson.Render(machine, MachineLookup.Group(call, machine)));
    }

    private static ApiResponse Create(ApiCall call)
    {
        var machine = Changeable(call, "create volume group");
        var errors = new FieldErrors(call.Form);
        var name = errors.Text("name");
        var members = Members(call, machine, "block_devices", "partitions", errors);
        if (members.Count == 0 && !errors.Any)
            errors.Add("__all__", "At least one valid block device or partition is required.");
        errors.ThrowIfAny();
        var group = new SimulatedVolumeGroup { Id = call.State.Ids.Next("volumegroup"), Name = name };
        if (call.Form.Get("uuid") is { Length: > 0 } uuid)
            group.Uuid = uuid;
        members.ForEach(m => VolumeGroups.Join(group, m));
        machine.VolumeGroups.Add(group);
        return ApiResponse.Json(StorageJson.Render(machine, group));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var machine = Changeable(call, "update volume group");
        var group = MachineLookup.Group(call, machine);
        var errors = new FieldErrors(call.Form);
        var added = Members(call, machine, "add_block_devices", "add_partitions", errors);
        errors.ThrowIfAny();
        group.Name = call.Form.Get("name") is { Length: > 0 } name ? name : group.Name;
        added.ForEach(m => VolumeGroups.Join(group, m));
        var removed = call.Form.GetAll("remove_block_devices").Concat(call.Form.GetAll("remove_partitions")).SelectMany(i => i.Split(',')).ToHashSet(StringComparer.Ordinal);
        foreach (var member in group.Members.Where(m => removed.Contains(m.Id.ToString(CultureInfo.InvariantCulture))).ToList())
            VolumeGroups.Leave(group, member);
        return ApiResponse.Json(StorageJson.Render(machine, group));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var machine = Changeable(call, "delete volume group");
        var group = MachineLookup.Group(call, machine);
        if (group.Volumes.Count > 0)
            return ApiResponse.Text(400, "This volume group has logical volumes; it cannot be deleted.");
        foreach (var member in group.Members.ToList())
            VolumeGroups.Leave(group, member);
        machine.VolumeGroups.Remove(group);
        return ApiResponse.NoContent();
    }

    private static ApiResponse CreateVolume(ApiCall call)
    {
        var machine = Changeable(call, "create logical volume");
        var group = MachineLookup.Group(call, machine);
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
        return ApiResponse.Json(StorageJson.RenderNew(VolumeGroups.AddVolume(call.State, machine, group, name, uuid, StorageSizes.Cut(size!.Value))));
    }

    /// <summary>Deleting what is not there is no error in MAAS.</summary>
    private static ApiResponse DeleteVolume(ApiCall call)
    {
        var machine = Changeable(call, "delete logical volume");
        var group = MachineLookup.Group(call, machine);
        var id = call.Form.Require("id");
        if (group.Volumes.Find(v => Lookup.IsId(id, v.Id)) is { } volume)
        {
            group.Volumes.Remove(volume);
            machine.BlockDevices.Remove(volume);
        }

        return ApiResponse.NoContent();
    }

    private static List<SimulatedVolume> Members(ApiCall call, SimulatedMachine machine, string devices, string partitions, FieldErrors errors)
    {
        var members = new List<SimulatedVolume>();
        foreach (var id in errors.Values(devices, []))
        {
            var device = machine.BlockDevices.Find(d => Lookup.Matches(id, d.Id, d.Name) && d is { Filesystem: null, TableType: null, MemberOf: null });
            Add(device, devices, id);
        }

        foreach (var id in errors.Values(partitions, []))
            Add(machine.BlockDevices.SelectMany(d => d.Partitions).FirstOrDefault(p => Lookup.IsId(id, p.Id) && p is { Filesystem: null, MemberOf: null }), partitions, id);
        return members;

        void Add(SimulatedVolume? member, string field, string id)
        {
            if (member is null)
                errors.Add(field, $"Select a valid choice. {id} is not one of the available choices.");
            else
                members.Add(member);
        }
    }

    private static SimulatedMachine Changeable(ApiCall call, string what)
    {
        var machine = MachineLookup.Machine(call);
        MachineLookup.Require(machine, $"Cannot {what} because the node is not Ready.", MachineStatus.Ready, MachineStatus.Allocated);
        return machine;
    }
}
