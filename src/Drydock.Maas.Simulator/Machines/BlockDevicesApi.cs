using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>nodes/{system_id}/blockdevices/</c>.</summary>
internal sealed class BlockDevicesApi : IApiModule
{
    private const string All = "nodes/{id}/blockdevices/";
    private const string One = "nodes/{id}/blockdevices/{device}/";

    public void Register(Router router)
    {
        router.Map(
            "GET",
            All,
            null,
            call => ApiResponse.Json(SiteJson.List(MachineLookup.Machine(call).BlockDevices.OrderBy(d => d.Id), StorageJson.RenderListed)));
        router.Map("POST", All, null, Create, Access.NodeAdmin);
        router.Map("GET", One, null, call => Render(Find(call)));
        router.Map("PUT", One, null, Update, Access.NodeAdmin);
        router.Map("DELETE", One, null, Delete, Access.NodeAdmin);
        router.Map("POST", One, "add_tag", call => Tag(call, add: true), Access.NodeAdmin);
        router.Map("POST", One, "remove_tag", call => Tag(call, add: false), Access.NodeAdmin);
        router.Map("POST", One, "set_boot_disk", SetBootDisk, Access.NodeAdmin);
        router.Map("POST", One, "format", Format, Access.NodeAdmin);
        router.Map(
            "POST", One, "unformat", call => Change(call, "unformat", (device, _) => FilesystemForm.Unformat(device)), Access.NodeAdmin);
        router.Map(
            "POST",
            One,
            "mount",
            call => Change(call, "mount", (device, machine) => new FilesystemForm(call, machine).Mount(device)),
            Access.NodeAdmin);
        router.Map(
            "POST",
            One,
            "unmount",
            call => Change(call, "unmount", (device, _) => FilesystemForm.Unmount(device, "Block device")),
            Access.NodeAdmin);
    }

    private static SimulatedBlockDevice Find(ApiCall call) => MachineLookup.Device(call, MachineLookup.Machine(call));

    private static ApiResponse Render(SimulatedBlockDevice device) => ApiResponse.Json(StorageJson.Render(device));

    private static ApiResponse Create(ApiCall call)
    {
        var machine = MachineLookup.Ready(call, "create block device");
        var errors = new FieldErrors(call.Form);
        var name = errors.Text("name");
        var size = SizeText.Parse(errors.Text("size"), 0);
        var blockSize = errors.Text("block_size").Length > 0 ? errors.Number("block_size", 512, 512, int.MaxValue) : 512;
        if (call.Form.Has("size") && size is null)
            errors.Add("size", "Enter a valid value.");
        if (!call.Form.Has("id_path") && !(call.Form.Has("model") && call.Form.Has("serial")))
            errors.Add("__all__", "serial/model are required if id_path is not provided.");
        errors.ThrowIfAny();
        if (IsTaken(machine, name, null))
            return NameTaken();
        var device = new SimulatedBlockDevice
        {
            Id = call.State.Ids.Next("blockdevice"),
            Machine = machine,
            Name = name,
            Size = size!.Value,
            Model = call.Form.Get("model") ?? "",
            Serial = call.Form.Get("serial") ?? "",
            IdPath = call.Form.Get("id_path") ?? "",
            BlockSize = blockSize,
        };
        machine.BlockDevices.Add(device);
        return Render(device);
    }

    private static ApiResponse Update(ApiCall call)
    {
        var machine = MachineLookup.Ready(call, "update block device");
        var device = MachineLookup.Device(call, machine);
        var form = call.Form;
        var name = form.Get("name") is { Length: > 0 } given ? given : device.Name;
        if (IsTaken(machine, name, device))
            return NameTaken();
        (device.Name, device.Model) = (name, form.Get("model") ?? device.Model);
        (device.Serial, device.IdPath) = (form.Get("serial") ?? device.Serial, form.Get("id_path") ?? device.IdPath);
        device.Size = form.Get("size") is { Length: > 0 } text && SizeText.Parse(text, 0) is { } size ? size : device.Size;
        return Render(device);
    }

    private static bool IsTaken(SimulatedMachine machine, string name, SimulatedBlockDevice? self) =>
        machine.BlockDevices.Exists(device => device != self && device.Name == name);

    private static ApiResponse NameTaken() =>
        ApiResponse.BareInvalid("__all__", "Block device with this Node config and Name already exists.");

    private static ApiResponse Tag(ApiCall call, bool add)
    {
        var device = MachineLookup.Device(call, MachineLookup.Ready(call, "update block device"));
        var tag = call.Form.Require("tag");
        device.Tags.Remove(tag);
        if (add)
            device.Tags.Add(tag);
        return Render(device);
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var machine = MachineLookup.Ready(call, "delete block device");
        machine.BlockDevices.Remove(MachineLookup.Device(call, machine));
        return ApiResponse.NoContent();
    }

    private static ApiResponse SetBootDisk(ApiCall call)
    {
        var machine = Changeable(call, "set as boot disk");
        var device = MachineLookup.Device(call, machine);
        if (device.Group is not null)
            return ApiResponse.Text(400, "Cannot set a virtual block device as the boot disk.");
        machine.BootDisk = device;
        return ApiResponse.BareText(200, "OK");
    }

    private static ApiResponse Format(ApiCall call) => Change(call, "format", (device, machine) =>
    {
        if (device.TableType is not null)
            throw new ApiException(ApiResponse.Invalid("__all__", "Cannot format block device with a partition table."));
        new FilesystemForm(call, machine).Format(device);
    });

    private static ApiResponse Change(ApiCall call, string what, Action<SimulatedBlockDevice, SimulatedMachine> change)
    {
        var machine = Changeable(call, $"{what} block device");
        var device = MachineLookup.Device(call, machine);
        change(device, machine);
        return Render(device);
    }

    private static SimulatedMachine Changeable(ApiCall call, string what)
    {
        var machine = MachineLookup.Machine(call);
        MachineLookup.Require(machine, $"Cannot {what} because the node is not Ready.", MachineStatus.Ready, MachineStatus.Allocated);
        return machine;
    }
}
