using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>nodes/{system_id}/blockdevices/{device}/partition(s)</c>; a single one has no trailing slash.</summary>
internal sealed class PartitionsApi : IApiModule
{
    private const string All = "nodes/{id}/blockdevices/{device}/partitions/";

    private static readonly string[] One =
        ["nodes/{id}/blockdevices/{device}/partition/{partition}", "nodes/{id}/blockdevices/{device}/partitions/{partition}"];

    public void Register(Router router)
    {
        router.Map("GET", All, null, List);
        router.Map("POST", All, null, Create, Access.NodeAdmin);
        foreach (var one in One)
        {
            router.Map("GET", one, null, call => Render(Find(call)));
            router.Map("DELETE", one, null, Delete, Access.NodeAdmin);
            router.Map(
                "POST", one, "format", call => Change(call, "format", (p, m) => new FilesystemForm(call, m).Format(p)), Access.NodeAdmin);
            router.Map("POST", one, "unformat", call => Change(call, "unformat", (p, _) => FilesystemForm.Unformat(p)), Access.NodeAdmin);
            router.Map(
                "POST", one, "mount", call => Change(call, "mount", (p, m) => new FilesystemForm(call, m).Mount(p)), Access.NodeAdmin);
            router.Map(
                "POST",
                one,
                "unmount",
                call => Change(call, "unmount", (p, _) => FilesystemForm.Unmount(p, "Partition")),
                Access.NodeAdmin);
            router.Map("POST", one, "add_tag", call => Tag(call, add: true), Access.NodeAdmin);
            router.Map("POST", one, "remove_tag", call => Tag(call, add: false), Access.NodeAdmin);
        }
    }

    private static SimulatedPartition Find(ApiCall call) =>
        MachineLookup.Partition(call, MachineLookup.Device(call, MachineLookup.Machine(call)));

    private static ApiResponse Render(SimulatedPartition partition) => ApiResponse.Json(StorageJson.Render(partition));

    /// <summary>A disk without a partition table is a server error in MAAS, not an empty list.</summary>
    private static ApiResponse List(ApiCall call)
    {
        var device = MachineLookup.Device(call, MachineLookup.Machine(call));
        return device.TableType is null
            ? ApiResponse.Text(500, "PartitionTable matching query does not exist.")
            : ApiResponse.Json(SiteJson.List(device.Partitions, StorageJson.Render));
    }

    private static ApiResponse Create(ApiCall call)
    {
        var machine = Changeable(call, "create partition");
        var device = MachineLookup.Device(call, machine);
        var errors = new FieldErrors(call.Form);
        var size = SizeText.Parse(errors.Text("size"), device.Size);
        if (call.Form.Has("size") && size is null)
            errors.Add("size", "Enter a valid value.");
        if (size > device.Size)
            errors.Add("size", $"Ensure this value is less than or equal to {device.Size}.");
        errors.ThrowIfAny();
        if (device.Group is SimulatedVolumeGroup or SimulatedBcache)
        {
            var kind = device.Group is SimulatedBcache ? "Bcache volume" : "logical volume";
            return ApiResponse.BareInvalid("block_device", $"Cannot create a partition table on a {kind}.");
        }

        var cut = StorageSizes.Cut(size!.Value);
        if (cut > device.AvailableSize || cut == 0)
            return ApiResponse.BareInvalid("size", "Partition cannot be saved; not enough free space on the block device.");

        device.TableType ??= "GPT";
        var partition = new SimulatedPartition
        {
            Id = call.State.Ids.Next("partition"),
            Device = device,
            Size = cut,
            Bootable = errors.Flag("bootable", otherwise: false),
        };
        if (call.Form.Get("uuid") is { Length: > 0 } uuid)
            partition.Uuid = uuid;
        device.Partitions.Add(partition);
        return Render(partition);
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var machine = Changeable(call, "delete partition");
        var device = MachineLookup.Device(call, machine);
        var partition = MachineLookup.Partition(call, device);
        if (partition.MemberOf is { } group)
            return ApiResponse.Text(400, $"Cannot delete partition because its part of a {KindOf(group)}.");
        device.Partitions.Remove(partition);
        if (device.Partitions.Count == 0)
            device.TableType = null;
        return ApiResponse.NoContent();
    }

    private static string KindOf(SimulatedGroup group) => group switch
    {
        SimulatedVolumeGroup => "volume group",
        SimulatedRaid => "RAID",
        SimulatedCacheSet => "cache set",
        SimulatedBcache => "bcache",
        _ => "VMFS datastore",
    };

    private static ApiResponse Tag(ApiCall call, bool add) => Change(call, "tag", (partition, _) =>
    {
        var tag = call.Form.Get("tag") ?? call.Query.Require("tag");
        partition.Tags.Remove(tag);
        if (add)
            partition.Tags.Add(tag);
    });

    private static ApiResponse Change(ApiCall call, string what, Action<SimulatedPartition, SimulatedMachine> change)
    {
        var machine = Changeable(call, $"{what} partition");
        var partition = MachineLookup.Partition(call, MachineLookup.Device(call, machine));
        change(partition, machine);
        return Render(partition);
    }

    private static SimulatedMachine Changeable(ApiCall call, string what)
    {
        var machine = MachineLookup.Machine(call);
        MachineLookup.Require(machine, $"Cannot {what} because the node is not Ready.", MachineStatus.Ready, MachineStatus.Allocated);
        return machine;
    }
}
