using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary><c>nodes/{system_id}/blockdevices/{device}/partition(s)</c>; a single one has no trailing slash.</summary>
internal sealed class PartitionsApi : IApiModule
{
    private const string All = "nodes/{id}/blockdevices/{device}/partitions/";

    private static readonly string[] One =
        ["nodes/{id}/blockdevices/{device}/partition/{partition}", "nodes/{id}/blockdevices/{device}/partitions/{partition}"];

    public void Register(Router router)
    {
        router.Map("GET", All, null, List);
        router.Map("POST", All, null, Create);
        foreach (var one in One)
        {
            router.Map("GET", one, null, call => Render(VolumeLookup.Partition(call, VolumeLookup.DeviceToView(call))));
            router.Map("DELETE", one, null, Delete);
            router.Map("POST", one, "format", call => Change(call, "format", form => form.Format()));
            router.Map("POST", one, "unformat", call => Change(call, "unformat", form => form.Unformat()));
            router.Map("POST", one, "mount", call => Change(call, "mount", form => form.Mount()));
            router.Map("POST", one, "unmount", call => Change(call, "unmount", form => form.Unmount()));
            router.Map("POST", one, "add_tag", call => Tag(call, add: true));
            router.Map("POST", one, "remove_tag", call => Tag(call, add: false));
        }
    }

    private static ApiResponse Render(SimulatedPartition partition) => ApiResponse.Json(StorageJson.Render(partition));

    /// <summary>A disk without a partition table is a server error in MAAS, not an empty list.</summary>
    private static ApiResponse List(ApiCall call)
    {
        var device = VolumeLookup.DeviceToView(call);
        return device.TableType is null
            ? ApiResponse.Text(500, "PartitionTable matching query does not exist.")
            : ApiResponse.Json(ApiJson.List(device.Partitions, StorageJson.Render));
    }

    private static ApiResponse Create(ApiCall call)
    {
        var device = VolumeLookup.DeviceToAdminister(call);
        MachineLookup.Require(device.Machine, "Cannot create partition because the node is not Ready.", MachineStatus.Ready);
        var errors = new FieldErrors(call.Form);
        var fields = new StorageFields(call.Form, errors);
        var size = fields.Size("size", StorageExtent.Bytes, device.Size);
        var uuid = fields.Uuid();
        errors.ThrowIfAny();
        if (device.Group is SimulatedVolumeGroup or SimulatedBcache)
        {
            var kind = device.Group is SimulatedBcache ? "Bcache volume" : "logical volume";
            return ApiResponse.BareInvalid("block_device", $"Cannot create a partition table on a {kind}.");
        }

        var cut = StorageExtent.Cut(size ?? PartitionTables.Rest(device));
        if (PartitionTables.Problem(device, cut) is { } problem)
            return ApiResponse.BareInvalid("size", problem);
        if (cut < StorageExtent.Bytes)
            return ApiResponse.BareInvalid("size", StorageFields.TooSmall(StorageExtent.Bytes));
        var partition = PartitionTables.Add(call.State, device, cut, errors.Flag("bootable", otherwise: false));
        partition.Uuid = uuid ?? partition.Uuid;
        return Render(partition);
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var device = VolumeLookup.DeviceToAdminister(call);
        if (device.TableType is null)
            throw Lookup.Missing("PartitionTable");
        MachineLookup.Require(device.Machine, "Cannot delete block device because the node is not Ready.", MachineStatus.Ready);
        var partition = VolumeLookup.Partition(call, device);
        if (partition.Device != device)
            return ApiResponse.Text(400, "Partition doesn't belong to the partition table");
        if (partition.MemberOf is { NiceName: { } kind })
            return ApiResponse.Text(400, $"Cannot delete partition because its part of a {kind}.");
        if (VmfsLayout.IsBase(partition))
            return ApiResponse.Text(400, "VMware ESXi partitions may not be removed. To remove select a different storage layout.");
        VirtualDevices.Free(device.Machine, partition);
        PartitionTables.Remove(partition);
        return ApiResponse.NoContent();
    }

    private static ApiResponse Tag(ApiCall call, bool add)
    {
        var partition = VolumeLookup.Partition(call, VolumeLookup.DeviceToAdminister(call));
        var tag = call.Post.Get("tag") ?? throw new ApiException(ApiResponse.Text(400, "No provided tag!"));
        if (!add)
            partition.Tags.Remove(tag);
        else if (!partition.Tags.Contains(tag))
            partition.Tags.Add(tag);
        return Render(partition);
    }

    private static ApiResponse Change(ApiCall call, string what, Action<FilesystemForm> change)
    {
        var device = VolumeLookup.DeviceToEdit(call);
        var partition = VolumeLookup.Partition(call, device);
        MachineLookup.Require(
            device.Machine,
            $"Cannot {what} partition because the node is not Ready or Allocated.",
            MachineStatus.Ready,
            MachineStatus.Allocated);
        if (device.Machine.Status == MachineStatus.Ready && !call.SignedUser.IsSuperuser)
            return ApiResponse.Forbidden($"Cannot {what} partition because you don't have the permissions on a Ready node.");
        change(new(call.Form, partition));
        return Render(partition);
    }
}
